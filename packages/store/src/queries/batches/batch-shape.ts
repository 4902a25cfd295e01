/** A batch as a page shows it, with the counts of what the viewer may see of it. */
import type { Batch, ProgressState } from '@jiheng/contract'
import { type Selectable, sql } from 'kysely'
import { readableBatch, readableDocument } from '../../scope.ts'
import type { BatchRow } from '../../tables.ts'
import type { Work } from '../../work.ts'

export type NamedBatch = Selectable<BatchRow> & { readonly organisation: string | null; readonly creator: string }

/** Batches that the viewer may see, with the names that they point at. */
export const batchesOf = ({ db, viewer }: Work) =>
  db
    .selectFrom('batches as b')
    .innerJoin('accounts as a', (join) => join.onRef('a.region_id', '=', 'b.region_id').onRef('a.id', '=', 'b.created_by'))
    .innerJoin('organisations as o', (join) => join.onRef('o.region_id', '=', 'b.region_id').onRef('o.id', '=', 'b.organisation_id'))
    .leftJoin('organisation_years as y', (join) =>
      join
        .onRef('y.region_id', '=', 'b.region_id')
        .onRef('y.year', '=', 'b.scope_year')
        .onRef('y.organisation_id', '=', 'b.organisation_id'),
    )
    .selectAll('b')
    .select(['a.name as creator', sql<string>`coalesce(y.name, o.names->-1->>'value')`.as('organisation')])
    .where('b.region_id', '=', viewer.regionId)
    .where(readableBatch(viewer, 'b'))

const none = { waiting: 0, running: 0, done: 0, unread: 0, failed: 0, cancelled: 0 }

interface Counts {
  readonly files: Record<ProgressState, number>
  readonly findings: { error: number; warning: number; info: number; open: number }
  units: number
  working: number
}

/** In the order of the rows. */
export async function toBatches(work: Work, rows: readonly NamedBatch[]): Promise<readonly Batch[]> {
  const counts = await countsOf(work, rows)
  return rows.map((row) => toBatch(row, counts.get(row.id) ?? noCounts()))
}

const noCounts = (): Counts => ({ files: { ...none }, findings: { error: 0, warning: 0, info: 0, open: 0 }, units: 0, working: 0 })

function toBatch(row: NamedBatch, { files, findings, units, working }: Counts): Batch {
  const total = Object.values(files).reduce((sum, count) => sum + count, 0)
  const isRunning = files.waiting + files.running + working > 0
  return {
    id: row.id,
    title: row.title,
    purpose: row.purpose,
    organisation: { id: row.organisation_id, name: row.organisation ?? '' },
    year: row.year,
    scheme: row.scheme,
    state: row.is_cancelled ? 'cancelled' : isRunning ? 'running' : total === 0 ? 'open' : 'done',
    files,
    findings,
    units,
    createdAt: row.created_at.toISOString(),
    createdBy: { id: row.created_by, name: row.creator },
    finishedAt: row.finished_at?.toISOString() ?? null,
    version: row.version,
  }
}

async function countsOf({ db, viewer }: Work, rows: readonly NamedBatch[]): Promise<ReadonlyMap<string, Counts>> {
  const counts = new Map(rows.map(({ id }) => [id, noCounts()]))
  if (rows.length === 0) return counts
  const ids = rows.map(({ id }) => id)
  const states = await db
    .selectFrom('documents as d')
    .select(['d.batch_id', 'd.state'])
    .select([
      sql<number>`count(*)::int`.as('files'),
      sql<number>`sum(d.errors)::int`.as('error'),
      sql<number>`sum(d.warnings)::int`.as('warning'),
      sql<number>`sum(d.infos)::int`.as('info'),
      sql<number>`sum(d.open_findings)::int`.as('open'),
    ])
    .where('d.batch_id', 'in', ids)
    .where(readableDocument(viewer, 'd'))
    .groupBy(['d.batch_id', 'd.state'])
    .execute()
  for (const { batch_id, state, files, ...findings } of states) {
    const one = counts.get(batch_id) as Counts
    one.files[state] = files
    for (const severity of ['error', 'warning', 'info', 'open'] as const) one.findings[severity] += findings[severity]
  }
  const units = await db
    .selectFrom('documents as d')
    .select(['d.batch_id', sql<number>`count(distinct coalesce(d.organisation_id::text, d.unit_printed))::int`.as('units')])
    .where('d.batch_id', 'in', ids)
    .where(readableDocument(viewer, 'd'))
    .groupBy('d.batch_id')
    .execute()
  for (const one of units) (counts.get(one.batch_id) as Counts).units = one.units
  const working = await db
    .selectFrom('jobs as j')
    .select(['j.batch_id', sql<number>`count(*)::int`.as('jobs')])
    .where('j.region_id', '=', viewer.regionId)
    .where('j.batch_id', 'in', ids)
    .where('j.state', 'in', ['ready', 'running'])
    .where('j.kind', 'in', ['archive.open', 'batch.compare'])
    .groupBy('j.batch_id')
    .execute()
  for (const one of working) (counts.get(one.batch_id as string) as Counts).working = one.jobs
  return counts
}
