/** An archive to a folder of files, under limits. Members keep their paths; what cannot be unpacked is a problem, the rest is taken. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { openPackage, type Package, PackageRefused } from '@jiheng/ooxml'
import type { Problem } from '@jiheng/vocabulary'
import { unpackWithSevenZip } from '../programs/seven-zip.ts'
import type { ArchiveKind } from './archive-kind.ts'

export const archiveLimits = { maxBytes: 512 * 1024 ** 2, maxEntries: 5_000, maxEntryBytes: 256 * 1024 ** 2, maxTotalBytes: 2 * 1024 ** 3 }

/** What an archive may still bring, with all the archives in it. Shrinks as they are unpacked. */
export interface Budget {
  entries: number
  bytes: number
}

export const newBudget = (): Budget => ({ entries: archiveLimits.maxEntries, bytes: archiveLimits.maxTotalBytes })

export interface Unpacked {
  /** Of the archive (`at` is its name), or of one member (`at` is its name with the archive's in front). */
  readonly problems: readonly Problem[]
}

/** `name` is what the archive is called in what we say; `folder` is empty and takes the members. */
export async function unpack(path: string, kind: ArchiveKind, name: string, folder: string, budget = newBudget()): Promise<Unpacked> {
  const { size } = statSync(path)
  if (size > archiveLimits.maxBytes) {
    return { problems: [{ code: 'file.too-large', at: [name], details: { bytes: size, limit: archiveLimits.maxBytes } }] }
  }
  if (kind === 'zip') return unpackZip(path, name, folder, budget)
  return { problems: await unpackWithSevenZip(path, kind, name, folder, budget) }
}

async function unpackZip(path: string, name: string, folder: string, budget: Budget): Promise<Unpacked> {
  let pack: Package
  try {
    pack = await openPackage(readFileSync(path), { ...archiveLimits, maxEntries: budget.entries, maxTotalBytes: budget.bytes })
  } catch (error) {
    return { problems: [archiveProblem(error, name)] }
  }
  const { entries, dropped } = pack
  budget.entries -= entries.length
  if (entries.length > 0 && entries.every((entry) => entry.isEncrypted))
    return { problems: [{ code: 'file.encrypted', at: [name], details: {} }] }
  const problems = dropped.map((said) => unsafeMember(`${name}/${said}`, 'bad-name'))
  for (const entry of entries) {
    const member = `${name}/${entry.name}`
    if (entry.isLink) {
      problems.push(unsafeMember(member, 'link'))
      continue
    }
    try {
      const bytes = await pack.read(entry.name)
      budget.bytes -= bytes.length
      writeMember(folder, entry.name, bytes)
    } catch (error) {
      problems.push(archiveProblem(error, member))
      if (error instanceof PackageRefused && error.reason === 'too-large') break
    }
  }
  return { problems }
}

const unsafeMember = (member: string, reason: string): Problem => ({ code: 'file.unsafe', at: [member], details: { reason } })

function writeMember(folder: string, name: string, bytes: Uint8Array): void {
  const path = join(folder, ...name.split('/').map(shortened))
  mkdirSync(dirname(path), { recursive: true })
  // Names that are one name on this disk must not write over each other.
  writeFileSync(path, bytes, { flag: 'wx' })
}

/** Most systems take 255 bytes: 85 Chinese characters, fewer than Windows allows. The end tells the format. */
function shortened(part: string): string {
  const bytes = Buffer.from(part)
  if (bytes.length <= 255) return part
  const end = extname(part).slice(0, 10)
  return `${bytes.toString('utf8', 0, 200).replaceAll('\ufffd', '')}…${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}${end}`
}

function archiveProblem(error: unknown, name: string): Problem {
  if (error instanceof PackageRefused) {
    if (error.reason === 'encrypted') return { code: 'file.encrypted', at: [name], details: {} }
    if (error.reason === 'damaged') return { code: 'file.damaged', at: [name], details: { reason: error.reason } }
    return { code: 'file.unsafe', at: [name], details: { reason: error.reason } }
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return { code: 'file.unreadable', at: [name], details: { reason: code } }
}
