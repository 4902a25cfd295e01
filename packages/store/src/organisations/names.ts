/** What organisations are called today; one that is gone by its last name. */
import { valueAt } from '@jiheng/evaluation'
import { dayIn } from '../queries/viewers.ts'
import type { Ground } from '../work.ts'

export async function organisationNames(
  { db, now }: Ground,
  regionId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisations')
    .select(['id', 'names'])
    .where('region_id', '=', regionId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const today = dayIn(now)
  return new Map(rows.map(({ id, names }) => [id, valueAt(names, today) ?? names.at(-1)?.value ?? '']))
}
