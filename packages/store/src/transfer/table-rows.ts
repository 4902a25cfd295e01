/** A table as lines of JSON, the same from every database: one row a line, in the order of its primary key. */
import { sql, type Transaction } from 'kysely'
import type { Database, TableName } from '../tables.ts'

type Tx = Transaction<Database>

/** Rows are fetched by so many: a row may hold a whole finding or sketch. */
const AT_ONCE = 100

/** PostgreSQL writes the values itself, so that nothing is lost between its types and ours. */
export async function* tableLines(tx: Tx, table: TableName): AsyncGenerator<string> {
  const order = sql.join(
    (await keyOf(tx, table)).map(({ column, isText }) => sql`${sql.ref(`t.${column}`)}${sql.raw(isText ? ' collate "C"' : '')}`),
  )
  await sql`declare rows_out no scroll cursor for select row_to_json(t)::text as line from ${sql.table(table)} as t order by ${order}`.execute(
    tx,
  )
  const next = sql<{ line: string }>`fetch forward ${sql.lit(AT_ONCE)} from rows_out`
  for (let isMore = true; isMore; ) {
    const { rows } = await next.execute(tx)
    for (const { line } of rows) yield `${line}\n`
    isMore = rows.length === AT_ONCE
  }
  // Where this is not reached, the transaction ends, and the cursor with it.
  await sql`close rows_out`.execute(tx)
}

interface KeyColumn {
  readonly column: string
  /** Ordered by bytes: each database has an order of words of its own. */
  readonly isText: boolean
}

async function keyOf(tx: Tx, table: TableName): Promise<readonly KeyColumn[]> {
  const { rows } = await sql<KeyColumn>`
    select a.attname as column, a.atttypid = 'text'::regtype as "isText"
    from pg_index i
    cross join lateral unnest(i.indkey) with ordinality as k (number, position)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
    where i.indrelid = ${table}::regclass and i.indisprimary
    order by k.position`.execute(tx)
  if (rows.length === 0) throw new Error(`the table ${table} has no primary key`)
  return rows
}

/** What both ends set: instants in one zone, and time enough for a large table. */
export async function prepareTransfer(tx: Tx): Promise<void> {
  await sql`set local time zone 'UTC'`.execute(tx)
  await sql`set local statement_timeout = 0`.execute(tx)
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx)
}
