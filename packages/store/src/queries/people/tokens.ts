/** Tokens of the API: a person's own, limited to part of what the person may do, with an end. */
import { type Permission, permissions as permissionWords, Refusal, type TokenItem } from '@jiheng/contract'
import type { Selectable } from 'kysely'
import type { ApiTokenRow } from '../../tables.ts'
import { holds } from '../../viewer.ts'
import type { Work } from '../../work.ts'
import { credentialsOf } from './sign-in.ts'

export interface NewToken {
  readonly name: string
  readonly permissions: readonly Permission[]
  readonly tokenHash: string
  readonly expiresAt: Date
}

/** More than anybody has programs. */
const mostTokens = 20

/** Refuses with permission.missing for what the viewer may not do, and with token.too-many. Those of the account that are over are cleared away. */
export async function createToken(work: Work, token: NewToken): Promise<TokenItem> {
  const { db, now, newId, viewer } = work
  const missing = token.permissions.find((permission) => !holds(viewer, permission))
  if (missing !== undefined) throw new Refusal('permission.missing', { details: { permission: permissionWords[missing] } })
  // Locked: of two that are made at once one is too many.
  await credentialsOf(work, viewer, true)
  const own = { region_id: viewer.regionId, account_id: viewer.accountId }
  await db
    .deleteFrom('api_tokens')
    .where('region_id', '=', own.region_id)
    .where('account_id', '=', own.account_id)
    .where('expires_at', '<=', now)
    .execute()
  if ((await listTokens(work)).length >= mostTokens) throw new Refusal('token.too-many', { details: { limit: mostTokens } })
  const row = await db
    .insertInto('api_tokens')
    .values({
      ...own,
      id: newId(),
      name: token.name,
      permissions: JSON.stringify([...new Set(token.permissions)]),
      token_hash: token.tokenHash,
      created_at: now,
      expires_at: token.expiresAt,
      last_used_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return itemOf(row)
}

/** Those that are still good. */
export async function listTokens({ db, now, viewer }: Work): Promise<readonly TokenItem[]> {
  const rows = await db
    .selectFrom('api_tokens')
    .selectAll()
    .where('region_id', '=', viewer.regionId)
    .where('account_id', '=', viewer.accountId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(itemOf)
}

/** Its name; thing.not-found for anybody else's. */
export async function revokeToken({ db, viewer }: Work, id: string): Promise<string> {
  const row = await db
    .deleteFrom('api_tokens')
    .where('region_id', '=', viewer.regionId)
    .where('account_id', '=', viewer.accountId)
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('thing.not-found')
  return row.name
}

const itemOf = ({ id, name, permissions, created_at, expires_at, last_used_at }: Selectable<ApiTokenRow>): TokenItem => ({
  id,
  name,
  permissions: [...permissions],
  createdAt: created_at.toISOString(),
  expiresAt: expires_at.toISOString(),
  lastUsedAt: last_used_at?.toISOString() ?? null,
})
