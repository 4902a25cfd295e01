/** An archive to a folder of files, under limits. Members keep their paths; what cannot be unpacked is a problem, the rest is taken. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openPackage, type Package, PackageRefused } from '@jiheng/ooxml'
import type { Problem } from '@jiheng/vocabulary'
import { unpackWithSevenZip } from '../programs/seven-zip.ts'
import type { ArchiveKind } from './archive-kind.ts'

/** Of one archive. */
export const archiveLimits = { maxBytes: 512 * 1024 ** 2, maxEntries: 5_000, maxEntryBytes: 256 * 1024 ** 2, maxTotalBytes: 2 * 1024 ** 3 }

export interface Unpacked {
  /** Of the archive (`at` is its name), or of one member (`at` is its name with the archive's in front). */
  readonly problems: readonly Problem[]
}

/** `name` is what the archive is called in what we say; `folder` is empty and takes the members. */
export async function unpack(path: string, kind: ArchiveKind, name: string, folder: string): Promise<Unpacked> {
  const { size } = statSync(path)
  if (size > archiveLimits.maxBytes) {
    return { problems: [{ code: 'file.too-large', at: [name], details: { bytes: size, limit: archiveLimits.maxBytes } }] }
  }
  return kind === 'zip' ? unpackZip(path, name, folder) : { problems: await unpackWithSevenZip(path, kind, name, folder, archiveLimits) }
}

async function unpackZip(path: string, name: string, folder: string): Promise<Unpacked> {
  let pack: Package
  try {
    pack = await openPackage(readFileSync(path), archiveLimits)
  } catch (error) {
    return { problems: [archiveProblem(error, name)] }
  }
  const problems: Problem[] = []
  for (const entry of pack.entries) {
    try {
      const bytes = await pack.read(entry.name)
      mkdirSync(dirname(join(folder, entry.name)), { recursive: true })
      writeFileSync(join(folder, entry.name), bytes)
    } catch (error) {
      problems.push(archiveProblem(error, `${name}/${entry.name}`))
      if (error instanceof PackageRefused && error.reason === 'too-large') break
    }
  }
  return { problems }
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
