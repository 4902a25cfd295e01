/** Where results go: the screen, one file, or a folder with a file for each input. */
import { mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Problem } from '@jiheng/vocabulary'
import type { OutputFormat } from '../arguments/parse-audit.ts'
import type { Screen } from '../host.ts'
import { problemOf } from '../inputs/errors.ts'
import type { Input } from '../inputs/input.ts'
import { resultNames } from './result-names.ts'

export interface Outlet {
  readonly kind: 'screen' | 'file' | 'folder'
  readonly result: (index: number, text: string) => Promise<void>
  readonly batch: (text: string) => Promise<void>
}

export function screenOutlet(screen: Screen): Outlet {
  return { kind: 'screen', result: (_index, text) => screen.write(text), batch: (text) => screen.write(text) }
}

/** One input goes to a file, several to a folder, which is made when it is not there. The inputs themselves are never written to. */
export function fileOutlet(out: string, format: OutputFormat, inputs: readonly Input[]): Outlet | Problem {
  try {
    const asFolder = inputs.length > 1 || /[/\\]$/.test(out) || statSync(out, { throwIfNoEntry: false })?.isDirectory() === true
    mkdirSync(asFolder ? out : dirname(out), { recursive: true })
    return outletFor(out, asFolder, format === 'json' ? 'json' : 'txt', inputs)
  } catch (error) {
    return refused(out, problemOf(error, out))
  }
}

function outletFor(out: string, asFolder: boolean, extension: string, inputs: readonly Input[]): Outlet | Problem {
  const paths = asFolder ? resultNames(inputs.map((input) => input.name)).map((name) => join(out, `${name}.${extension}`)) : [out]
  const batchPath = join(out, 'batch.json')
  const own = new Set(inputs.flatMap((input) => (input.kind === 'file' ? [realPath(input.path)] : [])))
  const clash = [...paths, ...(asFolder ? [batchPath] : [])].find((path) => own.has(realPath(path)))
  if (clash !== undefined) return { code: 'command.bad-value', at: ['--out'], details: { value: clash, reason: 'is-input' } }
  return {
    kind: asFolder ? 'folder' : 'file',
    result: async (index, text) => writeWhole(paths[index] as string, text),
    batch: async (text) => (asFolder ? writeWhole(batchPath, text) : undefined),
  }
}

/** What the file system answered when a result was written. Nothing more can be written then, so the run ends. */
export class WriteRefused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** A result is there whole or not at all, also when the run is interrupted. Devices and pipes are written to directly. */
function writeWhole(path: string, text: string): void {
  const partial = `${path}.${process.pid}.partial`
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    const isDirect = found !== undefined && !found.isFile()
    writeFileSync(isDirect ? path : partial, text)
    if (!isDirect) renameSync(partial, realPath(path))
  } catch (error) {
    rmSync(partial, { force: true })
    throw new WriteRefused(refused(path, problemOf(error, path)))
  }
}

function refused(path: string, problem: Problem): Problem {
  return { code: 'command.bad-value', at: ['--out'], details: { value: path, reason: problem.code } }
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}
