/** Files on their way to the server: one request a file, a few at once. Lives as long as the page of the browser, whatever is shown on it. */
import type { Chosen } from './read-drop.ts'

export type UploadState = 'waiting' | 'sending' | 'done' | 'repeated' | 'failed' | 'cancelled'

export interface Upload extends Chosen {
  readonly id: string
  readonly batch: string
  readonly organisation: string | null
  readonly state: UploadState
  /** 0 to 1 */
  readonly sent: number
  /** Why it failed. */
  readonly error: unknown
  /** It failed, and would fail again: the fault lies in the file. */
  readonly isHopeless: boolean
}

export interface UploadQueue {
  readonly add: (batch: string, files: readonly Chosen[], organisation?: string | null) => void
  /** Those that failed and may yet arrive, of one batch. */
  readonly retry: (batch: string) => void
  /** Those that have not arrived, of one batch. */
  readonly cancel: (batch: string) => void
  /** Forgets those that came to their end. */
  readonly clear: (batch: string) => void
  readonly uploads: () => readonly Upload[]
  readonly subscribe: (listener: () => void) => () => void
}

interface Options {
  /** Sends one file; tells whether the batch has the same bytes already. Rejects with what the server said. */
  readonly send: (upload: Upload, onSent: (share: number) => void, signal: AbortSignal) => Promise<{ readonly isRepeated: boolean }>
  readonly newId: () => string
  /** Whether a failure may pass by itself. */
  readonly mayPass: (error: unknown) => boolean
  /** Whether the file itself is refused, so that nobody need try again. */
  readonly isRefused?: (error: unknown) => boolean
  readonly atOnce?: number
  /** Tries of one file, where a failure may pass; the pause before the next try grows. */
  readonly tries?: number
  readonly pause?: (milliseconds: number) => Promise<void>
}

export function createUploadQueue({
  send,
  newId,
  mayPass,
  isRefused = () => false,
  atOnce = 3,
  tries = 3,
  pause = wait,
}: Options): UploadQueue {
  let uploads: readonly Upload[] = []
  let sending = 0
  const waiting: string[] = []
  const stops = new Map<string, AbortController>()
  const listeners = new Set<() => void>()

  const put = (next: readonly Upload[]) => {
    uploads = next
    for (const listener of listeners) listener()
  }
  const change = (id: string, changes: Partial<Upload>) => put(uploads.map((one) => (one.id === id ? { ...one, ...changes } : one)))

  const deliver = async (id: string) => {
    const upload = uploads.find((one) => one.id === id)
    if (upload?.state !== 'waiting') return
    const stop = new AbortController()
    stops.set(id, stop)
    change(id, { state: 'sending', sent: 0, error: null })
    for (let attempt = 1; ; attempt++) {
      try {
        const { isRepeated } = await send(upload, (sent) => change(id, { sent }), stop.signal)
        change(id, { state: isRepeated ? 'repeated' : 'done', sent: 1 })
        break
      } catch (error) {
        if (stop.signal.aborted) {
          change(id, { state: 'cancelled' })
          break
        }
        if (attempt >= tries || !mayPass(error)) {
          change(id, { state: 'failed', error, isHopeless: isRefused(error) })
          break
        }
        await pause(attempt * 2_000)
        if (stop.signal.aborted) {
          change(id, { state: 'cancelled' })
          break
        }
      }
    }
    stops.delete(id)
  }

  const fill = () => {
    while (sending < atOnce) {
      const id = waiting.shift()
      if (id === undefined) return
      sending++
      void deliver(id).finally(() => {
        sending--
        fill()
      })
    }
  }

  return {
    add(batch, files, organisation = null) {
      const added = files.map(
        (file): Upload => ({
          ...file,
          id: newId(),
          batch,
          organisation,
          state: 'waiting',
          sent: 0,
          error: null,
          isHopeless: false,
        }),
      )
      put([...uploads, ...added])
      waiting.push(...added.map(({ id }) => id))
      fill()
    },
    retry(batch) {
      const again = new Set(uploads.filter((one) => one.batch === batch && mayRetry(one)).map(({ id }) => id))
      put(uploads.map((one) => (again.has(one.id) ? { ...one, state: 'waiting', sent: 0, error: null } : one)))
      waiting.push(...again)
      fill()
    },
    cancel(batch) {
      for (const { id, state } of uploads.filter((one) => one.batch === batch)) if (state === 'sending') stops.get(id)?.abort()
      put(uploads.map((one) => (one.batch === batch && one.state === 'waiting' ? { ...one, state: 'cancelled' } : one)))
    },
    clear: (batch) => put(uploads.filter((one) => one.batch !== batch || isUnderWay(one))),
    uploads: () => uploads,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const isUnderWay = ({ state }: Upload): boolean => state === 'waiting' || state === 'sending'

export const mayRetry = ({ state, isHopeless }: Upload): boolean => state === 'failed' && !isHopeless

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
