/** The findings of one document, with what people decided about them. */
import { type Decision, type Finding, Refusal } from '@jiheng/contract'
import { sql } from 'kysely'
import { commentOnReadable } from '../../scope.ts'
import type { Ground, Work } from '../../work.ts'
import { newestAudit } from '../documents/document-detail.ts'
import { heldDocument, isReviewer } from '../documents/may.ts'

/** In the order of their numbers. Throws thing.not-found, document.not-audited. */
export async function findingsOf(work: Work, documentId: string): Promise<Finding[]> {
  const { document, held } = await heldDocument(work, documentId, false)
  if ((await newestAudit(work, document.region_id, documentId)) === null) throw new Refusal('document.not-audited')
  return readFindings(work, document, isReviewer(held), null)
}

interface OfSeries {
  readonly region_id: string
  readonly id: string
  readonly series_id: string
}

/** `only`: this one. `seesAll`: counts what reviewers say among themselves, too. */
export async function readFindings(work: Work, document: OfSeries, seesAll: boolean, only: string | null): Promise<Finding[]> {
  const { db } = work
  const { region_id, id, series_id } = document
  let query = db
    .selectFrom('findings as f')
    .leftJoin('finding_states as s', (join) =>
      join.onRef('s.region_id', '=', 'f.region_id').on('s.series_id', '=', series_id).onRef('s.finding_id', '=', 'f.finding_id'),
    )
    .select(['f.finding_id', 'f.content', 's.status', 's.version'])
    .where('f.region_id', '=', region_id)
    .where('f.document_id', '=', id)
  if (only !== null) query = query.where('f.finding_id', '=', only)
  const rows = await query.orderBy('f.number').execute()
  const decisions = await decisionsOf(work, document, only)
  const comments = await commentCounts(work, document, seesAll)
  return rows.map(({ finding_id, content, status, version }) => ({
    ...(content as Omit<Finding, 'status' | 'decisions' | 'comments' | 'version'>),
    status: status ?? 'open',
    decisions: decisions.get(finding_id) ?? [],
    comments: comments.get(finding_id) ?? 0,
    version: version ?? 0,
  }))
}

/** The newest first. */
async function decisionsOf(
  { db }: Ground,
  { region_id, series_id }: OfSeries,
  only: string | null,
): Promise<ReadonlyMap<string, Decision[]>> {
  let query = db
    .selectFrom('decisions as e')
    .innerJoin('accounts as a', (join) => join.onRef('a.region_id', '=', 'e.region_id').onRef('a.id', '=', 'e.decided_by'))
    .select(['e.finding_id', 'e.status', 'e.reason', 'e.decided_by', 'e.decided_at', 'a.name'])
    .where('e.region_id', '=', region_id)
    .where('e.series_id', '=', series_id)
  if (only !== null) query = query.where('e.finding_id', '=', only)
  const decisions = new Map<string, Decision[]>()
  for (const row of await query.orderBy('e.decided_at', 'desc').orderBy('e.id', 'desc').execute()) {
    const list = decisions.get(row.finding_id) ?? []
    decisions.set(row.finding_id, list)
    list.push({ status: row.status, reason: row.reason, by: { id: row.decided_by, name: row.name }, at: row.decided_at.toISOString() })
  }
  return decisions
}

async function commentCounts(
  { db, viewer }: Work,
  { region_id, series_id }: OfSeries,
  seesAll: boolean,
): Promise<ReadonlyMap<string, number>> {
  let query = db
    .selectFrom('comments as c')
    .select(['c.finding_id', sql<number>`count(*)::int`.as('comments')])
    .where('c.region_id', '=', region_id)
    .where('c.series_id', '=', series_id)
    .where('c.finding_id', 'is not', null)
    .where(commentOnReadable(viewer, 'c'))
  if (!seesAll) query = query.where('c.audience', '=', 'all')
  const rows = await query.groupBy('c.finding_id').execute()
  return new Map(rows.map(({ finding_id, comments }) => [finding_id as string, comments]))
}
