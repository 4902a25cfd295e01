/** Sessions of people who are signed in. What is kept of a token is its digest. */
import { Refusal } from '@jiheng/contract'
import type { Ground, Work } from '../../work.ts'
import type { AccountKey } from './sign-in.ts'

/** More devices than anybody has; the one used longest ago makes room. */
const mostSessions = 30

export interface NewSession extends AccountKey {
  readonly tokenHash: string
  readonly lifeMs: number
  readonly device: string
  readonly address: string
}

export interface BegunSession {
  readonly id: string
  readonly expiresAt: Date
}

/** Sessions of the account that have ended are cleared away. */
export async function beginSession({ db, now, newId }: Ground, session: NewSession): Promise<BegunSession> {
  const { regionId, accountId, tokenHash, lifeMs, device, address } = session
  const [id, expiresAt] = [newId(), new Date(now.getTime() + lifeMs)]
  const own = { region_id: regionId, account_id: accountId }
  const others = db.selectFrom('sessions').select('id').where('region_id', '=', regionId).where('account_id', '=', accountId)
  await db
    .deleteFrom('sessions')
    .where('region_id', '=', regionId)
    .where('account_id', '=', accountId)
    .where((eb) =>
      eb.or([
        eb('expires_at', '<=', now),
        eb(
          'id',
          'in',
          others
            .orderBy('last_seen_at', 'desc')
            .orderBy('id')
            .offset(mostSessions - 1),
        ),
      ]),
    )
    .execute()
  await db
    .insertInto('sessions')
    .values({ ...own, id, token_hash: tokenHash, created_at: now, last_seen_at: now, expires_at: expiresAt, device, address })
    .execute()
  await db.updateTable('accounts').set({ last_seen_at: now }).where('region_id', '=', regionId).where('id', '=', accountId).execute()
  return { id, expiresAt }
}

export interface SessionShown {
  readonly id: string
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly device: string
  readonly address: string
}

export async function listSessions({ db, now, viewer }: Work): Promise<readonly SessionShown[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'created_at', 'last_seen_at', 'device', 'address'])
    .where('region_id', '=', viewer.regionId)
    .where('account_id', '=', viewer.accountId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ id, created_at, last_seen_at, device, address }) => ({
    id,
    createdAt: created_at.toISOString(),
    lastSeenAt: last_seen_at.toISOString(),
    device,
    address,
  }))
}

/** null: it has ended in the meantime, or there is none: a token of the API. */
export async function sessionOf({ db, viewer }: Work, id: string | null): Promise<BegunSession | null> {
  if (id === null) return null
  const row = await db
    .selectFrom('sessions')
    .select('expires_at')
    .where('region_id', '=', viewer.regionId)
    .where('account_id', '=', viewer.accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : { id, expiresAt: row.expires_at }
}

/** One of the viewer's own; thing.not-found for anybody else's. */
export async function endSession({ db, viewer }: Work, id: string): Promise<void> {
  const ended = await db
    .deleteFrom('sessions')
    .where('region_id', '=', viewer.regionId)
    .where('account_id', '=', viewer.accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (ended.numDeletedRows === 0n) throw new Refusal('thing.not-found')
}

/** All of an account but `but`. */
export async function endSessions({ db }: Ground, { regionId, accountId }: AccountKey, but: string | null = null): Promise<void> {
  const all = db.deleteFrom('sessions').where('region_id', '=', regionId).where('account_id', '=', accountId)
  await (but === null ? all : all.where('id', '!=', but)).execute()
}
