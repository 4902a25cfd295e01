/** Where the text of results goes: the screen, one file, or a folder with a file for each input. */
import { mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Problem } from '@jiheng/vocabulary'
import type { TextFormat } from '../arguments/parse-audit.ts'
import type { Screen } from '../host.ts'
import { problemOf } from '../inputs/errors.ts'
import type { Input } from '../inputs/input.ts'
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
  const clash = paths.find((path) => own.has(realPath(path)))
  return clash === undefined ? null : { code: 'command.bad-value', at: ['--out'], details: { value: clash, reason: 'is-input' } }
}
