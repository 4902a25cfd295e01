/** Which files are kept, and when nobody needs one any more. The bytes lie in the vault. */
import { sql } from 'kysely'
import type { Kept, Vault } from '../vault/vault.ts'
import type { Ground } from '../work.ts'

/** SHA-256 of nothing: what stands for a file that there is not, or no longer. */
export const emptyDigest = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** Before it is pointed at. Known already: it begins to count as new, so that it is not cleared away under whoever is about to use it. */
export async function keepFile({ db, now }: Ground, regionId: string, { sha256, bytes }: Kept): Promise<void> {
  await db
    .insertInto('files')
    .values({ region_id: regionId, sha256, bytes, received_at: now })
    .onConflict((conflict) => conflict.columns(['region_id', 'sha256']).doUpdateSet({ received_at: now }))
    .execute()
}

/** Long enough for a request that has sent its bytes and not yet registered them. */
const restMs = 3600_000
const atOnce = 100

/**
 * Removes what no document, audit or job points at, row and bytes; tells how many. The bytes go while the row is locked: who sends the same file
 * again waits, and then sees that it is gone.
 */
export async function clearFiles({ db, now }: Ground, vault: Pick<Vault, 'remove'>): Promise<number> {
  const before = new Date(now.getTime() - restMs)
  const { rows } = await sql<{ sha256: string; elsewhere: boolean }>`
    delete from files f using (
      select region_id, sha256 from files c
      where c.received_at < ${before} and c.sha256 <> ${emptyDigest}
        and not exists (select 1 from documents d where d.region_id = c.region_id and d.sha256 = c.sha256)
        and not exists (select 1 from audits a where a.region_id = c.region_id and (a.source_sha256 = c.sha256 or a.result_sha256 = c.sha256))
        and not exists (select 1 from jobs j where j.region_id = c.region_id and (
          (j.state in ('ready', 'running') and j.input->>'sha256' = c.sha256)
          or (j.state = 'done' and j.ended_at > ${new Date(now.getTime() - packLifeMs)} and j.result->>'sha256' = c.sha256)))
      limit ${atOnce} for update skip locked
    ) unused
    where f.region_id = unused.region_id and f.sha256 = unused.sha256
    returning f.sha256, exists (select 1 from files o where o.sha256 = f.sha256 and o.region_id <> f.region_id) as elsewhere`.execute(db)
  for (const { sha256, elsewhere } of rows) if (!elsewhere) await vault.remove(sha256)
  return rows.length
}

/** How long what was packed can be fetched. */
export const packLifeMs = 7 * 86_400_000
