/** Who is signed in, and for which of their organisations they work just now. */
import type { HeldPost, Me, Permission } from '@jiheng/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { client } from './client.ts'

export const sessionKey = ['session'] as const

export function useSessionQuery() {
  return useQuery({ queryKey: sessionKey, queryFn: ({ signal }) => client.call('session.me', { signal }), staleTime: 60_000 })
}

/** What a person does for one organisation: all posts there together. */
export interface Desk {
  /** The id of the organisation, or that of the region where the posts reach all of it. */
  readonly key: string
  readonly name: string
  readonly organisation: HeldPost['organisation']
  readonly roles: readonly string[]
  readonly permissions: readonly Permission[]
}

export function desksOf({ posts, region }: Pick<Me, 'posts' | 'region'>): readonly Desk[] {
  const keys = [...new Set(posts.map(({ organisation }) => organisation?.id ?? region.id))]
  return keys.map((key) => {
    const here = posts.filter(({ organisation }) => (organisation?.id ?? region.id) === key)
    const organisation = here[0]?.organisation ?? null
    return {
      key,
      organisation,
      name: organisation?.name ?? region.name,
      roles: here.map(({ role }) => role.name),
      permissions: [...new Set(here.flatMap(({ permissions }) => permissions))],
    }
  })
}

export interface Work extends Me {
  readonly desks: readonly Desk[]
  /** null: nobody has given this person a post yet. */
  readonly desk: Desk | null
  readonly chooseDesk: (key: string) => void
}

export const WorkContext = createContext<Work | null>(null)

/** Inside the frame only: there somebody is always signed in. */
export function useWork(): Work {
  const work = useContext(WorkContext)
  if (work === null) throw new Error('useWork outside the frame')
  return work
}

/** Whether the person may do any of these at the desk of the moment; an empty list is for everybody. */
export function useMay(): (anyOf: readonly Permission[]) => boolean {
  const { desk } = useWork()
  return (anyOf) => mayAny(desk, anyOf)
}

export const mayAny = (desk: Desk | null, anyOf: readonly Permission[]): boolean =>
  anyOf.length === 0 || (desk?.permissions.some((one) => anyOf.includes(one)) ?? false)

/** Forgets everything that was read: the next person at this browser must not see it. */
export function useForget(): () => void {
  const cache = useQueryClient()
  return () => cache.clear()
}
