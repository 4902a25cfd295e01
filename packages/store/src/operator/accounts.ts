/** What whoever sits at the machine may do to accounts when nobody can do it on a page. Nobody of the region: the journal says the system did it. */
import { sql, type Updateable } from 'kysely'
import { record } from '../journal/record.ts'
import { insertAccount } from '../queries/people/insert-account.ts'
import { endSessions } from '../queries/people/sessions.ts'
import { roleOfManagers } from '../queries/people/set-up.ts'
import type { AccountKey } from '../queries/people/sign-in.ts'
import { lockRegion } from '../queries/regions.ts'
import { dayIn } from '../queries/viewers.ts'
import type { AccountRow } from '../tables.ts'
import type { Ground } from '../work.ts'

export interface OperatorAccount extends AccountKey {
  readonly name: string
  readonly loginName: string
  readonly isDisabled: boolean
  readonly isLocked: boolean
  readonly hasPassword: boolean
  readonly hasSecondFactor: boolean
  readonly isManager: boolean
  readonly lastSeenAt: Date | null
}

/** Of every region, by name. */
export async function accountsForOperator({ db, now }: Ground): Promise<readonly OperatorAccount[]> {
  const today = dayIn(now)
  const rows = await db
    .selectFrom('accounts as a')
    .select(['a.region_id', 'a.id', 'a.name', 'a.login_name', 'a.is_disabled', 'a.locked_until', 'a.totp_confirmed_at', 'a.last_seen_at'])
    .select(sql<boolean>`a.password_hash is not null`.as('has_password'))
    .select(
      sql<boolean>`exists (select 1 from posts p join roles r on r.region_id = p.region_id and r.id = p.role_id
        where p.region_id = a.region_id and p.account_id = a.id and p.organisation_id is null and p.from_day <= ${today}
        and (p.to_day is null or p.to_day > ${today}) and r.permissions @> '["account.manage"]')`.as('is_manager'),
    )
    .orderBy('a.region_id')
    .orderBy('a.name')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({
    regionId: row.region_id,
    accountId: row.id,
    name: row.name,
    loginName: row.login_name,
    isDisabled: row.is_disabled,
    isLocked: row.locked_until !== null && row.locked_until > now,
    hasPassword: row.has_password,
    hasSecondFactor: row.totp_confirmed_at !== null,
    isManager: row.is_manager,
    lastSeenAt: row.last_seen_at,
  }))
}

/** Signs in again at once, with the password that he has. */
export async function unlockByOperator(ground: Ground, key: AccountKey, loginName: string): Promise<void> {
  await setAccount(ground, key, { failed_sign_ins: 0, locked_until: null })
  await told(ground, key, 'account.changed', loginName)
}

/** Without password, second factor, sessions and tokens, and no longer disabled: whoever comes next comes by a link. */
export async function resetByOperator(ground: Ground, key: AccountKey, loginName: string): Promise<void> {
  await setAccount(ground, key, {
    password_hash: null,
    is_disabled: false,
    failed_sign_ins: 0,
    locked_until: null,
    totp_secret: null,
    totp_confirmed_at: null,
    totp_last_step: null,
    spare_code_hashes: '[]',
  })
  await endSessions(ground, key)
  await ground.db.deleteFrom('api_tokens').where('region_id', '=', key.regionId).where('account_id', '=', key.accountId).execute()
  await told(ground, key, 'account.reset', loginName)
}

/** A post that manages the accounts of the whole region. */
export async function makeManager(ground: Ground, key: AccountKey, name: string): Promise<void> {
  const { db, now, newId } = ground
  await lockRegion(ground, key.regionId)
  const roleId = await roleOfManagers(ground, key.regionId)
  const { name: role } = await db
    .selectFrom('roles')
    .select('name')
    .where('region_id', '=', key.regionId)
    .where('id', '=', roleId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('posts')
    .values({
      region_id: key.regionId,
      id: newId(),
      account_id: key.accountId,
      role_id: roleId,
      organisation_id: null,
      from_day: dayIn(now),
      to_day: null,
      created_at: now,
    })
    .execute()
  const subject = { kind: 'account', id: key.accountId }
  await record(ground, 'post.created', { regionId: key.regionId, actor: null, subject, details: { name, role, organisation: '全地区' } })
}

/** For a region in which nobody is left. Refuses with thing.exists where the sign-in name is taken. */
export async function createByOperator(ground: Ground, regionId: string, name: string, loginName: string): Promise<AccountKey> {
  const key = { regionId, accountId: await insertAccount(ground, { regionId, name, loginName, passwordHash: null }) }
  await told(ground, key, 'account.created', loginName)
  return key
}

type Changes = Partial<Updateable<AccountRow>>

async function setAccount({ db }: Ground, { regionId, accountId }: AccountKey, set: Changes): Promise<void> {
  await db.updateTable('accounts').set(set).where('region_id', '=', regionId).where('id', '=', accountId).execute()
}

async function told(
  ground: Ground,
  { regionId, accountId }: AccountKey,
  event: 'account.changed' | 'account.reset' | 'account.created',
  loginName: string,
): Promise<void> {
  await record(ground, event, { regionId, actor: null, subject: { kind: 'account', id: accountId }, details: { loginName } })
}
