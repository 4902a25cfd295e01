/** Keys of requests that were done, with their answers. */
import { sql } from 'kysely'
import type { Ground, Work } from '../work.ts'

export interface KeptAnswer {
  readonly digest: string
  /** undefined: it was done, and its answer is not kept. */
  readonly answer: unknown
}

/** null: the key is new and now taken by this transaction. A second request with it waits until the first has ended. */
export async function claimKey({ db, now, viewer }: Work, key: string, requestDigest: string): Promise<KeptAnswer | null> {
  const at = { region_id: viewer.regionId, account_id: viewer.accountId, key }
  const taken = await db
    .insertInto('idempotency_keys')
    .values({ ...at, request_digest: requestDigest, status: null, answer: null, created_at: now })
    .onConflict((conflict) => conflict.columns(['region_id', 'account_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (taken !== undefined) return null
  const { request_digest, status, answer } = await db
    .selectFrom('idempotency_keys')
    .select(['request_digest', 'status', 'answer'])
    .where('region_id', '=', at.region_id)
    .where('account_id', '=', at.account_id)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return { digest: request_digest, answer: status === null ? undefined : answer }
}

/** Longer than any client tries again. */
const lifeMs = 2 * 86_400_000
const atOnce = 5000

/** Removes keys that nobody asks by any more, with what was answered; tells how many. Of all regions: for no request. */
export async function clearKeys({ db, now }: Ground): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from idempotency_keys where (region_id, account_id, key) in (
      select region_id, account_id, key from idempotency_keys where created_at < ${new Date(now.getTime() - lifeMs)}
      order by created_at limit ${sql.lit(atOnce)} for update skip locked)`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

export async function keepAnswer({ db, viewer }: Work, key: string, answer: unknown): Promise<void> {
  await db
    .updateTable('idempotency_keys')
    .set({ status: 200, answer: JSON.stringify(answer ?? null) })
    .where('region_id', '=', viewer.regionId)
    .where('account_id', '=', viewer.accountId)
    .where('key', '=', key)
    .execute()
}
