/** What is read of one document, and how often: two people at work see each other within seconds. */
import type { Finding } from '@jiheng/contract'
import { useQuery } from '@tanstack/react-query'
import { client } from '../api/client.ts'
import { keys } from '../api/keys.ts'

const whileWorked = 2_000
const others = 10_000
/** Very many findings take a moment to read: they are read more seldom. */
const manyFindings = 2_000
const seldom = 60_000

export function useDocument(document: string) {
  return useQuery({
    queryKey: keys.document(document),
    queryFn: ({ signal }) => client.call('documents.get', { params: { document }, signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' || state.data?.state === 'running' ? whileWorked : others),
    refetchOnWindowFocus: 'always',
  })
}

/** @param audit the moment of the audit: another audit, another view; null while there is none */
export function useDocumentView(document: string, audit: string | null) {
  return useQuery({
    queryKey: keys.documentView(document, audit ?? ''),
    queryFn: ({ signal }) => client.call('documents.view', { params: { document }, signal }),
    enabled: audit !== null,
    staleTime: Number.POSITIVE_INFINITY,
    // A long document is large: it is never compared with itself.
    structuralSharing: false,
    gcTime: 60_000,
  })
}

/** @param audit the moment of the audit: another audit, other findings; null while there is none */
export function useFindings(document: string, audit: string | null) {
  return useQuery({
    queryKey: keys.documentFindings(document, audit ?? ''),
    queryFn: async ({ signal }): Promise<readonly Finding[]> =>
      (await client.call('documents.findings', { params: { document }, signal })).items,
    enabled: audit !== null,
    structuralSharing: (before, after) => sameFindings(before as readonly Finding[] | undefined, after as readonly Finding[]),
    refetchInterval: ({ state }) => ((state.data?.length ?? 0) > manyFindings ? seldom : others),
    refetchOnWindowFocus: 'always',
  })
}

/** Of those that are as they were, the old ones: what hangs on them is not drawn anew, and nothing is compared to its depth. */
function sameFindings(before: readonly Finding[] | undefined, after: readonly Finding[]): readonly Finding[] {
  if (before === undefined || before === after) return after
  const known = new Map(before.map((one) => [one.id, one]))
  const all = after.map((one) => {
    const old = known.get(one.id)
    return old !== undefined && isSame(old, one) ? old : one
  })
  return all.length === before.length && all.every((one, index) => one === before[index]) ? before : all
}

/** What an audit says of a finding stays as long as the audit; people change the rest. */
const isSame = (one: Finding, other: Finding): boolean =>
  one === other ||
  (one.version === other.version &&
    one.status === other.status &&
    one.comments === other.comments &&
    one.number === other.number &&
    one.message === other.message &&
    one.decisions.length === other.decisions.length)

export function useComments(document: string, isWanted: boolean) {
  return useQuery({
    queryKey: keys.comments(document),
    queryFn: async ({ signal }) => (await client.call('comments.list', { params: { document }, signal })).items,
    enabled: isWanted,
    refetchInterval: others,
  })
}
