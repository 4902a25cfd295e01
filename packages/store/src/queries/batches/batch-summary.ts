/** What a batch comes to, counted by the database: by unit, kind, check and status, what recurs, what is shared, unread and missing. */
import { type BatchBar, type BatchSummary, Refusal } from '@jiheng/contract'
import { sql } from 'kysely'
import type { Work } from '../../work.ts'
import { documentsOf, unitName } from '../documents/document-item.ts'
import { visibleFindings } from '../findings/list-findings.ts'
import { batchesOf, type NamedBatch } from './batch-shape.ts'

/** Bars of one plot, and lines of one list. */
const mostBars = 500
const mostLines = 500
/** What is in fewer documents is nothing that a notice should speak of. */
const recurs = 2

/** Throws thing.not-found. */
export async function summariseBatch(work: Work, id: string): Promise<BatchSummary> {
  const batch = await batchesOf(work).where('b.id', '=', id).executeTakeFirst()
  if (batch === undefined) throw new Refusal('thing.not-found')
  const byCheck = await checks(work, id)
  return {
    byUnit: await units(work, id),
    byKind: await kinds(work, id),
    byCheck: byCheck.map(({ example: _, ...bar }) => bar),
    byStatus: await statuses(work, id),
    recurring: byCheck
      .filter(({ documents }) => documents >= recurs)
      .sort((a, b) => b.documents - a.documents || totalOf(b) - totalOf(a))
      .map((bar) => ({ check: bar.id ?? '', title: bar.name, documents: bar.documents, findings: totalOf(bar), example: bar.example })),
    shared: await shared(work, batch),
    unread: await unread(work, id),
    missing: await missing(work, batch),
  }
}

const totalOf = ({ error, warning, info }: BatchBar): number => error + warning + info

async function units(work: Work, batch: string): Promise<BatchBar[]> {
  const name = sql<string>`coalesce(${unitName}, d.unit_printed, d.file_name)`
  return documentsOf(work)
    .select([name.as('name'), sql<string | null>`d.organisation_id::text`.as('id')])
    .select([
      sql<number>`sum(d.errors)::int`.as('error'),
      sql<number>`sum(d.warnings)::int`.as('warning'),
      sql<number>`sum(d.infos)::int`.as('info'),
      sql<number>`sum(d.open_findings)::int`.as('open'),
      sql<number>`count(*)::int`.as('documents'),
    ])
    .where('d.batch_id', '=', batch)
    .groupBy(['d.organisation_id', name])
    .orderBy('error', 'desc')
    .orderBy('warning', 'desc')
    .orderBy(name)
    .limit(mostBars)
    .execute()
}

const counted = [
  sql<number>`count(*) filter (where f.severity = 'error')::int`.as('error'),
  sql<number>`count(*) filter (where f.severity = 'warning')::int`.as('warning'),
  sql<number>`count(*) filter (where f.severity = 'info')::int`.as('info'),
  sql<number>`count(*) filter (where coalesce(s.status, 'open') in ('open', 'answered'))::int`.as('open'),
  sql<number>`count(distinct f.document_id)::int`.as('documents'),
] as const

async function kinds(work: Work, batch: string): Promise<BatchBar[]> {
  return visibleFindings(work)
    .select([sql<string>`min(f.content->>'kindWords')`.as('name'), 'f.kind as id'])
    .select(counted)
    .where('d.batch_id', '=', batch)
    .groupBy('f.kind')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('f.kind')
    .execute()
}

async function checks(work: Work, batch: string): Promise<(BatchBar & { readonly example: string })[]> {
  return visibleFindings(work)
    .select([sql<string>`min(f.title)`.as('name'), 'f.check_id as id'])
    .select(counted)
    .select(sql<string>`(array_agg(f.message order by f.document_id, f.number))[1]`.as('example'))
    .where('d.batch_id', '=', batch)
    .groupBy('f.check_id')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('f.check_id')
    .execute()
}

async function statuses(work: Work, batch: string): Promise<Record<string, number>> {
  const status = sql<string>`coalesce(s.status, 'open')`
  const rows = await visibleFindings(work)
    .select([status.as('status'), sql<number>`count(*)::int`.as('findings')])
    .where('d.batch_id', '=', batch)
    .groupBy(status)
    .execute()
  return Object.fromEntries(rows.map(({ status, findings }) => [status, findings]))
}

/** Of documents that the viewer may see, both of them. */
async function shared(work: Work, batch: NamedBatch): Promise<BatchSummary['shared']> {
  const ids = [...new Set(batch.shared.flatMap(({ documents }) => documents.map(({ id }) => id)))]
  if (ids.length === 0) return []
  const rows = await documentsOf(work)
    .select(['d.id', 'd.file_name', 'd.unit_printed', unitName.as('unit')])
    .where('d.id', 'in', ids)
    .execute()
  const known = new Map(rows.map((row) => [row.id, row]))
  return batch.shared
    .filter(({ documents }) => documents.every(({ id }) => known.has(id)))
    .map(({ excerpt, documents }) => ({
      excerpt,
      documents: documents.map(({ id, unit, line }) => {
        const row = known.get(id)
        return { id, unit: unit ?? row?.unit ?? row?.unit_printed ?? null, fileName: row?.file_name ?? '', line }
      }),
    }))
}

async function unread(work: Work, batch: string): Promise<BatchSummary['unread']> {
  const rows = await documentsOf(work)
    .select(['d.id', 'd.file_name', 'd.notes'])
    .where('d.batch_id', '=', batch)
    .where('d.state', 'in', ['unread', 'failed'])
    .orderBy('d.received_at')
    .orderBy('d.id')
    .limit(mostLines)
    .execute()
  return rows.map(({ id, file_name, notes }) => ({ id, fileName: file_name, why: notes[0] ?? '没有读出内容。' }))
}

/** Those straight below whoever set the batch up; for the bureau all departments. Reports of other places say nothing about who is missing here. */
async function missing({ db }: Work, batch: NamedBatch): Promise<BatchSummary['missing']> {
  if (batch.purpose === 'self-check') return []
  const anyMatched = await db
    .selectFrom('documents')
    .select('id')
    .where('region_id', '=', batch.region_id)
    .where('batch_id', '=', batch.id)
    .where('organisation_id', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  if (anyMatched === undefined) return []
  const rows = await sql<{ id: string; name: string }>`
    select y.organisation_id as id, y.name from organisation_years y
    join organisations o on o.region_id = y.region_id and o.id = y.organisation_id
    join organisations b on b.region_id = y.region_id and b.id = ${batch.organisation_id}
    where y.region_id = ${batch.region_id} and y.year = ${batch.scope_year}
      and case when b.is_bureau then o.kind = 'department' else y.parent_id = b.id end
      and not exists (
        select 1 from documents d
        join organisation_scopes s on s.region_id = d.region_id and s.year = ${batch.scope_year} and s.organisation_id = d.organisation_id
        where d.region_id = y.region_id and d.batch_id = ${batch.id} and s.ancestor_id = y.organisation_id)
    order by y.position limit ${mostLines}`.execute(db)
  return rows.rows
}
