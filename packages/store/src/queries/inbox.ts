/** What waits for a person: to be reviewed, answered, corrected, assigned. */
import type { Inbox, Permission } from '@jiheng/contract'
import { sql } from 'kysely'
import { reaches, readableDocument } from '../scope.ts'
import type { Work } from '../work.ts'
import { documentsOf, unitName } from './documents/document-item.ts'
import { visibleFindings } from './findings/list-findings.ts'
import { dayIn } from './viewers.ts'

const mostItems = 20

type Item = Inbox['items'][number]

/** A kind of waiting thing: whom it waits for, and how it is found. */
interface Waiting {
  readonly kind: Item['kind']
  readonly needs: Permission
  readonly count: 'toReview' | 'returned' | 'ownReturned' | 'unassigned'
  readonly isShown: boolean
}

const documentsWaiting: readonly Waiting[] = [
  { kind: 'review', needs: 'document.pass', count: 'toReview', isShown: true },
  { kind: 'returned', needs: 'document.return', count: 'returned', isShown: false },
  { kind: 'returned', needs: 'document.submit', count: 'ownReturned', isShown: true },
  { kind: 'assign', needs: 'batch.manage', count: 'unassigned', isShown: true },
]

export async function readInbox(work: Work): Promise<Inbox> {
  const counts = { toReview: 0, returned: 0, ownReturned: 0, unassigned: 0 }
  const items: Item[] = []
  for (const waiting of documentsWaiting) {
    const found = await documentsThatWait(work, waiting)
    counts[waiting.count] = found.count
    items.push(...found.items)
  }
  const asked = await findingsThatWait(work, 'asked', 'finding.ask', null)
  const answered = await findingsThatWait(work, 'answered', 'finding.ask', 'answer')
  const ownAsked = await findingsThatWait(work, 'asked', 'finding.answer', 'question')
  items.push(...answered.items, ...ownAsked.items)
  const newest = items.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, mostItems)
  return {
    year: await latestYear(work),
    ...counts,
    asked: asked.count,
    answered: answered.count,
    ownAsked: ownAsked.count,
    running: await runningFiles(work),
    items: newest,
  }
}

async function documentsThatWait(work: Work, { kind, needs, count, isShown }: Waiting): Promise<{ count: number; items: Item[] }> {
  const { viewer } = work
  // Whoever may return reviews as well as whoever may pass: a bureau may split the two.
  const reached =
    count === 'toReview'
      ? sql<boolean>`(${reaches(viewer, needs, 'd')} or ${reaches(viewer, 'document.return', 'd')})`
      : reaches(viewer, needs, 'd')
  let query = documentsOf(work).where('d.stage', '=', 'submitted').where('d.replaced_by_id', 'is', null).where(reached)
  if (count === 'toReview') query = query.where('d.review', '=', 'waiting').where('d.state', 'in', ['done', 'unread', 'failed'])
  else if (count === 'unassigned') query = query.where('d.organisation_id', 'is', null).where('d.state', '=', 'done')
  else query = query.where('d.review', '=', 'returned')
  const { total } = await query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  if (!isShown || total === 0) return { count: total, items: [] }
  // What is of no unit yet is assigned before it is reviewed: it is shown once.
  const shown = kind === 'review' ? query.where('d.organisation_id', 'is not', null) : query
  const rows = await shown
    .select(['d.id', 'd.title', 'd.received_at', 'd.unit_printed', unitName.as('unit')])
    .orderBy('d.received_at', 'desc')
    .limit(mostItems)
    .execute()
  const items = rows.map((row) => ({
    kind,
    document: row.id,
    finding: null,
    title: row.title,
    unit: row.unit ?? row.unit_printed,
    at: row.received_at.toISOString(),
  }))
  return { count: total, items }
}

async function findingsThatWait(
  work: Work,
  status: 'asked' | 'answered',
  needs: Permission,
  kind: 'answer' | 'question' | null,
): Promise<{ count: number; items: Item[] }> {
  const query = visibleFindings(work)
    .where('s.status', '=', status)
    .where('d.stage', '=', 'submitted')
    .where('d.replaced_by_id', 'is', null)
    .where(reaches(work.viewer, needs, 'd'))
  const { total } = await query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  if (kind === null || total === 0) return { count: total, items: [] }
  const rows = await query
    .select(['f.document_id', 'f.finding_id', 'f.title', 'f.unit_printed', 's.decided_at'])
    .orderBy('s.decided_at', 'desc')
    .limit(mostItems)
    .execute()
  const items = rows.map((row) => ({
    kind,
    document: row.document_id,
    finding: row.finding_id,
    title: row.title,
    unit: row.unit_printed,
    at: (row.decided_at as Date).toISOString(),
  }))
  return { count: total, items }
}

async function runningFiles({ db, viewer }: Work): Promise<number> {
  const { files } = await db
    .selectFrom('documents as d')
    .select(sql<number>`count(*)::int`.as('files'))
    .where('d.state', 'in', ['waiting', 'running'])
    .where(readableDocument(viewer, 'd'))
    .executeTakeFirstOrThrow()
  return files
}

/** Of which reports are at hand; before there is any, the year that is reported about now. */
async function latestYear(work: Work): Promise<number> {
  const { year } = await documentsOf(work).select(sql<number | null>`max(d.year)`.as('year')).executeTakeFirstOrThrow()
  return year ?? Number(dayIn(work.now).slice(0, 4)) - 1
}
