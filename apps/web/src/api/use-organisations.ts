/** 单位名录 of one year; the server's own year where none is asked. Asked once for a whole page, kept for minutes: it seldom changes. */
import type { Organisation } from '@jiheng/contract'
import { useQuery } from '@tanstack/react-query'
import { client } from './client.ts'

/** Begins every key of what is read of organisations: one invalidation refreshes all. */
export const organisationsKey = ['organisations'] as const

export function useOrganisations(year?: number) {
  return useQuery({
    queryKey: [...organisationsKey, 'list', year ?? null],
    queryFn: ({ signal }) => client.call('organisations.list', { query: year === undefined ? {} : { year }, signal }),
    staleTime: 5 * 60_000,
  })
}

/** Whether the words name it: by name, code or alias, all words anywhere, whatever the case. */
export function isNamed({ name, code, aliases }: Pick<Organisation, 'name' | 'code' | 'aliases'>, words: string): boolean {
  const text = [name, code ?? '', ...aliases].join(' ').toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
