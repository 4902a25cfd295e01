/** A batch of short reports, audited to the end before anybody reviews. */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { clientOf, type Member, madeReport, type Office } from '../platform/office.ts'

/** Ids of the documents. */
export async function fillDocuments(origin: string, { bureau, units, reviewers }: Office, count: number): Promise<readonly string[]> {
  const client = clientOf(() => origin, reviewers[0] as Member)
  const body = { title: '2024年度部门整体支出绩效自评', purpose: 'review', organisation: bureau, year: 2024, scheme: null } as const
  const { id: batch } = await client.call('batches.create', { body })
  for (let at = 0; at < count; at++) {
    const unit = units[at % units.length]?.name ?? ''
    const query = { name: `${unit}_${at}.txt` }
    await client.call('batches.receive', { params: { batch }, query, body: madeReport(unit, randomUUID()) })
  }
  for (let tries = 0; ; tries++) {
    const { state, files } = await client.call('batches.get', { params: { batch } })
    if (state === 'done') break
    if (tries === 1200) throw new Error(`the documents were not audited in time: ${JSON.stringify(files)}`)
    await wait(250)
  }
  const { items } = await client.call('documents.list', { query: { batch, limit: 500 } })
  return items.map(({ id }) => id)
}
