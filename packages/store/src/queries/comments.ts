/** What people write beside a document. What reviewers say among themselves its unit never sees; what a unit says beside an earlier draft nobody else. */
import { type Comment, permissions, Refusal } from '@jiheng/contract'
import { sql } from 'kysely'
import { byViewer, record } from '../journal/record.ts'
import { commentOnReadable } from '../scope.ts'
import type { Work } from '../work.ts'
import { heldDocument, isReviewer } from './documents/may.ts'
import type { DocumentRecord } from './documents/series.ts'

/** The oldest first. Throws thing.not-found. */
export async function listComments(work: Work, documentId: string): Promise<Comment[]> {
  const { db, viewer } = work
  const { document, held } = await heldDocument(work, documentId, false)
  let query = db
    .selectFrom('comments as c')
    .innerJoin('accounts as a', (join) => join.onRef('a.region_id', '=', 'c.region_id').onRef('a.id', '=', 'c.written_by'))
    .select(['c.id', 'c.finding_id', 'c.audience', 'c.text', 'c.written_by', 'c.written_at', 'a.name'])
    .where('c.region_id', '=', viewer.regionId)
    .where('c.series_id', '=', document.series_id)
    .where(commentOnReadable(viewer, 'c'))
  if (!isReviewer(held)) query = query.where('c.audience', '=', 'all')
  const rows = await query.orderBy('c.written_at').orderBy('c.id').execute()
  return rows.map((row) => ({
    id: row.id,
    finding: row.finding_id,
    audience: row.audience,
    text: row.text,
    by: { id: row.written_by, name: row.name },
    at: row.written_at.toISOString(),
  }))
}

export interface NewComment {
  readonly finding: string | null
  readonly audience: 'reviewers' | 'all'
  readonly text: string
}

/** Beside one document: more than anybody reads. */
const mostComments = 500

/** Throws thing.not-found, permission.missing, comment.too-many. */
export async function writeComment(work: Work, documentId: string, { finding, audience, text }: NewComment): Promise<Comment> {
  const { db, viewer, now, newId } = work
  // Locked: of two that write the last one at once one is too many.
  const { document, held } = await heldDocument(work, documentId, true)
  if (!held.has('comment.write') || (audience === 'reviewers' && !isReviewer(held))) {
    throw new Refusal('permission.missing', { details: { permission: permissions['comment.write'] } })
  }
  if (finding !== null && !(await isThere(work, documentId, finding))) throw new Refusal('thing.not-found')
  if ((await commentsOn(work, document)) >= mostComments) throw new Refusal('comment.too-many', { details: { limit: mostComments } })
  const id = newId()
  await db
    .insertInto('comments')
    .values({
      region_id: viewer.regionId,
      id,
      series_id: document.series_id,
      document_id: documentId,
      finding_id: finding,
      audience,
      text,
      written_by: viewer.accountId,
      written_at: now,
    })
    .execute()
  await record(work, 'comment.written', {
    ...byViewer(viewer),
    subject: { kind: 'document', id: documentId },
    details: { finding, audience },
  })
  return { id, finding, audience, text, by: { id: viewer.accountId, name: viewer.name }, at: now.toISOString() }
}

async function commentsOn({ db }: Work, { region_id, series_id, id }: DocumentRecord): Promise<number> {
  const { comments } = await db
    .selectFrom('comments')
    .select(sql<number>`count(*)::int`.as('comments'))
    .where('region_id', '=', region_id)
    .where('series_id', '=', series_id)
    .where('document_id', '=', id)
    .executeTakeFirstOrThrow()
  return comments
}

async function isThere({ db, viewer }: Work, documentId: string, findingId: string): Promise<boolean> {
  const found = await db
    .selectFrom('findings')
    .select('finding_id')
    .where('region_id', '=', viewer.regionId)
    .where('document_id', '=', documentId)
    .where('finding_id', '=', findingId)
    .executeTakeFirst()
  return found !== undefined
}
