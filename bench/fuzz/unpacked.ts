/** An archive through the doors of the command: is it one, and what comes out of it. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { archiveKind } from '../../packages/runner/src/inputs/archive-kind.ts'
import { unpack } from '../../packages/runner/src/inputs/unpack.ts'
import type { Outcome } from './outcome.ts'

/** `folder` is empty. Nothing but the archive and its members may be in it afterwards. */
export async function unpackedOutcome(bytes: Uint8Array, folder: string): Promise<Outcome> {
  const [path, members] = [join(folder, 'a.zip'), join(folder, 'members')]
  writeFileSync(path, bytes)
  mkdirSync(members)
  if (archiveKind(path, bytes.length) === null) return { kind: 'refused', says: ['no archive'] }
  const { problems } = await unpack(path, 'zip', 'a.zip', members)
  const outside = readdirSync(folder).filter((name) => name !== 'a.zip' && name !== 'members')
  if (outside.length > 0) return { kind: 'fault', says: [`written outside of the folder: ${outside}`] }
  return { kind: readdirSync(members).length > 0 ? 'read' : 'refused', says: [...new Set(problems.map(({ code }) => code))] }
}
