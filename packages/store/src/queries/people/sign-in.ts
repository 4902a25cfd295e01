/** What signing in asks and notes. Passwords and codes are judged elsewhere; here lies what is kept of them. */
import type { Ground } from '../../work.ts'

/** Whose sign-in name it is. Names are kept in small letters. */
export async function accountNamed({ db }: Ground, loginName: string): Promise<AccountKey | null> {
  const found = await db
    .selectFrom('sign_in_names')
    .select(['region_id', 'account_id'])
    .where('name', '=', loginName.trim().toLowerCase())
    .executeTakeFirst()
  return found === undefined ? null : { regionId: found.region_id, accountId: found.account_id }
}

export async function accountOfSubject({ db }: Ground, issuer: string, subject: string): Promise<AccountKey | null> {
  const found = await db
    .selectFrom('sign_on_subjects')
    .select(['region_id', 'account_id'])
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return found === undefined ? null : { regionId: found.region_id, accountId: found.account_id }
}

export interface AccountKey {
  readonly regionId: string
  readonly accountId: string
}

export interface Credentials extends AccountKey {
  readonly name: string
  readonly loginName: string
  readonly passwordHash: string | null
  readonly isDisabled: boolean
  readonly failedSignIns: number
  readonly lockedUntil: Date | null
  /** Of the authenticator; null: none, or begun and not confirmed. */
  readonly totp: { readonly secret: string; readonly isConfirmed: boolean; readonly lastStep: number } | null
  readonly spareCodeHashes: readonly string[]
}

/** `lock`: nobody else signs in to this account, or changes it, before the transaction ends. */
export async function credentialsOf({ db }: Ground, { regionId, accountId }: AccountKey, lock: boolean): Promise<Credentials> {
  const query = db.selectFrom('accounts').selectAll().where('region_id', '=', regionId).where('id', '=', accountId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirstOrThrow()
  const { totp_secret: secret } = row
  return {
    regionId,
    accountId,
    name: row.name,
    loginName: row.login_name,
    passwordHash: row.password_hash,
    isDisabled: row.is_disabled,
    failedSignIns: row.failed_sign_ins,
    lockedUntil: row.locked_until,
    totp: secret === null ? null : { secret, isConfirmed: row.totp_confirmed_at !== null, lastStep: Number(row.totp_last_step ?? -1) },
    spareCodeHashes: row.spare_code_hashes,
  }
}

interface Changed {
  readonly failed_sign_ins?: number
  readonly locked_until?: Date | null
  readonly password_hash?: string | null
  readonly totp_secret?: string | null
  readonly totp_confirmed_at?: Date | null
  readonly totp_last_step?: number | null
  readonly spare_code_hashes?: string
}

const change = ({ db }: Ground, { regionId, accountId }: AccountKey, set: Changed) =>
  db.updateTable('accounts').set(set).where('region_id', '=', regionId).where('id', '=', accountId).execute()

export async function noteFailedSignIn(ground: Ground, key: AccountKey, failures: number, lockedUntil: Date | null): Promise<void> {
  await change(ground, key, { failed_sign_ins: failures, locked_until: lockedUntil })
}

export async function noteSignIn(ground: Ground, key: AccountKey): Promise<void> {
  await change(ground, key, { failed_sign_ins: 0, locked_until: null })
}

export async function keepPassword(ground: Ground, key: AccountKey, passwordHash: string): Promise<void> {
  await change(ground, key, { password_hash: passwordHash })
}

/** A code of the authenticator is taken once: no step up to this one is taken again. */
export async function keepTotpStep(ground: Ground, key: AccountKey, step: number): Promise<void> {
  await change(ground, key, { totp_last_step: step })
}

export async function keepSpareCodes(ground: Ground, key: AccountKey, hashes: readonly string[]): Promise<void> {
  await change(ground, key, { spare_code_hashes: JSON.stringify(hashes) })
}

export async function beginSecondFactor(ground: Ground, key: AccountKey, secret: string): Promise<void> {
  await change(ground, key, { totp_secret: secret, totp_confirmed_at: null, totp_last_step: null, spare_code_hashes: '[]' })
}

export async function confirmSecondFactor(ground: Ground, key: AccountKey, step: number, hashes: readonly string[]): Promise<void> {
  const set = { totp_confirmed_at: ground.now, totp_last_step: step, spare_code_hashes: JSON.stringify(hashes) }
  await change(ground, key, set)
}

export async function removeSecondFactor(ground: Ground, key: AccountKey): Promise<void> {
  await change(ground, key, { totp_secret: null, totp_confirmed_at: null, totp_last_step: null, spare_code_hashes: '[]' })
}
