/** Reads an export into an empty database: all of it, held to its digests, or nothing. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { type Kysely, sql, type Transaction } from 'kysely'
import { inTransaction } from '../connection/in-transaction.ts'
import { emptyDigest } from '../queries/files.ts'
import type { Database, TableName } from '../tables.ts'
import type { Vault } from '../vault/vault.ts'
import { journalInEveryRegion, type TransferStep } from './export-data.ts'
import { type Manifest, readManifest, type TableTold, tableFile, tablesInOrder, vaultFile } from './manifest.ts'
import { LineTooLong, linesOf } from './read-lines.ts'
import { prepareTransfer, tableLines } from './table-rows.ts'
import { TransferTrouble } from './transfer-trouble.ts'

export interface ImportOptions {
  /** Migrated, and without data. */
  readonly db: Kysely<Database>
  /** What may be shown of the database. */
  readonly place: string
  readonly vault: Vault
  readonly folder: string
  readonly now: Date
  readonly onStep?: (step: TransferStep) => void
}

type Tx = Transaction<Database>

/**
 * In one transaction. Foreign keys are put down meanwhile and up again at the end, which checks every row: no order of rows is
 * relied on. Throws a TransferTrouble for a folder that is not whole, not ours, or of another version, and for a database with data.
 */
export async function importData(options: ImportOptions): Promise<Manifest> {
  const { db, now } = options
  const manifest = await readManifest(options.folder)
  await inTransaction(db, async (tx) => {
    await prepareTransfer(tx)
    await refuseFull(tx, options.place)
    const keys = await foreignKeys(tx)
    for (const { table, name } of keys) await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(tx)
    for (const told of manifest.tables) {
      await readTable(tx, told, tableFile(options.folder, told.name))
      await compareTable(tx, told)
      options.onStep?.({ kind: 'table', name: told.name, count: told.rows })
    }
    for (const key of keys) await restoreKey(tx, key)
    await readFiles(tx, options, manifest)
    await journalInEveryRegion(tx, now, 'data.imported')
  })
  return manifest
}

/** What the installation wrote about itself at its first start (the set-up link) gives way. */
async function refuseFull(tx: Tx, place: string): Promise<void> {
  for (const table of tablesInOrder.filter((name) => name !== 'local_state')) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx)
    if (rows.length > 0) throw new TransferTrouble('transfer.not-empty', { place, table })
  }
  await tx.deleteFrom('local_state').execute()
}

interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly definition: string
}

async function foreignKeys(tx: Tx): Promise<readonly ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace order by 1, 2`.execute(tx)
  return rows
}

async function restoreKey(tx: Tx, { table, name, definition }: ForeignKey): Promise<void> {
  try {
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(tx)
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== '23503') throw error
    throw new TransferTrouble('transfer.dangling', { table, constraint: name })
  }
}

/** Rows are handed over by so many, or so much text. */
const MOST_ROWS = 200
const MOST_CHARACTERS = 4 * 1024 * 1024

async function readTable(tx: Tx, { name, rows: wanted }: TableTold, path: string): Promise<void> {
  let [waiting, characters, read]: [string[], number, number] = [[], 0, 0]
  const write = async () => {
    if (waiting.length > 0) await insertLines(tx, name, waiting, read)
    ;[waiting, characters] = [[], 0]
  }
  for await (const line of linesIn(name, path)) {
    read++
    if (read > wanted) throw new TransferTrouble('transfer.differs', { table: name, wanted, found: read })
    waiting.push(line)
    characters += line.length
    if (waiting.length >= MOST_ROWS || characters >= MOST_CHARACTERS) await write()
  }
  await write()
  if (read !== wanted) throw new TransferTrouble('transfer.differs', { table: name, wanted, found: read })
}

async function* linesIn(table: TableName, path: string): AsyncGenerator<string> {
  const found = await lstat(path).catch(() => null)
  if (found?.isFile() !== true) throw new TransferTrouble('transfer.not-an-export', { folder: path, why: '没有这个文件' })
  try {
    yield* linesOf(path)
  } catch (error) {
    if (!(error instanceof LineTooLong)) throw error
    throw new TransferTrouble('transfer.bad-row', { table, row: error.line, why: '一行过长' })
  }
}

/** PostgreSQL reads the values itself, as it wrote them. */
async function insertLines(tx: Tx, table: TableName, lines: readonly string[], row: number): Promise<void> {
  const rows = `[${lines.join(',')}]`
  try {
    await sql`insert into ${sql.table(table)} select * from json_populate_recordset(null::${sql.table(table)}, ${rows}::json)`.execute(tx)
  } catch (error) {
    const { code, message } = error as Error & { readonly code?: unknown }
    // Data exceptions and broken constraints; anything else is not about the rows.
    if (typeof code !== 'string' || !/^(?:22|23)/.test(code)) throw error
    throw new TransferTrouble('transfer.bad-row', { table, row, why: message })
  }
}

/** What now stands in the database is written out once more and held to the digest of the export. */
async function compareTable(tx: Tx, { name, rows: wanted, sha256 }: TableTold): Promise<void> {
  const hash = createHash('sha256')
  let found = 0
  for await (const line of tableLines(tx, name)) {
    found++
    hash.update(line)
  }
  if (found !== wanted || hash.digest('hex') !== sha256) throw new TransferTrouble('transfer.differs', { table: name, wanted, found })
}

/** Files come last: when one is not there, the rows go back; what was received already is kept by its digest and harms nobody. */
async function readFiles(tx: Tx, { folder, vault, onStep }: ImportOptions, { files }: Manifest): Promise<void> {
  const missing = new Set(files.missing)
  let count = 0
  for await (const line of tableLines(tx, 'files')) {
    const { sha256, bytes } = JSON.parse(line) as { sha256: string; bytes: number }
    if (missing.has(sha256) || sha256 === emptyDigest) continue
    const path = vaultFile(folder, sha256)
    const found = await lstat(path).catch(() => null)
    if (found?.isFile() !== true) throw new TransferTrouble('transfer.file-missing', { sha256 })
    if (found.size !== bytes) throw new TransferTrouble('transfer.file-changed', { sha256 })
    const kept = await vault.receive(createReadStream(path), bytes)
    if (kept.sha256 !== sha256) throw new TransferTrouble('transfer.file-changed', { sha256 })
    count++
    if (count % 100 === 0) onStep?.({ kind: 'files', name: '', count })
  }
  onStep?.({ kind: 'files', name: '', count })
}
