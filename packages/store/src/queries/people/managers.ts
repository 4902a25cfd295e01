/** Who manages the accounts of a whole region. There is always one, else nobody could let anybody in again. */
import { Refusal } from '@jiheng/contract'
import { sql } from 'kysely'
import type { Ground } from '../../work.ts'
import { dayIn } from '../viewers.ts'

export async function managerCount({ db, now }: Ground, regionId: string): Promise<number> {
  const today = dayIn(now)
  const { count } = await db
    .selectFrom('posts as p')
    .innerJoin('roles as r', (join) => join.onRef('r.region_id', '=', 'p.region_id').onRef('r.id', '=', 'p.role_id'))
    .innerJoin('accounts as a', (join) => join.onRef('a.region_id', '=', 'p.region_id').onRef('a.id', '=', 'p.account_id'))
    .select(sql<number>`count(distinct a.id)::integer`.as('count'))
    .where('p.region_id', '=', regionId)
    .where('p.organisation_id', 'is', null)
    .where('p.from_day', '<=', today)
    .where((eb) => eb.or([eb('p.to_day', 'is', null), eb('p.to_day', '>', today)]))
    .where('a.is_disabled', '=', false)
    // Invited and not come yet, or reset: such a person cannot let anybody in.
    .where((eb) => eb.or([eb('a.password_hash', 'is not', null), eb('a.sign_on_subject', 'is not', null)]))
    .where(sql<boolean>`r.permissions @> '["account.manage"]'`)
    .executeTakeFirstOrThrow()
  return count
}

/**
 * Asked after a change, in its transaction, under lockRegion(): refuses with post.last-manager, which undoes the change, where
 * nobody is left.
 */
export async function keepOneManager(ground: Ground, regionId: string): Promise<void> {
  if ((await managerCount(ground, regionId)) === 0) throw new Refusal('post.last-manager')
}
