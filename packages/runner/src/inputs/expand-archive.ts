/** One file as a list of things to audit: an archive as its members, anything else as itself. */
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { problemOf } from './errors.ts'
import type { Expanded, Input, Skipped } from './input.ts'
import { withMembers } from './members.ts'

/** Members are written below `folder`; what cannot be unpacked is among the inputs, as unread. */
export async function expandArchive(path: string, name: string, folder: string): Promise<Expanded> {
  const inputs: Input[] = []
  const skipped: Skipped[] = []
  let count = 0
  const makeFolder = () => {
    const made = join(folder, String(count++))
    mkdirSync(made)
    return made
  }
  for await (const found of withMembers([{ input: fileAt(path, name) }], { resultFolder: null, makeFolder })) {
    if ('input' in found) inputs.push(found.input)
    else skipped.push(found.skipped)
  }
  return { inputs, skipped }
}

function fileAt(path: string, name: string): Input {
  try {
    return { kind: 'file', name, path, bytes: statSync(path).size }
  } catch (error) {
    return { kind: 'unread', name, problem: problemOf(error, name) }
  }
}
