/** From dropped files to a batch that is being audited: one drop is enough. */
import type { Batch } from '@jiheng/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { useWork } from '../api/use-session.ts'
import type { Chosen } from '../upload/read-drop.ts'
import { uploadQueue } from '../upload/uploads.ts'
import { batchName } from './batch-name.ts'

export interface NewBatch {
  readonly files: readonly Chosen[]
  /** '' is named for what was dropped. */
  readonly title: string
  readonly year: number
  readonly scheme: string | null
}

/** Rejects with what the server said; null where the list of organisations is empty. */
export function useStartBatch() {
  const { desk } = useWork()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async ({ files, title, year, scheme }: NewBatch): Promise<Batch | null> => {
      const organisation = desk?.organisation?.id ?? (await bureauOf(year))
      if (organisation === null) return null
      const named = title.trim() === '' ? batchName(files, year, new Date().toISOString()) : title.trim()
      const batch = await client.call('batches.create', { body: { title: named, purpose: 'review', organisation, year, scheme } })
      cache.setQueryData(keys.batch(batch.id), batch)
      void cache.invalidateQueries({ queryKey: keys.batches })
      uploadQueue.add(batch.id, files)
      return batch
    },
  })
}

/** Who works for the whole region sets up batches of the bureau. */
async function bureauOf(year: number): Promise<string | null> {
  const { items } = await client.call('organisations.list', { query: { year } })
  return (items.find(({ isBureau }) => isBureau) ?? items.find(({ parent }) => parent === null))?.id ?? null
}
