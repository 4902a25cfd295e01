/** The person who is signed in, as the page shows them: posts of today, what they may do. */
import type { Me, Permission } from '@jiheng/contract'
import { organisationNames } from '../../organisations/names.ts'
import type { Ground } from '../../work.ts'
import { regionNow } from '../regions.ts'
import { dayIn } from '../viewers.ts'
import type { AccountKey } from './sign-in.ts'

interface Through {
  readonly session: { readonly id: string; readonly expiresAt: Date } | null
  /** What a token of the API is limited to. */
  readonly tokenPermissions: readonly Permission[] | null
}

export async function meOf(ground: Ground, { regionId, accountId }: AccountKey, { session, tokenPermissions }: Through): Promise<Me> {
  const { db, now } = ground
  const account = await db
    .selectFrom('accounts')
    .select(['id', 'name', 'login_name', 'totp_confirmed_at'])
    .where('region_id', '=', regionId)
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  const today = dayIn(now)
  const rows = await db
    .selectFrom('posts as p')
    .innerJoin('roles as r', (join) => join.onRef('r.region_id', '=', 'p.region_id').onRef('r.id', '=', 'p.role_id'))
    .select(['p.id', 'p.organisation_id', 'r.id as role_id', 'r.name as role_name', 'r.permissions'])
    .where('p.region_id', '=', regionId)
    .where('p.account_id', '=', accountId)
    .where('p.from_day', '<=', today)
    .where((eb) => eb.or([eb('p.to_day', 'is', null), eb('p.to_day', '>', today)]))
    .orderBy('p.from_day')
    .orderBy('p.id')
    .execute()
  const names = await organisationNames(
    ground,
    regionId,
    rows.flatMap(({ organisation_id }) => organisation_id ?? []),
  )
  const may = (permissions: readonly Permission[]) =>
    permissions.filter((permission) => tokenPermissions === null || tokenPermissions.includes(permission))
  const posts = rows.map(({ id, organisation_id, role_id, role_name, permissions }) => ({
    id,
    organisation: organisation_id === null ? null : { id: organisation_id, name: names.get(organisation_id) ?? '' },
    role: { id: role_id, name: role_name },
    permissions: may(permissions),
  }))
  return {
    account: { id: account.id, name: account.name, loginName: account.login_name, hasSecondFactor: account.totp_confirmed_at !== null },
    region: await regionNow(ground, regionId),
    posts,
    permissions: [...new Set(posts.flatMap(({ permissions }) => permissions))],
    session: session === null ? null : { id: session.id, expiresAt: session.expiresAt.toISOString() },
  }
}
