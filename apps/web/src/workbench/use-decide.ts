/** A decision shows at once; where somebody was faster, the newer state comes and the person is told. */
import type { Finding, FindingStatus } from '@jiheng/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { inboxKey } from '../shell/inbox-link.tsx'

export interface Decided {
  /** As the person saw it. */
  readonly finding: Finding
  readonly status: FindingStatus
  readonly reason: string
}

export function useDecide(document: string) {
  const cache = useQueryClient()
  const key = keys.documentFindings(document)
  const put = (changed: Finding) =>
    cache.setQueriesData<readonly Finding[]>({ queryKey: key }, (all) => all?.map((one) => (one.id === changed.id ? changed : one)))
  return useMutation({
    mutationFn: ({ finding, status, reason }: Decided) =>
      client.call('findings.decide', { params: { document, finding: finding.id }, body: { status, reason, version: finding.version } }),
    onMutate: async ({ finding, status }) => {
      await cache.cancelQueries({ queryKey: key })
      put({ ...finding, status })
    },
    onSuccess: async (changed) => {
      // What was on its way meanwhile may be older than this.
      await cache.cancelQueries({ queryKey: key })
      put(changed)
    },
    onError: async (_error, { finding }) => {
      put(finding)
      await cache.invalidateQueries({ queryKey: key })
    },
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: keys.document(document), exact: true })
      void cache.invalidateQueries({ queryKey: inboxKey })
      void cache.invalidateQueries({ queryKey: keys.findings })
    },
  })
}
