/** The one queue of this page, and what pages see of it. */
import type { ProblemCode } from '@jiheng/contract'
import { useSyncExternalStore } from 'react'
import { clientOver, freshKey, ProblemError } from '../api/client.ts'
import { mayPass } from '../api/query-client.ts'
import { sendWithProgress } from '../api/send-with-progress.ts'
import { createUploadQueue, isUnderWay, type Upload } from './upload-queue.ts'

/** What the server says of the file itself. */
const refusals: ReadonlySet<string> = new Set<ProblemCode>(['file.empty', 'file.too-large'])

export const uploadQueue = createUploadQueue({
  newId: freshKey,
  mayPass,
  isRefused: (error) => error instanceof ProblemError && refusals.has(error.problem.code),
  // The id is the key as well: a file whose answer was lost is not received twice.
  send: ({ id, batch, name, file, organisation }, onSent, signal) =>
    clientOver(sendWithProgress(onSent)).call('batches.receive', {
      params: { batch },
      query: { name, ...(organisation === null ? {} : { organisation }) },
      body: file,
      key: id,
      signal,
    }),
})

/** Redrawn at most once a frame: hundreds of files tell of themselves at once. */
function subscribe(listener: () => void): () => void {
  let frame: number | null = null
  const end = uploadQueue.subscribe(() => {
    frame ??= requestAnimationFrame(() => {
      frame = null
      listener()
    })
  })
  return () => {
    end()
    if (frame !== null) cancelAnimationFrame(frame)
  }
}

export const useUploads = (): readonly Upload[] => useSyncExternalStore(subscribe, uploadQueue.uploads)

// Whoever closes the page while files are on their way is asked first.
addEventListener('beforeunload', (event) => {
  if (uploadQueue.uploads().some(isUnderWay)) event.preventDefault()
})
