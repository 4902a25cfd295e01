/** Brings a database to the tables of this version. Migrations are dated, small, never edited once shipped. */
import { createHash } from 'node:crypto'
import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import * as base from './migrations/2026-11-22-base.ts'
import * as baseKeys from './migrations/2026-11-22-base-keys.ts'
import type { Database } from './tables.ts'

const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-base': base as Migration,
  '2026-11-22-base-keys': baseKeys as Migration,
}

/** In the order in which they are carried out. */
export const migrationNames: readonly string[] = Object.keys(migrations)

/** Names of the migrations that were carried out. Throws what the database says; each one is whole or not at all. */
export async function migrate(db: Kysely<Database>): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
  return (results ?? []).map(({ migrationName }) => migrationName)
}

/** Names of those that a database has had, in their order; none for one without our tables. Changes nothing. */
export async function migrationsDone(db: Kysely<Database>): Promise<readonly string[]> {
  const { rows } = await sql<{ isThere: boolean }>`select to_regclass('kysely_migration') is not null as "isThere"`.execute(db)
  if (rows[0]?.isThere !== true) return []
  return (await sql<{ name: string }>`select name from kysely_migration order by name collate "C"`.execute(db)).rows.map(({ name }) => name)
}

/** Names a template of a migrated database: changes whenever a migration does. */
export function migrationsDigest(): string {
  const told = [Object.keys(migrations), base.statements, baseKeys.keys]
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 16)
}
