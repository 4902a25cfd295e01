/** A change of the whole document: what comes back is shown, and the lists that hold it are read again. */
import type { DocumentDetail } from '@jiheng/contract'
import { useQueryClient } from '@tanstack/react-query'
import { keys } from '../../api/keys.ts'
import { inboxKey } from '../../shell/inbox-link.tsx'

/** Rejects as `change` does; what is newer is read then, so that a second try goes out from it. */
export function useChange({
  id,
  batch,
}: Pick<DocumentDetail, 'id' | 'batch'>): (change: () => Promise<DocumentDetail | null>) => Promise<void> {
  const cache = useQueryClient()
  return async (change) => {
    try {
      const now = await change()
      if (now !== null) cache.setQueryData(keys.document(id), now)
    } catch (error) {
      await Promise.all([
        cache.invalidateQueries({ queryKey: keys.document(id), exact: true }),
        cache.invalidateQueries({ queryKey: keys.batchDocuments(batch) }),
      ])
      throw error
    }
    for (const queryKey of [keys.batch(batch), keys.batches, keys.documents, keys.findings, keys.documentFindings(id), inboxKey]) {
      void cache.invalidateQueries({ queryKey })
    }
  }
}
