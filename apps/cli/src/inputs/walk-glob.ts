/** Files and folders that a pattern matches: one walk, with all positions of the pattern followed at once. */
import { type Entry, listFolder } from '@jiheng/runner'
import type { Glob } from './glob.ts'

type Level = Glob['levels'][number]

/** Depth first, sorted; a folder that is closed to us matches nothing below it. */
export function* walkGlob(glob: Glob): Generator<Entry> {
  yield* below(glob.base, closure(glob.levels, new Set([0])), glob.levels)
}

function* below(folder: string, positions: ReadonlySet<number>, levels: readonly Level[]): Generator<Entry> {
  for (const entry of listOrNothing(folder)) {
    const next = closure(levels, step(levels, positions, entry))
    if (next.has(levels.length)) yield entry
    else if (next.size > 0 && entry.kind === 'folder') yield* below(entry.path, next, levels)
  }
}

function step(levels: readonly Level[], positions: ReadonlySet<number>, entry: Entry): Set<number> {
  const next = new Set<number>()
  for (const position of positions) {
    const level = levels[position]
    if (level === '**') {
      if (entry.kind === 'folder' && !entry.name.startsWith('.')) next.add(position)
    } else if (level?.matches(entry.name)) next.add(position + 1)
  }
  return next
}

/** `**` may stand for no folder at all. */
function closure(levels: readonly Level[], positions: Set<number>): Set<number> {
  for (const position of positions) if (levels[position] === '**') positions.add(position + 1)
  return positions
}

function listOrNothing(folder: string): readonly Entry[] {
  try {
    return listFolder(folder)
  } catch {
    return []
  }
}
