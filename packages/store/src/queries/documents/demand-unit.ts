/** A document may be given to a unit by whoever receives from it, and to no other: it would slip out of sight, or into somebody else's. */
import { permissions, Refusal } from '@jiheng/contract'
import { reachableOrganisation } from '../../scope.ts'
import type { Work } from '../../work.ts'
import { scopeYear } from './scope-year.ts'

/** Throws thing.not-found, permission.missing. */
export async function demandUnit(work: Work, organisation: string, year: number): Promise<void> {
  const { db, viewer } = work
  const there = db
    .selectFrom('organisations as o')
    .select('o.id')
    .where('o.region_id', '=', viewer.regionId)
    .where('o.id', '=', organisation)
  if ((await there.executeTakeFirst()) === undefined) throw new Refusal('thing.not-found')
  const scope = await scopeYear(work, viewer.regionId, organisation, year)
  const reached = await there.where(reachableOrganisation(viewer, 'batch.manage', 'o.id', scope)).executeTakeFirst()
  if (reached === undefined) throw new Refusal('permission.missing', { details: { permission: permissions['batch.manage'] } })
}
