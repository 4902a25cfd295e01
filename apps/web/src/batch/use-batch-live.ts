/** A batch as it goes on: told by the server while it runs, read every few seconds where that line is broken. */
import type { BatchEvent, DocumentItem } from '@jiheng/contract'
import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { client } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { inboxKey } from '../shell/inbox-link.tsx'
import { isUnderWay } from '../upload/upload-queue.ts'
import { useUploads } from '../upload/uploads.ts'
import { useBatch } from './use-batch.ts'

const often = 2_000
const seldom = 20_000
const beforeAnotherTry = 4_000

export function useBatchLive(batch: string) {
  const cache = useQueryClient()
  const [isBroken, setBroken] = useState(false)
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null)
  const isUploading = useUploads().some((one) => one.batch === batch && isUnderWay(one))
  const [isRunning, setRunning] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const query = useBatch(batch, { refetchInterval: isUploading || (isRunning && isBroken) ? often : seldom })
  const state = query.data?.state
  useEffect(() => setRunning(state === 'running'), [state])
  useEffect(() => {
    if (!isUploading) void cache.invalidateQueries({ queryKey: keys.batch(batch), exact: true })
  }, [batch, isUploading, cache])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another line
  useEffect(() => {
    if (!isRunning) return
    const source = new EventSource(client.address('batches.events', { params: { batch } }))
    source.addEventListener('open', () => setBroken(false))
    source.addEventListener('message', ({ data }) => {
      const event = JSON.parse(String(data)) as BatchEvent
      cache.setQueryData(keys.batch(batch), event.batch)
      putDocuments(cache, batch, event.documents)
      setSecondsLeft(event.secondsLeft)
    })
    // Meanwhile the page reads. A line that broke the browser mends itself; one that was refused it gives up.
    let again: ReturnType<typeof setTimeout> | undefined
    source.addEventListener('error', () => {
      setBroken(true)
      if (source.readyState === EventSource.CLOSED) again = setTimeout(() => setAttempt((before) => before + 1), beforeAnotherTry)
    })
    return () => {
      clearTimeout(again)
      source.close()
      setSecondsLeft(null)
    }
  }, [batch, isRunning, cache, attempt])

  // At its end everything that was made of it is read anew.
  const finishedAt = query.data?.finishedAt
  useEffect(() => {
    if (finishedAt === undefined) return
    for (const queryKey of [keys.batchDocuments(batch), keys.batchSummary(batch), keys.batches, keys.findings, inboxKey]) {
      void cache.invalidateQueries({ queryKey })
    }
  }, [batch, finishedAt, cache])
  // New files have rows that are not there yet.
  const files = query.data === undefined ? 0 : Object.values(query.data.files).reduce((sum, count) => sum + count, 0)
  useEffect(() => {
    if (files > 0) void cache.invalidateQueries({ queryKey: keys.batchDocuments(batch) })
  }, [batch, files, cache])
  return { ...query, isUploading, isPolling: isRunning && isBroken, secondsLeft }
}

type Pages = InfiniteData<{ readonly items: readonly DocumentItem[]; readonly next: string | null }>

/** States and counts of rows that are shown; whose unit was recognised meanwhile shows at the end. */
function putDocuments(cache: QueryClient, batch: string, changed: BatchEvent['documents']): void {
  if (changed.length === 0) return
  const byId = new Map(changed.map((one) => [one.id, one]))
  cache.setQueryData<Pages>(
    keys.batchDocuments(batch),
    (known) =>
      known && {
        ...known,
        pages: known.pages.map((page) => ({
          ...page,
          items: page.items.map((item) => {
            const now = byId.get(item.id)
            return now === undefined ? item : { ...item, state: now.state, findings: now.findings }
          }),
        })),
      },
  )
}
