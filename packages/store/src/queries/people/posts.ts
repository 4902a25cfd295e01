/** Posts: who holds which role where. One that is ended has ended at once, and is kept. */
import { type Post, Refusal } from '@jiheng/contract'
import { byViewer, record } from '../../journal/record.ts'
import { organisationNames } from '../../organisations/names.ts'
import { readUnit } from '../../organisations/units.ts'
import type { Work } from '../../work.ts'
import { lockRegion } from '../regions.ts'
import { dayIn } from '../viewers.ts'
import { refuseBeyondOwn } from './beyond-own.ts'
import { keepOneManager } from './managers.ts'
import { readRole } from './roles.ts'

export const wholeRegion = '全地区'

export interface NewPost {
  readonly account: string
  readonly organisation: string | null
  readonly role: string
  readonly from: string
}

/** Refuses with thing.not-found, thing.exists for a post that the person has, and post.beyond-own. */
export async function createPost(work: Work, { account, organisation, role: roleId, from }: NewPost): Promise<Post> {
  // Two that give the same post at once: the second sees the first's.
  await lockRegion(work, work.viewer.regionId)
  const role = await readRole(work, roleId)
  const given = { organisationId: organisation, permissions: role.permissions }
  await refuseBeyondOwn(work, 'post.manage', given, account === work.viewer.accountId)
  return insertPost(work, { account, organisation, role: roleId, from })
}

/** Without asking whether the viewer may. */
export async function insertPost(work: Work, { account, organisation, role: roleId, from }: NewPost): Promise<Post> {
  const { db, now, newId, viewer } = work
  const { name } = await personNamed(work, account)
  if (organisation !== null && (await readUnit(work, viewer.regionId, organisation)) === null) throw new Refusal('thing.not-found')
  if (await hasPost(work, account, roleId, organisation)) throw new Refusal('thing.exists', { details: { what: `“${name}”的这个岗位` } })
  const id = newId()
  await db
    .insertInto('posts')
    .values({
      region_id: viewer.regionId,
      id,
      account_id: account,
      role_id: roleId,
      organisation_id: organisation,
      from_day: from,
      to_day: null,
      created_at: now,
    })
    .execute()
  const post = await readPost(work, id)
  await record(work, 'post.created', { ...byViewer(viewer), subject: { kind: 'account', id: account }, details: said(post) })
  return post
}

/** Refuses with thing.not-found, post.beyond-own, post.last-manager. One that was to begin later is as if it had never been. */
export async function endPost(work: Work, id: string): Promise<void> {
  const { viewer } = work
  await lockRegion(work, viewer.regionId)
  const post = await openPost(work, id)
  await refuseBeyondOwn(work, 'post.manage', await givenBy(work, post), false)
  await close(work, post)
  await keepOneManager(work, viewer.regionId)
  await record(work, 'post.ended', { ...byViewer(viewer), subject: { kind: 'account', id: post.account.id }, details: said(post) })
}

export async function close({ db, now, viewer }: Work, { id, from }: Pick<Post, 'id' | 'from'>): Promise<void> {
  const today = dayIn(now)
  const own = { region_id: viewer.regionId, id }
  if (from > today) await db.deleteFrom('posts').where('region_id', '=', own.region_id).where('id', '=', id).execute()
  else await db.updateTable('posts').set({ to_day: today }).where('region_id', '=', own.region_id).where('id', '=', id).execute()
}

export async function givenBy(work: Work, { organisation, role }: Post) {
  const { permissions } = await readRole(work, role.id)
  return { organisationId: organisation?.id ?? null, permissions }
}

/** In words, for the journal. */
export const said = ({ account, role, organisation }: Post) => ({
  name: account.name,
  role: role.name,
  organisation: organisation?.name ?? wholeRegion,
})

/** thing.not-found for one that has ended, or is of another region. */
export async function openPost(work: Work, id: string): Promise<Post> {
  const post = await readPost(work, id)
  if (post.to !== null && post.to <= dayIn(work.now)) throw new Refusal('thing.not-found')
  return post
}

export async function readPost(work: Work, id: string): Promise<Post> {
  const [post] = (await postsWhere(work, { id })).values()
  const [only] = post ?? []
  if (only === undefined) throw new Refusal('thing.not-found')
  return only
}

/** Posts that are held or to come, of each of the people. */
export async function postsOf(work: Work, accountIds: readonly string[]): Promise<ReadonlyMap<string, readonly Post[]>> {
  return accountIds.length === 0 ? new Map() : postsWhere(work, { accountIds })
}

async function postsWhere(
  work: Work,
  which: { readonly id: string } | { readonly accountIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly Post[]>> {
  const { db, now, viewer } = work
  const all = db
    .selectFrom('posts as p')
    .innerJoin('roles as r', (join) => join.onRef('r.region_id', '=', 'p.region_id').onRef('r.id', '=', 'p.role_id'))
    .innerJoin('accounts as a', (join) => join.onRef('a.region_id', '=', 'p.region_id').onRef('a.id', '=', 'p.account_id'))
    .select([
      'p.id',
      'p.account_id',
      'a.name',
      'a.login_name',
      'p.organisation_id',
      'r.id as role_id',
      'r.name as role_name',
      'p.from_day',
      'p.to_day',
    ])
    .where('p.region_id', '=', viewer.regionId)
    .orderBy('p.from_day')
    .orderBy('p.id')
  const query =
    'id' in which
      ? all.where('p.id', '=', which.id)
      : all
          .where('p.account_id', 'in', [...which.accountIds])
          .where((eb) => eb.or([eb('p.to_day', 'is', null), eb('p.to_day', '>', dayIn(now))]))
  const rows = await query.execute()
  const names = await organisationNames(
    work,
    viewer.regionId,
    rows.flatMap(({ organisation_id }) => organisation_id ?? []),
  )
  const found = new Map<string, Post[]>()
  for (const row of rows) {
    const { id, account_id, name, login_name, organisation_id, role_id, role_name, from_day, to_day } = row
    const post: Post = {
      id,
      account: { id: account_id, name, loginName: login_name },
      organisation: organisation_id === null ? null : { id: organisation_id, name: names.get(organisation_id) ?? '' },
      role: { id: role_id, name: role_name },
      from: from_day,
      to: to_day,
    }
    found.set(account_id, [...(found.get(account_id) ?? []), post])
  }
  return found
}

/** A person of the region who can be given a post; thing.not-found otherwise. */
export async function personNamed({ db, viewer }: Work, id: string): Promise<{ readonly name: string; readonly isDisabled: boolean }> {
  const row = await db
    .selectFrom('accounts')
    .select(['name', 'is_disabled'])
    .where('region_id', '=', viewer.regionId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('thing.not-found')
  return { name: row.name, isDisabled: row.is_disabled }
}

export async function hasPost(work: Work, account: string, role: string, organisation: string | null): Promise<boolean> {
  const posts = (await postsOf(work, [account])).get(account) ?? []
  return posts.some((post) => post.role.id === role && (post.organisation?.id ?? null) === organisation)
}
