/**
 * All data of an installation as a folder: a file of JSON lines for each table, the files of the vault beside them, and a manifest with counts and digests. The same
 * from the embedded and the served database; it is backup, way to another database, and proof that nothing was lost on it.
 */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Kysely, Transaction } from 'kysely'
import { makeFolder } from '../connection/copy-folder.ts'
import { inTransaction } from '../connection/in-transaction.ts'
import { record } from '../journal/record.ts'
import { migrationNames } from '../migrate.ts'
import { emptyDigest } from '../queries/files.ts'
import type { Database, TableName } from '../tables.ts'
import type { Vault } from '../vault/vault.ts'
import { groundOf } from '../work.ts'
import { formatVersion, type Manifest, manifestName, type TableTold, tableFile, tablesInOrder, vaultFile } from './manifest.ts'
import { linesOf } from './read-lines.ts'
import { prepareTransfer, tableLines } from './table-rows.ts'
import { TransferTrouble } from './transfer-trouble.ts'

export interface ExportOptions {
  readonly db: Kysely<Database>
  readonly vault: Vault
  /** Must not exist, or be empty. It will hold password hashes: only its owner may read it. */
  readonly folder: string
  readonly version: string
  readonly now: Date
  /** Told as it goes: tables, then files. */
  readonly onStep?: (step: TransferStep) => void
}

export interface TransferStep {
  readonly kind: 'table' | 'files'
  readonly name: string
  readonly count: number
}

/** Everything as it was at one moment, also while others work. Throws target-exists; what a failure leaves behind is taken away. */
export async function exportData(options: ExportOptions): Promise<Manifest> {
  const { db, folder, version, now } = options
  if (!(await isFree(folder))) throw new TransferTrouble('transfer.target-exists', { folder })
  let manifest: Manifest | null = null
  await makeFolder(folder, async (aside) => {
    await mkdir(join(aside, 'tables'), { recursive: true, mode: 0o700 })
    await chmod(aside, 0o700)
    const tables = await inTransaction(db, (tx) => writeTables(tx, aside, options), { isolation: 'repeatable read' })
    const files = await writeFiles(aside, options)
    manifest = { format: 'jiheng-export', formatVersion, version, migrations: migrationNames, madeAt: now.toISOString(), tables, files }
    await writeFile(join(aside, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  })
  await inTransaction(db, (tx) => journalInEveryRegion(tx, now, 'data.exported'))
  return manifest as unknown as Manifest
}

async function isFree(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return true
    if (code === 'ENOTDIR') return false
    throw error
  }
}

async function writeTables(tx: Transaction<Database>, aside: string, { onStep }: ExportOptions): Promise<readonly TableTold[]> {
  await prepareTransfer(tx)
  const told: TableTold[] = []
  for (const name of tablesInOrder) {
    const table = await writeTable(tx, name, tableFile(aside, name))
    onStep?.({ kind: 'table', name, count: table.rows })
    told.push(table)
  }
  return told
}

async function writeTable(tx: Transaction<Database>, name: TableName, path: string): Promise<TableTold> {
  const hash = createHash('sha256')
  let rows = 0
  const counted = async function* () {
    for await (const line of tableLines(tx, name)) {
      rows++
      hash.update(line)
      yield line
    }
  }
  await pipeline(counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  return { name, rows, sha256: hash.digest('hex') }
}

/** Read from the table that was just written, so that the list is never in memory. Several regions may name the same file. */
async function writeFiles(aside: string, { vault, onStep }: ExportOptions): Promise<Manifest['files']> {
  const missing = new Set<string>()
  let [count, bytes] = [0, 0]
  await mkdir(join(aside, 'files'), { mode: 0o700 })
  for await (const line of linesOf(tableFile(aside, 'files'))) {
    const { sha256 } = JSON.parse(line) as { sha256: string }
    if (sha256 === emptyDigest) continue
    const written = await copyOut(vault, sha256, vaultFile(aside, sha256))
    if (written === 'damaged') missing.add(sha256)
    else if (written !== 'there') {
      count++
      bytes += written
      if (count % 100 === 0) onStep?.({ kind: 'files', name: '', count })
    }
  }
  onStep?.({ kind: 'files', name: '', count })
  return { count, bytes, missing: [...missing].sort() }
}

/** How many bytes; a file that is gone, or is no longer what its digest says, is left out. */
async function copyOut(vault: Vault, sha256: string, target: string): Promise<number | 'there' | 'damaged'> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let bytes = 0
  const counted = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      bytes += chunk.length
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await pipeline(vault.open(sha256), counted, createWriteStream(target, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return 'there'
    await rm(target, { force: true })
    if (code === 'ENOENT' && path !== target) return 'damaged'
    throw error
  }
  if (hash.digest('hex') === sha256) return bytes
  await rm(target)
  return 'damaged'
}

/** Done by who sits at the machine: nobody of the region. */
export async function journalInEveryRegion(tx: Transaction<Database>, now: Date, event: 'data.exported' | 'data.imported'): Promise<void> {
  const regions = await tx.selectFrom('regions').select('id').orderBy('id').execute()
  const ground = groundOf(tx, now)
  for (const { id } of regions) await record(ground, event, { regionId: id, actor: null })
}
