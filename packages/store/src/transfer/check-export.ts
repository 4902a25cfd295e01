/** Whether a folder still holds what was exported into it: read from the disk and held to its digests, without a database. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { emptyDigest } from '../queries/files.ts'
import { readManifest, tableFile, vaultFile } from './manifest.ts'
import { linesOf } from './read-lines.ts'

export interface ExportChecked {
  readonly tables: number
  readonly rows: number
  readonly files: number
  /** Names of tables and digests of files that are gone or different. */
  readonly damaged: readonly string[]
}

/** Throws a TransferTrouble for a folder without a manifest of ours. */
export async function checkExport(folder: string): Promise<ExportChecked> {
  const { tables, files: told } = await readManifest(folder)
  const damaged: string[] = []
  let rows = 0
  for (const { name, rows: count, sha256 } of tables) {
    if ((await digestOf(tableFile(folder, name))) === sha256) rows += count
    else damaged.push(name)
  }
  const missing = new Set([...told.missing, emptyDigest])
  let files = 0
  if (!damaged.includes('files')) {
    for await (const line of linesOf(tableFile(folder, 'files'))) {
      const { sha256 } = JSON.parse(line) as { sha256: string }
      if (missing.has(sha256)) continue
      if ((await digestOf(vaultFile(folder, sha256))) === sha256) files++
      else damaged.push(sha256)
    }
  }
  return { tables: tables.length, rows, files, damaged }
}

/** null: not there, or not readable. */
async function digestOf(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
  } catch {
    return null
  }
  return hash.digest('hex')
}
