/** The FILE… of the command line as a list of things to audit: files, folders, patterns, `-` and pipes. */
import { createReadStream, type Stats, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { Problem } from '@jiheng/vocabulary'
import { type ArchiveKind, archiveKind } from './archive-kind.ts'
import { problemOf } from './errors.ts'
import { hasPattern, readGlob } from './glob.ts'
import type { Expanded, Input, Skipped } from './input.ts'
import { readStream } from './read-stream.ts'
import type { TempFolder } from './temp-folder.ts'
import type { Budget } from './unpack.ts'
import { type Found, type WalkOptions, walkFolder } from './walk-folder.ts'
import { walkGlob } from './walk-glob.ts'

export interface ExpandOptions extends WalkOptions {
  readonly stdin: () => AsyncIterable<Uint8Array>
  readonly isWindows: boolean
  readonly temp: TempFolder
}

/** In the order given; a file that is named twice is taken once. */
export async function expand(files: readonly string[], options: ExpandOptions): Promise<Expanded> {
  const inputs: Input[] = []
  const skipped: Skipped[] = []
  const seen = new Set<string>()
  for (const file of files) {
    for await (const found of withMembers(expandOne(file, options), options, 0)) {
      if ('skipped' in found) skipped.push(found.skipped)
      else if (found.input.kind === 'file' && seen.has(resolve(found.input.path)))
        skipped.push({ path: found.input.name, reason: 'repeated' })
      else inputs.push(found.input)
      if ('input' in found && found.input.kind === 'file') seen.add(resolve(found.input.path))
    }
  }
  return { inputs, skipped }
}

/** Archives in archives, as a county sends those of its departments. */
const mostArchives = 3

/** An archive stands for its members, each named by the archive and its path in it. */
async function* withMembers(
  all: AsyncIterable<Found> | Iterable<Found>,
  options: ExpandOptions,
  depth: number,
  budget?: Budget,
): AsyncGenerator<Found> {
  for await (const found of all) {
    const file = 'input' in found && found.input.kind === 'file' ? found.input : null
    const kind = file && archiveKind(file.path, file.bytes)
    if (!file || !kind) yield found
    else if (depth >= mostArchives) yield unread(file.name, { code: 'file.unsafe', at: [file.name], details: { reason: 'too-deep' } })
    else yield* membersOf(file, kind, options, depth, budget)
  }
}

async function* membersOf(
  { name, path }: { readonly name: string; readonly path: string },
  kind: ArchiveKind,
  options: ExpandOptions,
  depth: number,
  above: Budget | undefined,
): AsyncGenerator<Found> {
  const { newBudget, unpack } = await import('./unpack.ts')
  const folder = options.temp.make()
  const budget = above ?? newBudget()
  const { problems } = await unpack(path, kind, name, folder, budget)
  for (const problem of problems) yield unread(String(problem.at[0]), problem)
  const nameOf = (below: string): string => `${name}/${relative(folder, below).replaceAll('\\', '/')}`
  let count = problems.length
  for await (const found of withMembers(renamed(walkFolder(folder, options), nameOf), options, depth + 1, budget)) {
    if ('input' in found) count++
    yield found
  }
  if (count === 0) yield unread(name, { code: 'input.no-match', at: [name], details: { kind: 'archive' } })
}

function* renamed(all: Iterable<Found>, nameOf: (path: string) => string): Generator<Found> {
  for (const found of all) {
    if ('skipped' in found) yield { skipped: { ...found.skipped, path: nameOf(found.skipped.path) } }
    else yield { input: { ...found.input, name: nameOf(found.input.name) } }
  }
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

function unread(name: string, problem: Problem): Found {
  return { input: { kind: 'unread', name, problem } }
}

function statOrProblem(file: string): Stats | Problem {
  try {
    return statSync(file)
  } catch (error) {
    return problemOf(error, file)
  }
}
