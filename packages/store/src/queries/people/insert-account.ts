/** A new account with its sign-in name, which no other in the installation has. */
import { Refusal } from '@jiheng/contract'
import type { Ground } from '../../work.ts'

export interface NewAccount {
  readonly regionId: string
  readonly name: string
  readonly loginName: string
  /** null: nobody can sign in by password until a link was used. */
  readonly passwordHash: string | null
}

/** Refuses with thing.exists where the name is taken, in this region or any other. */
export async function insertAccount({ db, now, newId }: Ground, { regionId, name, loginName, passwordHash }: NewAccount): Promise<string> {
  const id = newId()
  const taken = await db
    .insertInto('sign_in_names')
    .values({ name: loginName.toLowerCase(), region_id: regionId, account_id: id })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('name')
    .executeTakeFirst()
  if (taken === undefined) throw new Refusal('thing.exists', { at: ['body', 'loginName'], details: { what: `登录名“${loginName}”` } })
  await db
    .insertInto('accounts')
    .values({
      region_id: regionId,
      id,
      name,
      login_name: loginName,
      password_hash: passwordHash,
      locked_until: null,
      totp_secret: null,
      totp_confirmed_at: null,
      totp_last_step: null,
      sign_on_subject: null,
      last_seen_at: null,
      created_at: now,
    })
    .execute()
  return id
}
