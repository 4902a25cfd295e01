/** Drafts of one unit go into one batch a year, which only the unit sees. */
import type { Batch } from '@jiheng/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import type { Chosen } from '../upload/read-drop.ts'
import { uploadQueue } from '../upload/uploads.ts'
import { batch as words } from '../wording/batch.ts'

export interface Draft {
  readonly unit: string
  readonly year: number
  readonly files: readonly Chosen[]
}

/** @returns the batch into which the files go */
export function useSelfCheck() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async ({ unit, year, files }: Draft): Promise<Batch> => {
      const { items } = await client.call('batches.list', { query: { purpose: 'self-check', year, limit: 100 } })
      const known = items.find(({ organisation, state }) => organisation.id === unit && state !== 'cancelled')
      const body = { title: words.selfCheckTitle(year), purpose: 'self-check', organisation: unit, year, scheme: 'auto' } as const
      const batch = known ?? (await client.call('batches.create', { body }))
      cache.setQueryData(keys.batch(batch.id), batch)
      uploadQueue.add(batch.id, files, unit)
      return batch
    },
  })
}
