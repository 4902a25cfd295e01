/** The FILE… of the command line as a list of things to audit: files, folders, patterns, `-` and pipes. */
import { createReadStream, type Stats, statSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  type Expanded,
  type Found,
  type Input,
  type MemberOptions,
  problemOf,
  type Skipped,
  unread,
  walkFolder,
  withMembers,
} from '@jiheng/runner'
import type { Problem } from '@jiheng/vocabulary'
import { hasPattern, readGlob } from './glob.ts'
import { readStream } from './read-stream.ts'
import { walkGlob } from './walk-glob.ts'

export interface ExpandOptions extends MemberOptions {
  readonly stdin: () => AsyncIterable<Uint8Array>
  readonly isWindows: boolean
}

/** In the order given; a file that is named twice is taken once. */
export async function expand(files: readonly string[], options: ExpandOptions): Promise<Expanded> {
  const inputs: Input[] = []
  const skipped: Skipped[] = []
  const seen = new Set<string>()
  for (const file of files) {
    for await (const found of withMembers(expandOne(file, options), options)) {
      if ('skipped' in found) skipped.push(found.skipped)
      else if (found.input.kind === 'file' && seen.has(resolve(found.input.path)))
        skipped.push({ path: found.input.name, reason: 'repeated' })
      else inputs.push(found.input)
      if ('input' in found && found.input.kind === 'file') seen.add(resolve(found.input.path))
    }
  }
  return { inputs, skipped }
}

async function* expandOne(file: string, options: ExpandOptions): AsyncGenerator<Found> {
  if (file === '-') return yield { input: await readStream(options.stdin(), '-') }
  const found = statOrProblem(file)
  if (!('code' in found)) yield* expandFound(file, found, options)
  else if (found.code === 'file.not-found' && hasPattern(file)) yield* expandGlob(file, options)
  else yield unread(file, found)
}

async function* expandFound(file: string, found: Stats, options: ExpandOptions): AsyncGenerator<Found> {
  if (found.isDirectory()) yield* atLeastOne(file, 'folder', walkFolder(file, options))
  else if (found.isFile()) yield { input: { kind: 'file', name: file, path: file, bytes: found.size } }
  else yield { input: await readStream(createReadStream(file), file) }
}

/** As a shell would: each match counts as named on the command line. A trailing `**` is the folder itself. */
function* expandGlob(file: string, options: ExpandOptions): Generator<Found> {
  const glob = readGlob(file, options.isWindows)
  const levels = glob.levels.slice(0, glob.levels.findLastIndex((level) => level !== '**') + 1)
  if (levels.length === 0) return yield* atLeastOne(file, 'pattern', walkFolder(glob.base === '' ? '.' : glob.base, options))
  yield* atLeastOne(file, 'pattern', matchesOf({ base: glob.base, levels }, options))
}

function* matchesOf(glob: ReturnType<typeof readGlob>, options: ExpandOptions): Generator<Found> {
  for (const entry of walkGlob(glob)) {
    if (entry.kind === 'file') yield { input: { kind: 'file', name: entry.path, path: entry.path, bytes: entry.bytes } }
    else if (entry.kind === 'other') yield { skipped: { path: entry.path, reason: 'not-a-file' } }
    else yield* walkFolder(entry.path, options)
  }
}

/** A folder or pattern that leads to nothing is said, not passed over. */
function* atLeastOne(name: string, kind: 'folder' | 'pattern', found: Generator<Found>): Generator<Found> {
  let count = 0
  for (const one of found) {
    if ('input' in one) count++
    yield one
  }
  if (count === 0) yield unread(name, { code: 'input.no-match', at: [name], details: { kind } })
}

function statOrProblem(file: string): Stats | Problem {
  try {
    return statSync(file)
  } catch (error) {
    return problemOf(error, file)
  }
}
