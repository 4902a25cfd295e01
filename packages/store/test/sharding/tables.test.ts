/** The tables can be spread over machines by region (Citus): what that asks of them, held against the database itself. */
import { type Kysely, sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import * as keysStep from '../../src/migrations/2026-11-22-base-keys.ts'
import { type Database, type TableName, tableKinds } from '../../src/tables.ts'
import { forEachDatabase } from '../support/databases.ts'

interface Constraint {
  readonly table: string
  readonly name: string
  readonly kind: 'p' | 'u' | 'f' | 'x'
  readonly columns: readonly string[]
  readonly target: string | null
  readonly targetColumns: readonly string[] | null
}

const kindOf = (table: string) => tableKinds[table as TableName]
const isSharded = ({ table }: { readonly table: string }) => kindOf(table) === 'sharded'
/** What the migrations note about themselves. */
const ofTheMigrator = (table: string) => table.startsWith('kysely_')

forEachDatabase(({ open }) => {
  let db: Kysely<Database>
  let tables: readonly string[]
  let constraints: readonly Constraint[]
  beforeAll(async () => {
    db = (await open()).db
    tables = (
      await sql<{
        name: string
      }>`select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`.execute(
        db,
      )
    ).rows.flatMap(({ name }) => (ofTheMigrator(name) ? [] : [name]))
    constraints = await constraintsOf(db)
  })

  it('there are tables, and each one is of a kind', () => {
    expect(tables).toEqual(Object.keys(tableKinds).toSorted())
  })

  describe('a sharded table', () => {
    it('has a region that is a uuid and never null', async () => {
      const { rows } = await sql<{ table: string }>`
        select table_name as table from information_schema.columns
        where table_schema = current_schema() and column_name = 'region_id' and udt_name = 'uuid' and is_nullable = 'NO'`.execute(db)
      const withRegion = rows.map(({ table }) => table)
      expect(tables.filter((table) => kindOf(table) === 'sharded' && !withRegion.includes(table))).toEqual([])
    })

    it('has the region first in its primary key', () => {
      const leading = constraints.filter(({ kind, columns }) => kind === 'p' && columns[0] === 'region_id').map(({ table }) => table)
      expect(tables.filter((table) => kindOf(table) === 'sharded' && !leading.includes(table))).toEqual([])
    })

    it('has the region in everything that must be unique', async () => {
      const { rows } = await sql<{ table: string; index: string; columns: readonly string[] }>`
        select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as index,
          array(select a.attname::text from unnest(i.indkey::int[]) k join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k) as columns
        from pg_index i join pg_class c on c.oid = i.indexrelid
        where (i.indisunique or i.indisexclusion) and c.relnamespace = current_schema()::regnamespace`.execute(db)
      const unique = rows.filter(isSharded)
      expect(unique.filter(({ columns }) => !columns.includes('region_id'))).toEqual([])
      expect(unique.length).toBeGreaterThan(20)
    })

    it('points only within its region, or at a table that every machine has', () => {
      const wrong = constraints.filter(({ table, kind, columns, target, targetColumns }) => {
        if (kind !== 'f' || !isSharded({ table }) || target === null) return false
        if (kindOf(target) === 'reference') return false
        // Both ends name the region, in the same place of the key.
        return kindOf(target) !== 'sharded' || targetColumns?.[columns.indexOf('region_id')] !== 'region_id'
      })
      expect(wrong).toEqual([])
    })
  })

  it('no table of every machine, or of one, points at a sharded one', () => {
    const wrong = constraints.filter(
      ({ table, kind, target }) => kind === 'f' && !isSharded({ table }) && target !== null && isSharded({ table: target }),
    )
    expect(wrong).toEqual([])
  })

  it('no column counts by itself: ids come from the application', async () => {
    const { rows } = await sql`
      select table_name, column_name from information_schema.columns
      where table_schema = current_schema() and (is_identity = 'YES' or column_default like 'nextval(%')`.execute(db)
    expect(rows).toEqual([])
    const sequences = await sql`select relname from pg_class where relkind = 'S' and relnamespace = current_schema()::regnamespace`.execute(
      db,
    )
    expect(sequences.rows).toEqual([])
  })

  it('no trigger and no rule works behind the queries', async () => {
    const triggers = await sql`
      select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid where not tgisinternal and c.relnamespace = current_schema()::regnamespace`.execute(
      db,
    )
    const rules = await sql`select rulename from pg_rules where schemaname = current_schema()`.execute(db)
    expect([triggers.rows, rules.rows]).toEqual([[], []])
  })

  it('foreign keys are exactly those that the last step adds, by name', () => {
    const there = constraints.filter(({ kind }) => kind === 'f').map(({ table, name }) => `${table} ${name}`)
    expect(there.toSorted()).toEqual(keysStep.keys.map(({ table, name }) => `${table} ${name}`).toSorted())
  })
})

async function constraintsOf(db: Kysely<Database>): Promise<readonly Constraint[]> {
  const names = (relation: 'conrelid' | 'confrelid', key: 'conkey' | 'confkey') =>
    sql.raw(`array(select a.attname::text from unnest(c.${key}) with ordinality as k (number, position)
      join pg_attribute a on a.attrelid = c.${relation} and a.attnum = k.number order by k.position)`)
  const { rows } = await sql<Constraint>`
    select c.conrelid::regclass::text as table, c.conname as name, c.contype::text as kind, ${names('conrelid', 'conkey')} as columns,
      nullif(c.confrelid, 0)::regclass::text as target, ${names('confrelid', 'confkey')} as "targetColumns"
    from pg_constraint c where c.connamespace = current_schema()::regnamespace and c.contype in ('p', 'u', 'f', 'x')`.execute(db)
  return rows.filter(({ table }) => !ofTheMigrator(table))
}
