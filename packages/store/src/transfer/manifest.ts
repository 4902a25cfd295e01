/** The first page of an export: which version wrote it, what it holds, and the digest of each table. Read from a folder that anybody may have touched. */
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { migrationNames } from '../migrate.ts'
import { type TableName, tableKinds } from '../tables.ts'
import { TransferTrouble } from './transfer-trouble.ts'

export interface Manifest {
  readonly format: 'jiheng-export'
  readonly formatVersion: number
  /** Of the product that wrote it. */
  readonly version: string
  /** Names of the migrations that made its tables. */
  readonly migrations: readonly string[]
  readonly madeAt: string
  readonly tables: readonly TableTold[]
  /** Files of the vault, by digest under files/. `missing`: named by the tables, but gone or damaged already when it was written. */
  readonly files: { readonly count: number; readonly bytes: number; readonly missing: readonly string[] }
}

export interface TableTold {
  readonly name: TableName
  readonly rows: number
  /** Over the lines of the table, in the order of its primary key. */
  readonly sha256: string
}

export const formatVersion = 1
export const manifestName = 'manifest.json'
/** In the order in which rows can be written. */
export const tablesInOrder = Object.keys(tableKinds) as readonly TableName[]

export const tableFile = (folder: string, table: TableName): string => join(folder, 'tables', `${table}.jsonl`)
export const vaultFile = (folder: string, sha256: string): string => join(folder, 'files', sha256.slice(0, 2), sha256)

const mostBytes = 16 * 1024 * 1024

/** Throws not-an-export for what is no manifest of ours; newer or older where the tables are those of another version. */
export async function readManifest(folder: string): Promise<Manifest> {
  const fault = (why: string) => new TransferTrouble('transfer.not-an-export', { folder, why })
  const text = await textOf(join(folder, manifestName)).catch((error: NodeJS.ErrnoException) => {
    throw fault(error.code === 'ENOENT' || error.code === 'ENOTDIR' ? `没有 ${manifestName}` : `${manifestName} 读不了（${error.message}）`)
  })
  const manifest = shapeOf(text)
  if (manifest === null) throw fault(`${manifestName} 的内容不对`)
  checkVersion(folder, manifest)
  const names = manifest.tables.map(({ name }) => name)
  if (names.length !== tablesInOrder.length || names.some((name, at) => name !== tablesInOrder[at])) throw fault('表不全')
  return manifest
}

async function textOf(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size > mostBytes) throw new Error(`${size} 字节，过大`)
    return await file.readFile('utf8')
  } finally {
    await file.close()
  }
}

/** null: not what we write. */
function shapeOf(text: string): Manifest | null {
  const value = parsed(text)
  if (!isRecord(value) || value.format !== 'jiheng-export' || !isCount(value.formatVersion)) return null
  const { version, migrations, madeAt, tables, files } = value
  if (typeof version !== 'string' || typeof madeAt !== 'string' || !isTexts(migrations)) return null
  if (!Array.isArray(tables) || !tables.every(isTableTold)) return null
  if (!isRecord(files) || !isCount(files.count) || !isCount(files.bytes) || !isTexts(files.missing)) return null
  return value as unknown as Manifest
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string')
const isTableTold = (value: unknown): value is TableTold =>
  isRecord(value) && typeof value.name === 'string' && isCount(value.rows) && typeof value.sha256 === 'string'

/** Another version may be older or newer: by the migrations that one has and the other does not. */
function checkVersion(folder: string, { formatVersion: format, version, migrations }: Manifest): void {
  const extra = migrations.find((name) => !migrationNames.includes(name))
  if (format > formatVersion) throw new TransferTrouble('transfer.newer', { folder, version, what: `格式 ${format}` })
  if (extra !== undefined) throw new TransferTrouble('transfer.newer', { folder, version, what: extra })
  const lacking = migrationNames.find((name) => !migrations.includes(name))
  if (lacking !== undefined) throw new TransferTrouble('transfer.older', { folder, version, what: lacking })
}
