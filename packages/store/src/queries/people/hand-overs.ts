/** 岗位交接: a post goes from one person to another on one day, with what was open then. */
import { type HandOver, Refusal } from '@jiheng/contract'
import { type RawBuilder, sql } from 'kysely'
import { byViewer, record } from '../../journal/record.ts'
import { organisationNames } from '../../organisations/names.ts'
import { reachableOrganisation } from '../../scope.ts'
import type { Work } from '../../work.ts'
import { pageOf, readCursor } from '../cursor.ts'
import { lockRegion } from '../regions.ts'
import { dayIn } from '../viewers.ts'
import { refuseBeyondOwn } from './beyond-own.ts'
import { keepOneManager } from './managers.ts'
import { close, givenBy, hasPost, openPost, personNamed, wholeRegion } from './posts.ts'

/** Ends the post of the one and begins the other's, at once. Refuses with thing.not-found, thing.exists, post.beyond-own. */
export async function handOverPost(
  work: Work,
  postId: string,
  { to, note }: { readonly to: string; readonly note: string },
): Promise<HandOver> {
  const { db, now, newId, viewer } = work
  await lockRegion(work, viewer.regionId)
  const post = await openPost(work, postId)
  await refuseBeyondOwn(work, 'post.manage', await givenBy(work, post), to === viewer.accountId)
  const taker = await personNamed(work, to)
  if (taker.isDisabled) throw new Refusal('thing.not-found')
  const organisationId = post.organisation?.id ?? null
  if (await hasPost(work, to, post.role.id, organisationId))
    throw new Refusal('thing.exists', { details: { what: `“${taker.name}”的这个岗位` } })
  const today = dayIn(now)
  if (post.from > today) throw new Refusal('thing.not-found')
  await close(work, post)
  await db
    .insertInto('posts')
    .values({
      region_id: viewer.regionId,
      id: newId(),
      account_id: to,
      role_id: post.role.id,
      organisation_id: organisationId,
      from_day: today,
      to_day: null,
      created_at: now,
    })
    .execute()
  await keepOneManager(work, viewer.regionId)
  const row = {
    region_id: viewer.regionId,
    id: newId(),
    post_id: post.id,
    from_account_id: post.account.id,
    to_account_id: to,
    organisation_id: organisationId,
    role_name: post.role.name,
    day: today,
    note,
    ...(await openAt(work, organisationId)),
    created_at: now,
  }
  await db.insertInto('hand_overs').values(row).execute()
  const organisation = post.organisation?.name ?? wholeRegion
  const details = { role: post.role.name, organisation, from: post.account.name, to: taker.name }
  await record(work, 'post.handed-over', { ...byViewer(viewer), subject: { kind: 'account', id: to }, details })
  return shown(row, post.account.name, taker.name, post.organisation?.name ?? null)
}

/** What is not finished below the place: submitted documents that wait or were returned, questions that nobody has answered. Private drafts are not counted. */
async function openAt({ db, viewer }: Work, organisationId: string | null): Promise<{ open_documents: number; open_questions: number }> {
  const below: RawBuilder<boolean> =
    organisationId === null
      ? sql`true`
      : sql`exists (select 1 from organisation_scopes s where s.region_id = d.region_id and s.year = d.scope_year
          and s.organisation_id = d.scope_organisation_id and s.ancestor_id = ${organisationId})`
  const current = sql<boolean>`d.region_id = ${viewer.regionId} and d.stage = 'submitted' and d.replaced_by_id is null and ${below}`
  const count = sql<number>`count(*)::integer`.as('count')
  const documents = await db
    .selectFrom('documents as d')
    .select(count)
    .where(current)
    .where('d.review', 'in', ['waiting', 'returned'])
    .executeTakeFirstOrThrow()
  const questions = await db
    .selectFrom('documents as d')
    .innerJoin('finding_states as f', (join) => join.onRef('f.region_id', '=', 'd.region_id').onRef('f.series_id', '=', 'd.series_id'))
    .select(count)
    .where(current)
    .where('f.status', '=', 'asked')
    .executeTakeFirstOrThrow()
  return { open_documents: documents.count, open_questions: questions.count }
}

/** Of the places where the viewer manages posts; the newest first. */
export async function listHandOvers(work: Work, { after, limit }: { readonly after?: string | undefined; readonly limit: number }) {
  const { db, now, viewer } = work
  const year = Number(dayIn(now).slice(0, 4))
  const all = db
    .selectFrom('hand_overs as h')
    .innerJoin('accounts as f', (join) => join.onRef('f.region_id', '=', 'h.region_id').onRef('f.id', '=', 'h.from_account_id'))
    .innerJoin('accounts as t', (join) => join.onRef('t.region_id', '=', 'h.region_id').onRef('t.id', '=', 'h.to_account_id'))
    .selectAll('h')
    .select(['f.name as from_name', 't.name as to_name'])
    .where('h.region_id', '=', viewer.regionId)
    .where(reachableOrganisation(viewer, 'post.manage', 'h.organisation_id', year))
    .orderBy('h.created_at', 'desc')
    .orderBy('h.id', 'desc')
    .limit(limit + 1)
  const cursor = readCursor(after, ['instant', 'id'])
  const [at, id] = cursor ?? []
  const rows = await (cursor === null ? all : all.where(sql<boolean>`(h.created_at, h.id) < (${at}::timestamptz, ${id}::uuid)`)).execute()
  const names = await organisationNames(
    work,
    viewer.regionId,
    rows.flatMap(({ organisation_id }) => organisation_id ?? []),
  )
  return pageOf(
    rows,
    limit,
    (row) => [row.created_at.toISOString(), row.id],
    (row) => shown(row, row.from_name, row.to_name, row.organisation_id === null ? null : (names.get(row.organisation_id) ?? '')),
  )
}

interface Row {
  readonly id: string
  readonly post_id: string
  readonly from_account_id: string
  readonly to_account_id: string
  readonly organisation_id: string | null
  readonly role_name: string
  readonly day: string
  readonly note: string
  readonly open_documents: number
  readonly open_questions: number
}

const shown = (row: Row, fromName: string, toName: string, organisationName: string | null): HandOver => ({
  id: row.id,
  post: row.post_id,
  from: { id: row.from_account_id, name: fromName },
  to: { id: row.to_account_id, name: toName },
  organisation: row.organisation_id === null ? null : { id: row.organisation_id, name: organisationName ?? '' },
  role: row.role_name,
  day: row.day,
  note: row.note,
  open: { documents: row.open_documents, questions: row.open_questions },
})
