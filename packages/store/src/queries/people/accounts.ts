/** People of a region: those in reach of the viewer, and what is done to their accounts. */
import { type Account, Refusal } from '@jiheng/contract'
import { type Selectable, sql } from 'kysely'
import { changedBy } from '../../journal/changed-by.ts'
import { byViewer, record } from '../../journal/record.ts'
import { reachableOrganisation } from '../../scope.ts'
import type { AccountRow } from '../../tables.ts'
import { reachOf } from '../../viewer.ts'
import type { Work } from '../../work.ts'
import { pageOf, readCursor } from '../cursor.ts'
import { containing } from '../like.ts'
import { lockRegion } from '../regions.ts'
import { dayIn } from '../viewers.ts'
import { refuseAccountBeyondOwn, refuseBeyondOwn } from './beyond-own.ts'
import { insertAccount } from './insert-account.ts'
import { dropLinks } from './links.ts'
import { keepOneManager } from './managers.ts'
import { insertPost, postsOf } from './posts.ts'
import { readRole } from './roles.ts'
import { endSessions } from './sessions.ts'

export interface AccountFilter {
  readonly after?: string | undefined
  readonly limit: number
  readonly q?: string | undefined
  readonly organisation?: string | undefined
  readonly disabled?: boolean | undefined
}

/** Whoever has a post in reach, now or later; those without any are seen by who manages the whole region. By name. */
export async function listAccounts(work: Work, { after, limit, q, organisation, disabled }: AccountFilter) {
  let query = visible(work)
    .orderBy('a.name')
    .orderBy('a.id')
    .limit(limit + 1)
  if (q !== undefined && q.trim() !== '') {
    const pattern = containing(q.trim())
    query = query.where((eb) => eb.or([eb('a.name', 'ilike', pattern), eb('a.login_name', 'ilike', pattern)]))
  }
  if (disabled !== undefined) query = query.where('a.is_disabled', '=', disabled)
  if (organisation !== undefined) query = query.where(hasPostBelow(work, organisation))
  const cursor = readCursor(after, ['string', 'id'])
  if (cursor !== null) query = query.where(sql<boolean>`(a.name, a.id) > (${cursor[0]}::text, ${cursor[1]}::uuid)`)
  const rows = await query.execute()
  const posts = await postsOf(
    work,
    rows.map(({ id }) => id),
  )
  return pageOf(
    rows,
    limit,
    ({ name, id }) => [name, id],
    (row) => shown(row, posts),
  )
}

/** thing.not-found for who is out of reach. */
export async function readAccount(work: Work, id: string): Promise<Account> {
  const row = await visible(work).where('a.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('thing.not-found')
  return shown(row, await postsOf(work, [id]))
}

function visible({ db, now, viewer }: Work) {
  // What stands for the example data has no name to sign in with: it is nobody.
  const isSomebody = sql<boolean>`exists (select 1 from sign_in_names n where n.region_id = a.region_id and n.account_id = a.id)`
  const all = db.selectFrom('accounts as a').selectAll('a').where('a.region_id', '=', viewer.regionId).where(isSomebody)
  if (reachOf(viewer, 'account.manage').everywhere) return all
  const year = Number(dayIn(now).slice(0, 4))
  return all.where((eb) =>
    eb.exists(
      eb
        .selectFrom('posts as p')
        .select('p.id')
        .where('p.region_id', '=', viewer.regionId)
        .whereRef('p.account_id', '=', 'a.id')
        .where(reachableOrganisation(viewer, 'account.manage', 'p.organisation_id', year))
        .where(sql<boolean>`(p.to_day is null or p.to_day > ${dayIn(now)})`),
    ),
  )
}

function hasPostBelow({ now, viewer }: Work, organisation: string) {
  return sql<boolean>`exists (
    select 1 from posts p where p.region_id = a.region_id and p.account_id = a.id and (p.to_day is null or p.to_day > ${dayIn(now)})
    and (p.organisation_id = ${organisation} or exists (
      select 1 from organisation_scopes s where s.region_id = ${viewer.regionId} and s.year = ${Number(dayIn(now).slice(0, 4))}
      and s.organisation_id = p.organisation_id and s.ancestor_id = ${organisation})))`
}

export interface FirstPost {
  readonly name: string
  readonly loginName: string
  readonly organisation: string | null
  readonly role: string
}

/** With a first post and without a password. Refuses with thing.not-found, thing.exists, post.beyond-own. */
export async function createAccount(work: Work, { name, loginName, organisation, role }: FirstPost): Promise<Account> {
  const { viewer, now } = work
  await lockRegion(work, viewer.regionId)
  const { permissions } = await readRole(work, role)
  await refuseBeyondOwn(work, 'account.manage', { organisationId: organisation, permissions }, false)
  const id = await insertAccount(work, { regionId: viewer.regionId, name, loginName, passwordHash: null })
  await record(work, 'account.created', { ...byViewer(viewer), subject: { kind: 'account', id }, details: { loginName, name } })
  await insertPost(work, { account: id, organisation, role, from: dayIn(now) })
  return readAccount(work, id)
}

export interface ChangedAccount {
  readonly name: string
  readonly isDisabled: boolean
  readonly signOnSubject: string | null
  readonly version: number
}

/** `issuer`: the identity provider that subjects belong to; null: there is none. Who is disabled is signed out everywhere. */
export async function changeAccount(work: Work, id: string, changed: ChangedAccount, issuer: string | null): Promise<Account> {
  const { db, viewer } = work
  const { name, isDisabled, signOnSubject, version } = changed
  await lockRegion(work, viewer.regionId)
  const before = await readAccount(work, id)
  await refuseAccountBeyondOwn(work, id)
  const { numUpdatedRows } = await db
    .updateTable('accounts')
    .set({ name, is_disabled: isDisabled, sign_on_subject: signOnSubject, version: version + 1 })
    .where('region_id', '=', viewer.regionId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw await changedBy(work, id)
  if (signOnSubject !== before.signOnSubject) await linkSubject(work, id, issuer, signOnSubject)
  const key = { regionId: viewer.regionId, accountId: id }
  if (isDisabled) {
    await endSessions(work, key)
    await dropLinks(work, key)
  }
  await keepOneManager(work, viewer.regionId)
  const details = { loginName: before.loginName, name, isDisabled, isLinked: signOnSubject !== null }
  await record(work, 'account.changed', { ...byViewer(viewer), subject: { kind: 'account', id }, details })
  return readAccount(work, id)
}

/** One subject is one person. */
async function linkSubject({ db, viewer }: Work, id: string, issuer: string | null, subject: string | null): Promise<void> {
  await db.deleteFrom('sign_on_subjects').where('region_id', '=', viewer.regionId).where('account_id', '=', id).execute()
  if (subject === null) return
  if (issuer === null)
    throw new Refusal('request.invalid', {
      at: ['body', 'signOnSubject'],
      details: { where: 'signOnSubject', why: '还没有接入统一身份认证。' },
    })
  const taken = await db
    .insertInto('sign_on_subjects')
    .values({ issuer, subject, region_id: viewer.regionId, account_id: id })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .returning('subject')
    .executeTakeFirst()
  if (taken === undefined)
    throw new Refusal('thing.exists', { at: ['body', 'signOnSubject'], details: { what: '与这个统一身份关联的人员' } })
}

/** Unlocked, without password, second factor, sessions and tokens: whoever comes next comes by the link. */
export async function resetAccount(work: Work, id: string): Promise<void> {
  const { db, viewer } = work
  await lockRegion(work, viewer.regionId)
  const { loginName } = await readAccount(work, id)
  await refuseAccountBeyondOwn(work, id)
  await db
    .updateTable('accounts')
    .set({
      password_hash: null,
      failed_sign_ins: 0,
      locked_until: null,
      totp_secret: null,
      totp_confirmed_at: null,
      totp_last_step: null,
      spare_code_hashes: '[]',
    })
    .where('region_id', '=', viewer.regionId)
    .where('id', '=', id)
    .execute()
  await endSessions(work, { regionId: viewer.regionId, accountId: id })
  await db.deleteFrom('api_tokens').where('region_id', '=', viewer.regionId).where('account_id', '=', id).execute()
  await keepOneManager(work, viewer.regionId)
  await record(work, 'account.reset', { ...byViewer(viewer), subject: { kind: 'account', id }, details: { loginName } })
}

export async function signOutAccount(work: Work, id: string): Promise<void> {
  const { viewer } = work
  const { loginName } = await readAccount(work, id)
  await refuseAccountBeyondOwn(work, id)
  await endSessions(work, { regionId: viewer.regionId, accountId: id })
  await record(work, 'account.signed-out', { ...byViewer(viewer), subject: { kind: 'account', id }, details: { loginName } })
}

function shown(row: Selectable<AccountRow>, posts: Awaited<ReturnType<typeof postsOf>>): Account {
  return {
    id: row.id,
    name: row.name,
    loginName: row.login_name,
    isDisabled: row.is_disabled,
    lockedUntil: row.locked_until?.toISOString() ?? null,
    hasPassword: row.password_hash !== null,
    hasSecondFactor: row.totp_confirmed_at !== null,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    signOnSubject: row.sign_on_subject,
    posts: (posts.get(row.id) ?? []).map(({ account: _, ...post }) => post),
    version: row.version,
  }
}
