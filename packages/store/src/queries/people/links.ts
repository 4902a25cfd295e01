/** One-time links with which a person sets a password: invitations and resets. */
import { Refusal } from '@jiheng/contract'
import type { Ground } from '../../work.ts'
import type { AccountKey } from './sign-in.ts'

export interface NewLink extends AccountKey {
  readonly kind: 'invite' | 'reset'
  readonly tokenHash: string
  readonly expiresAt: Date
}

/** Whatever links the account had before are void. */
export async function createLink(ground: Ground, { regionId, accountId, kind, tokenHash, expiresAt }: NewLink): Promise<void> {
  const { db, now, newId } = ground
  await dropLinks(ground, { regionId, accountId })
  await db
    .insertInto('links')
    .values({
      region_id: regionId,
      id: newId(),
      account_id: accountId,
      kind,
      token_hash: tokenHash,
      created_at: now,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute()
}

export async function dropLinks({ db }: Ground, { regionId, accountId }: AccountKey): Promise<void> {
  await db.deleteFrom('links').where('region_id', '=', regionId).where('account_id', '=', accountId).execute()
}

export interface FoundLink extends AccountKey {
  readonly id: string
  readonly kind: 'invite' | 'reset'
  readonly name: string
  readonly loginName: string
}

/** Refuses with link.invalid for one that is unknown, used, too old, or of somebody who is disabled. */
export async function findLink({ db, now }: Ground, regionId: string, tokenHash: string): Promise<FoundLink> {
  const row = await db
    .selectFrom('links as l')
    .innerJoin('accounts as a', (join) => join.onRef('a.region_id', '=', 'l.region_id').onRef('a.id', '=', 'l.account_id'))
    .select(['l.id', 'l.kind', 'a.id as account_id', 'a.name', 'a.login_name'])
    .where('l.region_id', '=', regionId)
    .where('l.token_hash', '=', tokenHash)
    .where('l.used_at', 'is', null)
    .where('l.expires_at', '>', now)
    .where('a.is_disabled', '=', false)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('link.invalid')
  return { regionId, accountId: row.account_id, id: row.id, kind: row.kind, name: row.name, loginName: row.login_name }
}

/** Of two that use it at once one comes too late: link.invalid. */
export async function takeLink(ground: Ground, regionId: string, tokenHash: string): Promise<FoundLink> {
  const link = await findLink(ground, regionId, tokenHash)
  const { numUpdatedRows } = await ground.db
    .updateTable('links')
    .set({ used_at: ground.now })
    .where('region_id', '=', regionId)
    .where('id', '=', link.id)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('link.invalid')
  return link
}
