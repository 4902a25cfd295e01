/** RAR and 7z archives, by 7-Zip where it is installed. */
import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '@jiheng/vocabulary'
import { findProgram } from './find-program.ts'
import { runProgram } from './run-program.ts'

const timeoutMs = 120_000

interface Limits {
  readonly maxEntries: number
  readonly maxTotalBytes: number
}

/** The archive is listed first: one that would not fit the limits, or is encrypted, is not unpacked. */
export async function unpackWithSevenZip(
  path: string,
  kind: string,
  name: string,
  folder: string,
  limits: Limits,
): Promise<readonly Problem[]> {
  const program = findProgram(['7zz', '7z', '7za'], ['C:\\Program Files\\7-Zip\\7z.exe'])
  if (program === null) return [{ code: 'archive.not-unpacked', at: [name], details: { format: kind, reason: 'missing' } }]
  // An empty password: without one 7-Zip would wait for somebody to type it.
  const listed = await runProgram(program, ['l', '-slt', '-p', '-sccUTF-8', '--', path], timeoutMs)
  if (/^Encrypted = \+/m.test(listed.out) || /encrypted|Wrong password/i.test(listed.out.slice(0, 2000))) {
    return [{ code: 'file.encrypted', at: [name], details: {} }]
  }
  if (listed.code !== 0) return [{ code: 'file.damaged', at: [name], details: { reason: kind } }]
  const sizes = [...listed.out.matchAll(/^Size = (\d+)/gm)].map((size) => Number(size[1]))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  if (sizes.length > limits.maxEntries) return [{ code: 'file.unsafe', at: [name], details: { reason: 'too-many-entries' } }]
  if (total > limits.maxTotalBytes) return [{ code: 'file.unsafe', at: [name], details: { reason: 'too-large' } }]
  const ran = await runProgram(program, ['x', '-y', '-p', '-bd', '-snl-', `-o${folder}`, '--', path], timeoutMs)
  dropLinks(folder)
  return ran.code === 0 ? [] : [{ code: 'file.damaged', at: [name], details: { reason: kind } }]
}

/** A link in an archive could lead to any file of this machine. */
function dropLinks(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const found = lstatSync(path)
    if (found.isDirectory()) dropLinks(path)
    else if (!found.isFile()) rmSync(path, { force: true })
  }
}
