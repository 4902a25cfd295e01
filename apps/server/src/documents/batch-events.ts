/** What happens in a batch, told as long as somebody looks: the database is asked, so that it does not matter which server does the work. */
import { setTimeout as wait } from 'node:timers/promises'
import { type BatchEvent, Refusal } from '@jiheng/contract'
import { lookAtBatch, type Viewer } from '@jiheng/store'
import type { Container } from '../container.ts'

const busyMs = 700
const idleMs = 3_000
/** Then the page asks again, and who may no longer see it is told so. */
const longestMs = 10 * 60_000

export async function* batchEvents(
  { transact, clock }: Pick<Container, 'transact' | 'clock'>,
  viewer: Viewer,
  batch: string,
  gone: AbortSignal,
): AsyncGenerator<BatchEvent> {
  const end = clock().getTime() + longestMs
  let since: Date | null = null
  let seen: ReadonlyMap<string, string> = new Map()
  let told = ''
  while (!gone.aborted && clock().getTime() < end) {
    const [last, known] = [since, seen]
    const look = await transact((ground) => lookAtBatch({ ...ground, viewer }, batch, last, known)).catch(orGone)
    if (look === null) return
    since = clock()
    seen = look.seen
    const { event } = look
    const said = JSON.stringify(event.batch)
    if (said !== told || event.documents.length > 0) yield event
    told = said
    const isBusy = event.batch.state === 'running'
    await wait(isBusy ? busyMs : idleMs, undefined, { signal: gone }).catch(() => {})
  }
}

/** It may have been taken out of sight meanwhile. */
function orGone(error: unknown): null {
  if (error instanceof Refusal && error.code === 'thing.not-found') return null
  throw error
}
