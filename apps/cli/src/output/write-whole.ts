/** Files of results: there whole or not at all, also when the run is interrupted. Devices and pipes are written to directly. */
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { problemOf } from '@jiheng/runner'
import type { Problem } from '@jiheng/vocabulary'

/** What the file system answered when a result was written. Nothing more can be written then, so the run ends. */
export class WriteRefused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

export function writeWhole(path: string, content: string | Uint8Array): void {
  whole(path, (to) => writeFileSync(to, content))
}

/** Of a file that lies elsewhere, perhaps on another disk. */
export function copyWhole(from: string, path: string): void {
  // A copy by the system would take the place of a device or a pipe.
  whole(path, (to, isDirect) => (isDirect ? writeFileSync(to, readFileSync(from)) : copyFileSync(from, to)))
}

/** Piece by piece: what is long never lies in memory. */
export async function writePieces(path: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const { to, isDirect } = guarded(path, () => targetOf(path))
  // Opened once: the reader of a pipe leaves when it is closed.
  const file = guarded(path, () => openSync(to, 'w'))
  try {
    try {
      for await (const piece of pieces) guarded(path, () => writeFileSync(file, piece))
    } finally {
      closeSync(file)
    }
    if (!isDirect) guarded(path, () => renameSync(to, realPath(path)))
  } catch (error) {
    if (!isDirect) discard(to)
    throw error
  }
}

function whole(path: string, write: (to: string, isDirect: boolean) => void): void {
  guarded(path, () => {
    const { to, isDirect } = targetOf(path)
    try {
      write(to, isDirect)
      if (!isDirect) renameSync(to, realPath(path))
    } catch (error) {
      if (!isDirect) discard(to)
      throw error
    }
  })
}

/** Where to write: beside the place, so that it can be moved there, or to what is no file, at once. Makes the folder. */
function targetOf(path: string): { readonly to: string; readonly isDirect: boolean } {
  mkdirSync(dirname(path), { recursive: true })
  const found = statSync(path, { throwIfNoEntry: false })
  if (found !== undefined && !found.isFile()) return { to: path, isDirect: true }
  return { to: `${realPath(path)}.${process.pid}.partial`, isDirect: false }
}

function guarded<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw new WriteRefused(refusedOut(path, problemOf(error, path)))
  }
}

function discard(partial: string): void {
  try {
    rmSync(partial, { force: true })
  } catch {
    // What kept us from writing keeps us from removing.
  }
}

export function refusedOut(path: string, problem: Problem): Problem {
  return { code: 'command.bad-value', at: ['--out'], details: { value: path, reason: problem.code } }
}

export function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}
