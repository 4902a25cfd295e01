/** Rows in every table there is, with values that are easily lost on the way: characters beyond the first plane, microseconds, exact numbers, null. */
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { type Database, tableKinds } from '../../src/tables.ts'
import type { Vault } from '../../src/vault/vault.ts'

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly isNullable: boolean
}

/** Where a column takes only certain words. */
const words: Readonly<Record<string, readonly string[]>> = {
  'links.kind': ['invite', 'reset'],
  'organisations.kind': ['department', 'subordinate'],
  'organisation_changes.kind': ['merge', 'split'],
  'batches.purpose': ['review', 'self-check'],
  'documents.kind': ['department', 'project'],
  'documents.state': ['done', 'failed'],
  'documents.stage': ['private', 'submitted'],
  'documents.review': ['waiting', 'passed'],
  'findings.severity': ['error', 'info'],
  'finding_states.status': ['open', 'dismissed'],
  'decisions.status': ['open', 'dismissed'],
  'comments.audience': ['reviewers', 'all'],
  'reviews.decision': ['returned', 'passed'],
  'jobs.kind': ['document.audit', 'batch.pack'],
  'jobs.state': ['done', 'dead'],
}

/** One id for everything in a row and all that it points at, so that every foreign key holds. */
const ids = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'] as const
const contents = ['全年执行1260.60万元', '年末结转59.90万元'] as const
export const digests = contents.map((content) => createHash('sha256').update(content).digest('hex'))

/** Two regions with a row in each table, and their two files. */
export async function fillTables(db: Kysely<Database>, vault: Vault): Promise<void> {
  for (const content of contents) await vault.put(new TextEncoder().encode(content))
  const { rows: columns } = await sql<Column>`
    select table_name as table, column_name as name, udt_name as type, is_nullable = 'YES' as "isNullable"
    from information_schema.columns where table_schema = current_schema() order by ordinal_position`.execute(db)
  for (const table of Object.keys(tableKinds)) {
    const own = columns.filter((column) => column.table === table)
    for (const at of [0, 1] as const) {
      const row = Object.fromEntries(own.map((column) => [column.name, valueIn(column, at)]))
      await sql`insert into ${sql.table(table)} select * from json_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)})`.execute(
        db,
      )
    }
  }
}

function valueIn({ table, name, type, isNullable }: Column, at: 0 | 1): unknown {
  if (name.endsWith('sha256')) return digests[at]
  if (table === 'files' && name === 'bytes') return new TextEncoder().encode(contents[at]).length
  const word = words[`${table}.${name}`]
  if (word !== undefined) return word[at]
  if (at === 1 && isNullable) return null
  return values[type]?.(at) ?? fail(`${table}.${name} is of a type that is not filled: ${type}`)
}

const values: Readonly<Record<string, (at: 0 | 1) => unknown>> = {
  uuid: (at) => ids[at],
  // Of the second row the text begins in the middle of the alphabet, where databases disagree about the order.
  text: (at) => (at === 0 ? '甲\u{20000}\n"\\t\u2028' : 'ä z a'),
  int4: (at) => at + 1,
  int8: () => '9007199254740993',
  float8: (at) => (at === 0 ? 0.1 : 1e-7),
  bool: (at) => at === 0,
  date: (at) => `2024-02-${28 + at}`,
  timestamptz: (at) => (at === 0 ? '2024-02-29T23:59:59.999999+08:00' : '2026-11-22T00:00:00Z'),
  jsonb: (at) => (at === 0 ? { 金额: '12.30', nested: [1, null, { a: '\u{1f600}' }] } : []),
}

function fail(why: string): never {
  throw new Error(why)
}
