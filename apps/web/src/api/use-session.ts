/** Who is signed in, and for which of their posts they work just now. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { client } from './client.ts'
import type { Post, Session } from './shape.ts'

export const sessionKey = ['session'] as const

export function useSessionQuery() {
  return useQuery({ queryKey: sessionKey, queryFn: () => client.call('session.read', { body: null }), staleTime: 60_000 })
}

export interface Work extends Session {
  /** null: nobody has given this person a post yet. */
  readonly post: Post | null
  readonly choosePost: (id: string) => void
}

export const WorkContext = createContext<Work | null>(null)

/** Inside the frame only: there somebody is always signed in. */
export function useWork(): Work {
  const work = useContext(WorkContext)
  if (work === null) throw new Error('useWork outside the frame')
  return work
}

/** Whether the post of the moment may do any of these; an empty list is for everybody. */
export function useMay(): (anyOf: readonly string[]) => boolean {
  const { post } = useWork()
  return (anyOf) => mayAny(post, anyOf)
}

export const mayAny = (post: Post | null, anyOf: readonly string[]): boolean =>
  anyOf.length === 0 || (post?.permissions.some((one) => anyOf.includes(one)) ?? false)

/** Forgets everything that was read: the next person at this browser must not see it. */
export function useForget(): () => void {
  const cache = useQueryClient()
  return () => cache.clear()
}
