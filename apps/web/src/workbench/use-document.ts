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

export function useFindings(document: string, audit: string | null) {
  return useQuery({
    queryKey: keys.documentFindings(document),
    queryFn: async ({ signal }): Promise<readonly Finding[]> =>
      (await client.call('documents.findings', { params: { document }, signal })).items,
    enabled: audit !== null,
    refetchInterval: ({ state }) => ((state.data?.length ?? 0) > manyFindings ? seldom : others),
    refetchOnWindowFocus: 'always',
  })
}

export function useComments(document: string, isWanted: boolean) {
  return useQuery({
    queryKey: keys.comments(document),
    queryFn: async ({ signal }) => (await client.call('comments.list', { params: { document }, signal })).items,
    enabled: isWanted,
    refetchInterval: others,
  })
}
