/** What sample data needs that no person does: an account nobody signs in to, and changes of units without somebody who records them. */
import type { Change } from '@jiheng/evaluation'
import type { Ground } from '../../work.ts'

/** Stands as the one who handed in what comes with the product. */
export async function insertSampleAccount({ db, now, newId }: Ground, regionId: string, name: string): Promise<string> {
  const id = newId()
  await db
    .insertInto('accounts')
    .values({
      region_id: regionId,
      id,
      name,
      login_name: `sample-${id}`,
      password_hash: null,
      is_disabled: true,
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

export async function insertSampleChange({ db, now, newId }: Ground, regionId: string, change: Change): Promise<void> {
  const { kind, day, before, after, takesOver, document } = change
  await db
    .insertInto('organisation_changes')
    .values({
      region_id: regionId,
      id: newId(),
      kind,
      day,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      takes_over: takesOver,
      document,
      created_at: now,
    })
    .execute()
}
