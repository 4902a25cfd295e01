/** One document with all that is known about it. */
import { type DocumentDetail, Refusal } from '@jiheng/contract'
import type { Selectable } from 'kysely'
import type { AuditRow } from '../../tables.ts'
import type { Ground, Work } from '../../work.ts'
import { documentsOf, toItem, unitName } from './document-item.ts'
import { heldDocument, mayOf } from './may.ts'

/** Throws thing.not-found. */
export async function getDocument(work: Work, id: string): Promise<DocumentDetail> {
  const held = await heldDocument(work, id, false)
  const row = await documentsOf(work).selectAll('d').select(unitName.as('organisation')).where('d.id', '=', id).executeTakeFirstOrThrow()
  const audit = await newestAudit(work, row.region_id, id)
  return {
    ...toItem(row),
    reviews: await reviewsOf(work, id),
    others: await othersOf(work, row),
    audit: audit === null ? null : auditOf(audit),
    coverage: (audit?.coverage ?? null) as DocumentDetail['coverage'],
    untold: [...((audit?.untold ?? []) as DocumentDetail['untold'])],
    may: mayOf(held),
  }
}

export async function newestAudit({ db }: Ground, regionId: string, documentId: string): Promise<Selectable<AuditRow> | null> {
  const found = await db
    .selectFrom('audits')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('document_id', '=', documentId)
    .orderBy('audited_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

const auditOf = ({ audited_at, engine, catalogue, schemes, seconds }: Selectable<AuditRow>): DocumentDetail['audit'] => ({
  at: audited_at.toISOString(),
  engine,
  catalogue,
  schemes: [...schemes],
  seconds,
})

/** The newest first. */
async function reviewsOf({ db, viewer }: Work, id: string): Promise<DocumentDetail['reviews']> {
  const rows = await db
    .selectFrom('reviews as r')
    .innerJoin('accounts as a', (join) => join.onRef('a.region_id', '=', 'r.region_id').onRef('a.id', '=', 'r.decided_by'))
    .selectAll('r')
    .select('a.name')
    .where('r.region_id', '=', viewer.regionId)
    .where('r.document_id', '=', id)
    .orderBy('r.decided_at', 'desc')
    .orderBy('r.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    decision: row.decision,
    opinion: row.opinion,
    due: row.due,
    by: { id: row.decided_by, name: row.name },
    at: row.decided_at.toISOString(),
  }))
}

const mostOthers = 50

/** Of the same unit, other years and versions; as far as the viewer sees them. */
async function othersOf(
  work: Work,
  row: { readonly id: string; readonly organisation_id: string | null; readonly series_id: string },
): Promise<DocumentDetail['others']> {
  const { organisation_id, series_id } = row
  const rows = await documentsOf(work)
    .select(['d.id', 'd.title', 'd.year', 'd.stage', 'd.received_at', 'd.replaced_by_id'])
    .where((eb) =>
      eb.or([eb('d.series_id', '=', series_id), ...(organisation_id === null ? [] : [eb('d.organisation_id', '=', organisation_id)])]),
    )
    .where('d.id', '<>', row.id)
    .orderBy('d.year', 'desc')
    .orderBy('d.received_at', 'desc')
    .limit(mostOthers)
    .execute()
  return rows.map((one) => ({
    id: one.id,
    title: one.title,
    year: one.year,
    stage: one.stage,
    receivedAt: one.received_at.toISOString(),
    isCurrent: one.replaced_by_id === null,
  }))
}

export interface KeptDocument {
  readonly id: string
  readonly regionId: string
  readonly fileName: string
  readonly sha256: string
  readonly bytes: number
  readonly format: string | null
  readonly unit: string | null
  readonly seriesId: string
  readonly audit: Selectable<AuditRow> | null
}

/** Where what was kept of a document lies. Throws thing.not-found. */
export async function keptDocument(work: Work, id: string): Promise<KeptDocument> {
  const row = await documentsOf(work).selectAll('d').select(unitName.as('organisation')).where('d.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('thing.not-found')
  return {
    id,
    regionId: row.region_id,
    fileName: row.file_name,
    sha256: row.sha256,
    bytes: Number(row.bytes),
    format: row.format,
    unit: row.organisation ?? row.unit_printed,
    seriesId: row.series_id,
    audit: await newestAudit(work, row.region_id, id),
  }
}
