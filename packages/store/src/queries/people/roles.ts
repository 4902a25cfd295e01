/** Roles: what a place calls them, and what each may do. */
import { ownOnly, type Permission, Refusal, type Role } from '@jiheng/contract'
import { sql } from 'kysely'
import { changedBy } from '../../journal/changed-by.ts'
import { byViewer, record } from '../../journal/record.ts'
import { reachOf } from '../../viewer.ts'
import type { Work } from '../../work.ts'
import { lockRegion } from '../regions.ts'
import { dayIn } from '../viewers.ts'
import { needEverywhere } from './beyond-own.ts'
import { keepOneManager } from './managers.ts'

export interface WrittenRole {
  readonly name: string
  readonly permissions: readonly Permission[]
}

export async function listRoles(work: Work): Promise<Role[]> {
  return (await roles(work).orderBy('r.created_at').orderBy('r.id').execute()).map((row) => ({ ...row, permissions: [...row.permissions] }))
}

/** With how many people hold each, now or from a day to come. */
function roles({ db, now, viewer }: Work) {
  return db
    .selectFrom('roles as r')
    .select(['r.id', 'r.name', 'r.permissions', 'r.version'])
    .select(
      sql<number>`(select count(distinct p.account_id)::integer from posts p
        where p.region_id = r.region_id and p.role_id = r.id and (p.to_day is null or p.to_day > ${dayIn(now)}))`.as('holders'),
    )
    .where('r.region_id', '=', viewer.regionId)
}

/** thing.not-found for a role of another region. */
export async function readRole(work: Work, id: string): Promise<Role> {
  const row = await roles(work).where('r.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('thing.not-found')
  return { ...row, permissions: [...row.permissions] }
}

/** Refuses with thing.exists for a name that is taken, and with post.beyond-own for what the viewer may not do themselves. */
export async function createRole(work: Work, { name, permissions }: WrittenRole): Promise<Role> {
  const { db, now, newId, viewer } = work
  needEverywhere(work, 'role.manage')
  await lockRegion(work, viewer.regionId)
  refuseGiving(work, permissions, false)
  const row = await db
    .insertInto('roles')
    .values({ region_id: viewer.regionId, id: newId(), name, permissions: listed(permissions), created_at: now })
    .onConflict((conflict) => conflict.columns(['region_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) throw taken(name)
  await record(work, 'role.created', { ...byViewer(viewer), subject: { kind: 'role', id: row.id }, details: { name } })
  return readRole(work, row.id)
}

/** Holds at once for everybody who has the role. Refuses also with thing.changed, and with post.last-manager. */
export async function changeRole(
  work: Work,
  id: string,
  { name, permissions, version }: WrittenRole & { readonly version: number },
): Promise<Role> {
  const { db, viewer } = work
  needEverywhere(work, 'role.manage')
  await lockRegion(work, viewer.regionId)
  const before = await readRole(work, id)
  // Neither may somebody be given what the viewer has not, nor may who has more be cut down.
  refuseGiving(work, [...before.permissions, ...permissions], false)
  refuseGiving(work, permissions, await isOwnRole(work, id))
  const same = await db
    .selectFrom('roles')
    .select('id')
    .where('region_id', '=', viewer.regionId)
    .where('name', '=', name)
    .executeTakeFirst()
  if (same !== undefined && same.id !== id) throw taken(name)
  const { numUpdatedRows } = await db
    .updateTable('roles')
    .set({ name, permissions: listed(permissions), version: version + 1 })
    .where('region_id', '=', viewer.regionId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw await changedBy(work, id)
  await keepOneManager(work, viewer.regionId)
  await record(work, 'role.changed', { ...byViewer(viewer), subject: { kind: 'role', id }, details: { name, before: before.name } })
  return readRole(work, id)
}

/** Refuses with thing.in-use where anybody has or had it: who did what under it stays known. */
export async function removeRole(work: Work, id: string): Promise<void> {
  const { db, viewer } = work
  needEverywhere(work, 'role.manage')
  // Nobody is given it while it goes.
  await lockRegion(work, viewer.regionId)
  const { name } = await readRole(work, id)
  const used = await db
    .selectFrom('posts')
    .select('id')
    .where('region_id', '=', viewer.regionId)
    .where('role_id', '=', id)
    .limit(1)
    .execute()
  if (used.length > 0) throw new Refusal('thing.in-use', { details: { what: `角色“${name}”` } })
  await db.deleteFrom('roles').where('region_id', '=', viewer.regionId).where('id', '=', id).execute()
  await record(work, 'role.removed', { ...byViewer(viewer), subject: { kind: 'role', id }, details: { name } })
}

/** Whoever has the role at a unit must not write into it what is private to units. */
async function isOwnRole({ db, now, viewer }: Work, id: string): Promise<boolean> {
  const rows = await db
    .selectFrom('posts')
    .select('id')
    .where('region_id', '=', viewer.regionId)
    .where('account_id', '=', viewer.accountId)
    .where('role_id', '=', id)
    .where('organisation_id', 'is not', null)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>', dayIn(now))]))
    .limit(1)
    .execute()
  return rows.length > 0
}

function refuseGiving({ viewer }: Work, given: readonly Permission[], isSelf: boolean): void {
  const mayGive = (permission: Permission): boolean => {
    const { everywhere, organisations } = reachOf(viewer, permission)
    return ownOnly.includes(permission) ? !isSelf || organisations.length > 0 : everywhere
  }
  if (!given.every(mayGive)) throw new Refusal('post.beyond-own')
}

const listed = (permissions: readonly Permission[]): string => JSON.stringify([...new Set(permissions)])
const taken = (name: string): Refusal => new Refusal('thing.exists', { at: ['body', 'name'], details: { what: `角色“${name}”` } })
