/** A document's way: handed in, taken back, returned, passed, made public. Each step is somebody's, and is kept. */
import { type DocumentDetail, type JournalEvent, Refusal } from '@jiheng/contract'
import type { Updateable } from 'kysely'
import { sql } from 'kysely'
import { byViewer, record } from '../../journal/record.ts'
import type { DocumentRow, ReviewRow } from '../../tables.ts'
import type { Work } from '../../work.ts'
import { getDocument } from './document-detail.ts'
import { type Act, demand, demandVersion, type HeldDocument, heldDocument } from './may.ts'
import { type DocumentRecord, follow, joinSeries, recount, versionBefore } from './series.ts'

/** Nobody is kept from submitting: open errors, and a file that could not be read, want a statement. */
export async function submitDocument(work: Work, id: string, statement: string | null, version: number): Promise<DocumentDetail> {
  const one = await locked(work, id, 'submit', '报送', version)
  const { document } = one
  if (document.state === 'waiting' || document.state === 'running') throw new Refusal('document.not-audited')
  const said = statement === null || statement === '' ? null : statement
  const open = document.state === 'done' ? await openErrors(work, document) : 1
  if (open > 0 && said === null) throw new Refusal('document.open-errors', { details: { count: open } })
  await change(work, document, { stage: 'submitted', review: 'waiting', submitted_at: work.now, statement: said })
  await ownJudgementsBecomeAnswers(work, document)
  const before = await versionBefore(work, { ...document, stage: 'submitted', replaces_id: null })
  const series = before === null ? document.series_id : await follow(work, document, before)
  await recount(work, document.region_id, series)
  return told(work, document, 'submitted', 'document.submitted', said ?? '', null)
}

/** Before anybody has reviewed it; it is private again, and so is what is decided about it from now on. */
export async function withdrawDocument(work: Work, id: string, version: number): Promise<DocumentDetail> {
  const { document } = await locked(work, id, 'withdraw', '撤回', version)
  await change(work, document, { stage: 'private', submitted_at: null, statement: null, replaces_id: null })
  if (document.replaces_id !== null) {
    await work.db
      .updateTable('documents')
      .set({ replaced_by_id: null })
      .where('region_id', '=', document.region_id)
      .where('id', '=', document.replaces_id)
      .execute()
    if (document.series_id !== document.id) await joinSeries(work, document, document.id)
    await recount(work, document.region_id, document.id)
  }
  return told(work, document, 'withdrawn', 'document.withdrawn', '', null)
}

export async function returnDocument(
  work: Work,
  id: string,
  { opinion, due, version }: { readonly opinion: string; readonly due: string | null; readonly version: number },
): Promise<DocumentDetail> {
  const { document } = await locked(work, id, 'return', '退回', version)
  await change(work, document, { review: 'returned' })
  return told(work, document, 'returned', 'document.returned', opinion, due)
}

export async function passDocument(work: Work, id: string, opinion: string, version: number): Promise<DocumentDetail> {
  const { document } = await locked(work, id, 'pass', '审核通过', version)
  await change(work, document, { review: 'passed' })
  return told(work, document, 'passed', 'document.passed', opinion, null)
}

export async function publishDocument(work: Work, id: string, version: number): Promise<DocumentDetail> {
  const { document } = await locked(work, id, 'publish', '标为已公开', version)
  await change(work, document, { stage: 'published' })
  return told(work, document, 'published', 'document.published', '', null)
}

async function locked(work: Work, id: string, act: Act, action: string, version: number): Promise<HeldDocument> {
  const one = await heldDocument(work, id, true)
  await demandVersion(work, one.document, version)
  demand(one, act, action)
  return one
}

async function openErrors({ db }: Work, { region_id, id, series_id }: DocumentRecord): Promise<number> {
  const { errors } = await db
    .selectFrom('findings as f')
    .leftJoin('finding_states as s', (join) =>
      join.onRef('s.region_id', '=', 'f.region_id').on('s.series_id', '=', series_id).onRef('s.finding_id', '=', 'f.finding_id'),
    )
    .select(sql<number>`count(*)::int`.as('errors'))
    .where('f.region_id', '=', region_id)
    .where('f.document_id', '=', id)
    .where('f.severity', '=', 'error')
    .where(sql<boolean>`coalesce(s.status, 'open') <> 'dismissed'`)
    .executeTakeFirstOrThrow()
  return errors
}

/** What a unit has found to be right in its own draft is an answer to whoever reviews it, and no judgement. */
async function ownJudgementsBecomeAnswers({ db }: Work, { region_id, series_id }: DocumentRecord): Promise<void> {
  await db
    .updateTable('finding_states')
    .set((eb) => ({ status: 'answered', version: eb('version', '+', 1) }))
    .where('region_id', '=', region_id)
    .where('series_id', '=', series_id)
    .where('status', '=', 'dismissed')
    .execute()
}

async function change({ db }: Work, { region_id, id, version }: DocumentRecord, values: Updateable<DocumentRow>): Promise<void> {
  await db
    .updateTable('documents')
    .set({ ...values, version: version + 1 })
    .where('region_id', '=', region_id)
    .where('id', '=', id)
    .execute()
}

async function told(
  work: Work,
  { region_id, id, title }: DocumentRecord,
  decision: ReviewRow['decision'],
  event: JournalEvent,
  opinion: string,
  due: string | null,
): Promise<DocumentDetail> {
  const { db, now, newId, viewer } = work
  const row = { region_id, id: newId(), document_id: id, decision, opinion, due, decided_by: viewer.accountId, decided_at: now }
  await db.insertInto('reviews').values(row).execute()
  await record(work, event, { ...byViewer(viewer), subject: { kind: 'document', id }, details: { title } })
  return getDocument(work, id)
}
