/** What changed in a batch since somebody last looked, for a page that stays open. */
import type { BatchEvent } from '@jiheng/contract'
import { sql } from 'kysely'
import type { Work } from '../../work.ts'
import { documentsOf } from '../documents/document-item.ts'
import { getBatch } from './batches.ts'

type Changed = BatchEvent['documents'][number]

export interface BatchLook {
  readonly event: BatchEvent
  /** What every document of it looked like, so that the next look tells only what is new. */
  readonly seen: ReadonlyMap<string, string>
}

const mostDocuments = 200
/** A transaction that began a little earlier may be seen a little later. */
const overlapMs = 10_000
/** Over which the speed is taken. */
const recentMs = 60_000

/** `since`: when it was looked last; null: everything is new. Throws thing.not-found. */
export async function lookAtBatch(work: Work, id: string, since: Date | null, seen: ReadonlyMap<string, string>): Promise<BatchLook> {
  const batch = await getBatch(work, id)
  let query = documentsOf(work)
    .leftJoin('audits as a', (join) =>
      join
        .onRef('a.region_id', '=', 'd.region_id')
        .onRef('a.document_id', '=', 'd.id')
        .on(sql<boolean>`a.id = (select max(n.id::text)::uuid from audits n where n.region_id = d.region_id and n.document_id = d.id)`),
    )
    .select(['d.id', 'd.file_name', 'd.state', 'd.errors', 'd.warnings', 'd.infos', 'd.open_findings', 'a.seconds'])
    .where('d.batch_id', '=', id)
  if (since !== null) {
    const from = new Date(since.getTime() - overlapMs)
    query = query.where((eb) => eb.or([eb('d.state', '=', 'running'), eb('d.ended_at', '>=', from)]))
  }
  const rows = await query.orderBy(sql`d.ended_at desc nulls first`).orderBy('d.id').limit(mostDocuments).execute()
  const now = new Map<string, string>()
  const documents: Changed[] = []
  for (const row of rows) {
    const one: Changed = {
      id: row.id,
      fileName: row.file_name,
      state: row.state,
      findings: { error: row.errors, warning: row.warnings, info: row.infos, open: row.open_findings },
      seconds: row.seconds,
    }
    const look = JSON.stringify(one)
    now.set(row.id, look)
    if (seen.get(row.id) !== look) documents.push(one)
  }
  const left = batch.files.waiting + batch.files.running
  return { event: { batch, documents, left, secondsLeft: await secondsLeft(work, id, left) }, seen: now }
}

async function secondsLeft(work: Work, id: string, left: number): Promise<number | null> {
  if (left === 0) return 0
  const from = new Date(work.now.getTime() - recentMs)
  const { files, first } = await documentsOf(work)
    .select([sql<number>`count(*)::int`.as('files'), sql<Date | null>`min(d.ended_at)`.as('first')])
    .where('d.batch_id', '=', id)
    .where('d.ended_at', '>=', from)
    .executeTakeFirstOrThrow()
  if (files < 2 || first === null) return null
  const seconds = Math.max(0.1, (work.now.getTime() - first.getTime()) / 1000)
  return Math.ceil((left * seconds) / files)
}
