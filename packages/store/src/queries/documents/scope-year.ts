/** Of which year's tree a thing is governed: its own, or the nearest in which the organisation stands. */
import { sql } from 'kysely'
import type { Ground } from '../../work.ts'

export async function scopeYear({ db }: Ground, regionId: string, organisationId: string, year: number): Promise<number> {
  const found = await db
    .selectFrom('organisation_years')
    .select('year')
    .where('region_id', '=', regionId)
    .where('organisation_id', '=', organisationId)
    .orderBy(sql`abs(year - ${year}::int)`)
    .orderBy('year', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.year ?? year
}
