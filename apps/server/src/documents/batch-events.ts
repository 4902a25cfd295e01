/** What happens in a batch, told as long as somebody looks: the database is asked, so that it does not matter which server does the work. */
import { setTimeout as wait } from 'node:timers/promises'
import type { BatchEvent } from '@jiheng/contract'
import { lookAtBatch } from '@jiheng/store'
import type { Container } from '../container.ts'
import type { Look } from '../http/answers.ts'

const busyMs = 700
const idleMs = 3_000

/** Throws what `look` refuses with, and thing.not-found for a batch that was taken out of sight meanwhile. */
export async function* batchEvents(
  { clock }: Pick<Container, 'clock'>,
  look: Look,
  batch: string,
  gone: AbortSignal,
): AsyncGenerator<BatchEvent> {
  let since: Date | null = null
  let seen: ReadonlyMap<string, string> = new Map()
  let told = ''
  while (!gone.aborted) {
    const [last, known] = [since, seen]
    const found = await look((work) => lookAtBatch(work, batch, last, known))
    since = clock()
    seen = found.seen
    const { event } = found
    const said = JSON.stringify(event.batch)
    if (said !== told || event.documents.length > 0) yield event
    told = said
    const isBusy = event.batch.state === 'running'
    await wait(isBusy ? busyMs : idleMs, undefined, { signal: gone }).catch(() => {})
  }
}
