/** A document is assigned, audited again, or removed. */
import { type DocumentDetail, permissions, Refusal } from '@jiheng/contract'
import { byViewer, record } from '../../journal/record.ts'
import type { DocumentRow } from '../../tables.ts'
import type { Work } from '../../work.ts'
import { settleBatch } from '../batches/settle-batch.ts'
import { enqueue, priorities } from '../jobs/enqueue.ts'
import { demandUnit } from './demand-unit.ts'
import { getDocument } from './document-detail.ts'
import { demand, demandVersion, heldDocument } from './may.ts'
import { scopeYear } from './scope-year.ts'
import { closeGap, type DocumentRecord, follow, heirOf, leaveSeries, recount, versionBefore } from './series.ts'

export interface Assignment {
  /** null: of no unit of the list. */
  readonly organisation: string | null
  readonly year: number
  readonly kind: DocumentRow['kind']
  readonly title: string
  readonly version: number
}

/** Throws thing.not-found, thing.changed, permission.missing. */
export async function assignDocument(work: Work, id: string, to: Assignment): Promise<DocumentDetail> {
  const { db, viewer } = work
  const one = await heldDocument(work, id, true)
  const { document } = one
  await demandVersion(work, document, to.version)
  demand(one, 'assign', '指定单位')
  const isPrivate = document.stage === 'private'
  // A draft stays its unit's: given to another it would show there.
  if (isPrivate && to.organisation !== document.organisation_id) {
    throw new Refusal('permission.missing', { details: { permission: permissions['batch.manage'] } })
  }
  const owner = to.organisation ?? (await batchOwner(work, document))
  const year = await scopeYear(work, viewer.regionId, owner, to.year)
  if (to.organisation !== null && !isPrivate && to.organisation !== document.organisation_id) await demandUnit(work, owner, to.year)
  // Of another unit or year it is no version of what it followed: what was said about that is not for the eyes of this unit.
  const isSame = to.organisation === document.organisation_id && to.year === document.year && to.kind === document.kind
  const left = isSame ? null : await leaveSeries(work, document)
  const values = {
    organisation_id: to.organisation,
    scope_organisation_id: owner,
    scope_year: year,
    year: to.year,
    kind: to.kind,
    title: to.title,
    is_assigned: true,
  }
  const changed = await db
    .updateTable('documents')
    .set({ ...values, version: document.version + 1 })
    .where('region_id', '=', viewer.regionId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const before = changed.state === 'done' ? await versionBefore(work, changed) : null
  const series = before === null ? changed.series_id : await follow(work, changed, before)
  for (const one of [series, left]) if (one !== null) await recount(work, viewer.regionId, one)
  await record(work, 'document.assigned', {
    ...byViewer(viewer),
    subject: { kind: 'document', id },
    details: { fileName: document.file_name, organisation: await nameOf(work, to.organisation) },
  })
  return getDocument(work, id)
}

async function batchOwner({ db, viewer }: Work, document: DocumentRecord): Promise<string> {
  const batch = await db
    .selectFrom('batches')
    .select('organisation_id')
    .where('region_id', '=', viewer.regionId)
    .where('id', '=', document.batch_id)
    .executeTakeFirstOrThrow()
  return batch.organisation_id
}

async function nameOf({ db, viewer }: Work, organisation: string | null): Promise<string> {
  if (organisation === null) return '未对上名录'
  const row = await db
    .selectFrom('organisations')
    .select('names')
    .where('region_id', '=', viewer.regionId)
    .where('id', '=', organisation)
    .executeTakeFirst()
  return row?.names.at(-1)?.value ?? ''
}

/** Throws thing.not-found, permission.missing. One that waits or runs is left to it. */
export async function auditDocumentAgain(work: Work, id: string): Promise<DocumentDetail> {
  const { db, viewer } = work
  const one = await heldDocument(work, id, true)
  const { document } = one
  demand(one, 'audit-again', '重新校核')
  const isAtWork = document.state === 'waiting' || document.state === 'running'
  if (!isAtWork && Number(document.bytes) > 0) {
    await db
      .updateTable('documents')
      .set({ state: 'waiting', ended_at: null })
      .where('region_id', '=', viewer.regionId)
      .where('id', '=', id)
      .execute()
    await db
      .updateTable('batches')
      .set({ finished_at: null })
      .where('region_id', '=', viewer.regionId)
      .where('id', '=', document.batch_id)
      .execute()
    const job = { regionId: viewer.regionId, kind: 'document.audit', batchId: document.batch_id, documentId: id } as const
    await enqueue(work, [{ ...job, priority: priorities.own, createdBy: viewer.accountId }])
    await record(work, 'document.audited-again', {
      ...byViewer(viewer),
      subject: { kind: 'document', id },
      details: { fileName: document.file_name },
    })
  }
  return getDocument(work, id)
}

/** A draft that nobody else has seen goes, with what was said beside it, without a trace but the line in the journal. Throws thing.not-found, document.wrong-stage. */
export async function removeDocument(work: Work, id: string): Promise<void> {
  const { db, viewer } = work
  const one = await heldDocument(work, id, true)
  demand(one, 'remove', '删除')
  const { document } = one
  const own = { region: viewer.regionId, id }
  await closeGap(work, document)
  const heir = await heirOf(work, document)
  if (heir === null) await db.deleteFrom('finding_states').where('region_id', '=', own.region).where('series_id', '=', id).execute()
  else await leaveTo(work, document, heir)
  for (const table of ['decisions', 'comments', 'reviews', 'findings', 'audits', 'jobs'] as const) {
    await db.deleteFrom(table).where('region_id', '=', own.region).where('document_id', '=', id).execute()
  }
  await db.deleteFrom('documents').where('region_id', '=', own.region).where('id', '=', id).execute()
  await settleBatch(work, { region_id: own.region, batch_id: document.batch_id })
  await record(work, 'document.removed', {
    ...byViewer(viewer),
    subject: { kind: 'document', id },
    details: { fileName: document.file_name },
  })
}

/** What was decided holds for the versions that stay. Kept by the first version: when that goes, the heir takes its place. */
async function leaveTo({ db }: Work, { region_id, id }: DocumentRecord, heir: string): Promise<void> {
  await db.updateTable('decisions').set({ document_id: heir }).where('region_id', '=', region_id).where('document_id', '=', id).execute()
  for (const table of ['documents', 'finding_states', 'decisions', 'comments'] as const) {
    await db.updateTable(table).set({ series_id: heir }).where('region_id', '=', region_id).where('series_id', '=', id).execute()
  }
}
