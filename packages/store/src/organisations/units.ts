/** Organisations between the tables and the model of the domain. */
import type { Change, OrganisationData, OrganisationUnit } from '@jiheng/evaluation'
import type { Insertable, Selectable } from 'kysely'
import type { OrganisationRow } from '../tables.ts'
import type { Ground } from '../work.ts'

/** With what only the platform knows. */
export interface KnownUnit extends OrganisationUnit {
  /** 财政局 of the region. */
  readonly isBureau: boolean
  readonly version: number
}

export async function readUnits({ db }: Pick<Ground, 'db'>, regionId: string): Promise<readonly KnownUnit[]> {
  const rows = await db.selectFrom('organisations').selectAll().where('region_id', '=', regionId).orderBy('id').execute()
  return rows.map(unitOf)
}

/** null: no such organisation in the region. */
export async function readUnit({ db }: Pick<Ground, 'db'>, regionId: string, id: string): Promise<KnownUnit | null> {
  const row = await db.selectFrom('organisations').selectAll().where('region_id', '=', regionId).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : unitOf(row)
}

export async function readChanges({ db }: Pick<Ground, 'db'>, regionId: string): Promise<readonly Change[]> {
  const rows = await db
    .selectFrom('organisation_changes')
    .selectAll()
    .where('region_id', '=', regionId)
    .orderBy('day')
    .orderBy('id')
    .execute()
  return rows.map(({ kind, day, before, after, takes_over, document }) => ({ kind, day, before, after, takesOver: takes_over, document }))
}

export async function readOrganisation(ground: Pick<Ground, 'db'>, regionId: string): Promise<OrganisationData> {
  return { units: await readUnits(ground, regionId), changes: await readChanges(ground, regionId) }
}

const unitOf = (row: Selectable<OrganisationRow>): KnownUnit => ({
  id: row.id,
  kind: row.kind,
  region: row.region_id,
  codes: row.codes,
  names: row.names,
  aliases: row.aliases,
  parents: row.parents,
  from: row.from_day,
  to: row.to_day,
  isGovernment: row.is_government,
  isBureau: row.is_bureau,
  version: row.version,
})

export const insertUnit = (ground: Pick<Ground, 'db' | 'now'>, unit: KnownUnit): Promise<void> => insertUnits(ground, [unit])

/** Many at once. */
export async function insertUnits({ db, now }: Pick<Ground, 'db' | 'now'>, units: readonly KnownUnit[]): Promise<void> {
  const rows = units.map((unit) => ({ ...rowOf(unit), region_id: unit.region, id: unit.id, created_at: now, version: unit.version }))
  for (let at = 0; at < rows.length; at += 500)
    await db
      .insertInto('organisations')
      .values(rows.slice(at, at + 500))
      .execute()
}

/** false: somebody changed it since `unit.version` was read. */
export async function updateUnit({ db }: Pick<Ground, 'db'>, unit: KnownUnit): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('organisations')
    .set({ ...rowOf(unit), version: unit.version + 1 })
    .where('region_id', '=', unit.region)
    .where('id', '=', unit.id)
    .where('version', '=', unit.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

type Written = Omit<Insertable<OrganisationRow>, 'region_id' | 'id' | 'created_at' | 'version'>

const rowOf = (unit: KnownUnit): Written => ({
  kind: unit.kind,
  is_bureau: unit.isBureau,
  is_government: unit.isGovernment,
  names: JSON.stringify(unit.names),
  codes: JSON.stringify(unit.codes),
  aliases: JSON.stringify(unit.aliases),
  parents: JSON.stringify(unit.parents),
  from_day: unit.from,
  to_day: unit.to,
})
