/** RAR and 7z archives, by 7-Zip where it is installed. */
import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import type { Problem } from '@jiheng/vocabulary'
import { findProgram } from './find-program.ts'
import { runProgram } from './run-program.ts'

const timeoutMs = 120_000

/** What may still be unpacked; shrinks by what is. */
interface Budget {
  entries: number
  bytes: number
}

/** The archive is listed first: one that would not fit the limits, or is encrypted, is not unpacked. */
export async function unpackWithSevenZip(
  path: string,
  kind: string,
  name: string,
  folder: string,
  budget: Budget,
): Promise<readonly Problem[]> {
  const program = findProgram(['7zz', '7z', '7za'], ['C:\\Program Files\\7-Zip\\7z.exe'])
  if (program === null) return [{ code: 'archive.not-unpacked', at: [name], details: { format: kind, reason: 'missing' } }]
  // An empty password: without one 7-Zip would wait for somebody to type it. Errors go where the list goes.
  const listed = await runProgram(program, ['l', '-slt', '-p', '-sccUTF-8', '-bse1', '--', path], timeoutMs)
  const members = membersIn(listed.out)
  if (members.some(({ isEncrypted }) => isEncrypted) || /Cannot open encrypted archive/i.test(listed.out)) {
    return [{ code: 'file.encrypted', at: [name], details: {} }]
  }
  if (listed.code !== 0) return [{ code: 'file.damaged', at: [name], details: { reason: kind } }]
  if (listed.isCut) return [{ code: 'file.unsafe', at: [name], details: { reason: 'too-many-entries' } }]
  const total = members.reduce((sum, { size }) => sum + size, 0)
  if (members.length > budget.entries) return [{ code: 'file.unsafe', at: [name], details: { reason: 'too-many-entries' } }]
  if (total > budget.bytes) return [{ code: 'file.unsafe', at: [name], details: { reason: 'too-large' } }]
  budget.entries -= members.length
  budget.bytes -= total
  const ran = await runProgram(program, ['x', '-y', '-p', '-bd', '-snl-', `-o${folder}`, '--', path], timeoutMs)
  dropLinks(folder)
  const links = members.filter(({ isLink }) => isLink)
  for (const link of links) dropMember(folder, link.path)
  const unsafe = links.map((link): Problem => ({ code: 'file.unsafe', at: [`${name}/${link.path}`], details: { reason: 'link' } }))
  return ran.code === 0 ? unsafe : [...unsafe, { code: 'file.damaged', at: [name], details: { reason: kind } }]
}

interface Member {
  readonly path: string
  readonly size: number
  readonly isLink: boolean
  readonly isEncrypted: boolean
}

/** One block of lines a member, below a rule. */
function membersIn(list: string): readonly Member[] {
  const blocks = list.slice(Math.max(0, list.indexOf('\n----------'))).split(/\r?\n\r?\n/)
  return blocks.flatMap((block) => {
    const said = (what: string): string => new RegExp(`^${what} = (.*)$`, 'm').exec(block)?.[1] ?? ''
    if (said('Path') === '') return []
    const isLink = /(^| )l[r-][w-]/.test(said('Attributes')) || said('Symbolic Link') !== ''
    return [{ path: said('Path'), size: Number(said('Size')) || 0, isLink, isEncrypted: said('Encrypted') === '+' }]
  })
}

/** 7-Zip writes a link that it may not make as a file that holds the path. */
function dropMember(folder: string, path: string): void {
  const place = resolve(folder, path)
  if (place.startsWith(folder + sep)) rmSync(place, { force: true, recursive: true })
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
