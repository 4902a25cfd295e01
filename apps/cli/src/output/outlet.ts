/** Where the text of results goes: the screen, one file, or a folder with a file for each input. */
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Input } from '@jiheng/runner'
import { problemOf } from '@jiheng/runner'
import type { Problem } from '@jiheng/vocabulary'
import type { TextFormat } from '../arguments/parse-audit.ts'
import type { Screen } from '../host.ts'
import { resultNames } from './result-names.ts'
import { realPath, refusedOut, writeWhole } from './write-whole.ts'

export interface Outlet {
  readonly kind: 'screen' | 'file' | 'folder'
  readonly result: (index: number, text: string) => Promise<void>
  readonly batch: (text: string) => Promise<void>
}

export function screenOutlet(screen: Screen): Outlet {
  return { kind: 'screen', result: (_index, text) => screen.write(text), batch: (text) => screen.write(text) }
}

/** One input goes to a file, several to a folder, which is made when it is not there. The inputs themselves are never written to. */
export function fileOutlet(out: string, format: TextFormat, inputs: readonly Input[]): Outlet | Problem {
  const asFolder = inputs.length > 1 || isFolder(out)
  const extension = format === 'json' ? 'json' : 'txt'
  const paths = asFolder ? resultNames(inputs.map((input) => input.name)).map((name) => join(out, `${name}.${extension}`)) : [out]
  const batchPath = join(out, 'batch.json')
  const problem = unusable(out, asFolder, [...paths, ...(asFolder ? [batchPath] : [])], inputs)
  if (problem !== null) return problem
  return {
    kind: asFolder ? 'folder' : 'file',
    result: async (index, text) => writeWhole(paths[index] as string, text),
    batch: async (text) => (asFolder ? writeWhole(batchPath, text) : undefined),
  }
}

/** It says so itself, or it is there. */
export function isFolder(out: string): boolean {
  if (/[/\\]$/.test(out)) return true
  try {
    return statSync(out, { throwIfNoEntry: false })?.isDirectory() === true
  } catch {
    return false
  }
}

/** Makes the folder; a problem when that is refused, or when a result would take the place of an input. */
export function unusable(out: string, asFolder: boolean, paths: readonly string[], inputs: readonly Input[]): Problem | null {
  try {
    mkdirSync(asFolder ? out : dirname(out), { recursive: true })
  } catch (error) {
    return refusedOut(out, problemOf(error, out))
  }
  const own = new Set(inputs.flatMap((input) => (input.kind === 'file' ? [realPath(input.path)] : [])))
  const inFolder = foldersAsTheyAre()
  const clash = paths.find((path) => inFolder(path) && own.has(realPath(path)))
  return clash === undefined ? null : { code: 'command.bad-value', at: ['--out'], details: { value: clash, reason: 'is-input' } }
}

/** Whether something of this name is there. Each folder is read once: a batch asks for tens of thousands of paths that are not. */
function foldersAsTheyAre(): (path: string) => boolean {
  const folders = new Map<string, ReadonlySet<string>>()
  const keyOf = (name: string): string => name.normalize('NFC').toLowerCase()
  return (path) => {
    const folder = dirname(path)
    const names = folders.get(folder) ?? new Set(namesIn(folder).map(keyOf))
    folders.set(folder, names)
    return names.has(keyOf(basename(path)))
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
