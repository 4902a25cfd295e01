/** Who stands behind a session or a token, with the posts of today. */
import type { Permission } from '@jiheng/contract'
import type { Viewer, ViewerPost } from '../viewer.ts'
import type { Ground } from '../work.ts'

export interface FoundViewer {
  readonly viewer: Viewer
  /** null: a token of the API. */
  readonly session: { readonly id: string; readonly expiresAt: Date } | null
}

/** Shorter than anybody notices, longer than a burst of requests: how often it is written that a session was used. */
const seenEveryMs = 60_000

/** null: no such session, or it has ended, or the account is disabled. A session that is used lives on for `lifeMs`; null: it is not used, only looked at. */
export async function viewerOfSession(
  ground: Ground,
  regionId: string,
  tokenHash: string,
  lifeMs: number | null,
): Promise<FoundViewer | null> {
  const { db, now } = ground
  const found = await db
    .selectFrom('sessions as s')
    .innerJoin('accounts as a', (join) => join.onRef('a.region_id', '=', 's.region_id').onRef('a.id', '=', 's.account_id'))
    .select(['s.id', 's.last_seen_at', 's.expires_at', 'a.id as account_id', 'a.name'])
    .where('s.region_id', '=', regionId)
    .where('s.token_hash', '=', tokenHash)
    .where('s.expires_at', '>', now)
    .where('a.is_disabled', '=', false)
    .executeTakeFirst()
  if (found === undefined) return null
  let expiresAt = found.expires_at
  if (lifeMs !== null && now.getTime() - found.last_seen_at.getTime() > seenEveryMs) {
    expiresAt = new Date(now.getTime() + lifeMs)
    const at = { last_seen_at: now }
    await db
      .updateTable('sessions')
      .set({ ...at, expires_at: expiresAt })
      .where('region_id', '=', regionId)
      .where('id', '=', found.id)
      .execute()
    await db.updateTable('accounts').set(at).where('region_id', '=', regionId).where('id', '=', found.account_id).execute()
  }
  const viewer = await viewerOf(ground, regionId, found.account_id, found.name, null)
  return { viewer, session: { id: found.id, expiresAt } }
}

/** null: no such token, or it has ended, or the account is disabled. */
export async function viewerOfToken(ground: Ground, regionId: string, tokenHash: string): Promise<FoundViewer | null> {
  const { db, now } = ground
  const found = await db
    .selectFrom('api_tokens as t')
    .innerJoin('accounts as a', (join) => join.onRef('a.region_id', '=', 't.region_id').onRef('a.id', '=', 't.account_id'))
    .select(['t.id', 't.last_used_at', 't.permissions', 'a.id as account_id', 'a.name'])
    .where('t.region_id', '=', regionId)
    .where('t.token_hash', '=', tokenHash)
    .where('t.expires_at', '>', now)
    .where('a.is_disabled', '=', false)
    .executeTakeFirst()
  if (found === undefined) return null
  if (found.last_used_at === null || now.getTime() - found.last_used_at.getTime() > seenEveryMs) {
    await db.updateTable('api_tokens').set({ last_used_at: now }).where('region_id', '=', regionId).where('id', '=', found.id).execute()
  }
  return { viewer: await viewerOf(ground, regionId, found.account_id, found.name, found.permissions), session: null }
}

/** For work in the background on somebody's behalf, by what they may do by then, and no more than the token that asked for it. null: the account is disabled. */
export async function viewerOfAccount(
  ground: Ground,
  regionId: string,
  accountId: string,
  tokenPermissions: readonly Permission[] | null,
): Promise<Viewer | null> {
  const found = await ground.db
    .selectFrom('accounts')
    .select('name')
    .where('region_id', '=', regionId)
    .where('id', '=', accountId)
    .where('is_disabled', '=', false)
    .executeTakeFirst()
  return found === undefined ? null : viewerOf(ground, regionId, accountId, found.name, tokenPermissions)
}

/** The posts that are held on the day (one that ends today has ended: at once); what a role may do is looked up anew each time, so that a change holds at once. */
async function viewerOf(
  { db, now }: Ground,
  regionId: string,
  accountId: string,
  name: string,
  tokenPermissions: readonly Permission[] | null,
): Promise<Viewer> {
  const today = dayIn(now)
  const rows = await db
    .selectFrom('posts as p')
    .innerJoin('roles as r', (join) => join.onRef('r.region_id', '=', 'p.region_id').onRef('r.id', '=', 'p.role_id'))
    .select(['p.organisation_id', 'r.permissions'])
    .where('p.region_id', '=', regionId)
    .where('p.account_id', '=', accountId)
    .where('p.from_day', '<=', today)
    .where((eb) => eb.or([eb('p.to_day', 'is', null), eb('p.to_day', '>', today)]))
    .execute()
  const posts = rows.map(({ organisation_id, permissions }): ViewerPost => ({ organisationId: organisation_id, permissions }))
  return { regionId, accountId, name, posts, tokenPermissions }
}

/** The calendar day in China, whatever the clock of the machine is set to. */
export function dayIn(now: Date): string {
  return new Date(now.getTime() + 8 * 3600_000).toISOString().slice(0, 10)
}
