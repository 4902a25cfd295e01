/** An archive stands for its members, each named by the archive and its path in it. */
import { relative } from 'node:path'
import type { Problem } from '@jiheng/vocabulary'
import { type ArchiveKind, archiveKind } from './archive-kind.ts'
import type { Budget } from './unpack.ts'
import { type Found, type WalkOptions, walkFolder } from './walk-folder.ts'

export interface MemberOptions extends WalkOptions {
  /** A new empty folder for what one archive holds. */
  readonly makeFolder: () => string
}

/** Archives in archives, as a county sends those of its departments. */
const mostArchives = 3

/** What was found, with the members of an archive in its place. All archives in one archive share its limits. */
export async function* withMembers(
  all: AsyncIterable<Found> | Iterable<Found>,
  options: MemberOptions,
  depth = 0,
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
  options: MemberOptions,
  depth: number,
  above: Budget | undefined,
): AsyncGenerator<Found> {
  const { newBudget, unpack } = await import('./unpack.ts')
  const folder = options.makeFolder()
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

export function unread(name: string, problem: Problem): Found {
  return { input: { kind: 'unread', name, problem } }
}
