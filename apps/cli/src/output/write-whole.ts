/** Files of results: there whole or not at all, also when the run is interrupted. Devices and pipes are written to directly. */
import { copyFileSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Problem } from '@jiheng/vocabulary'
import { problemOf } from '../inputs/errors.ts'

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
  whole(path, (to) => copyFileSync(from, to))
}

/** Piece by piece: what is long never lies in memory. */
export async function writePieces(path: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const partial = partialOf(path)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(partial, '')
    for await (const piece of pieces) writeFileSync(partial, piece, { flag: 'a' })
    place(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    if (error instanceof Error && 'code' in error) throw new WriteRefused(refusedOut(path, problemOf(error, path)))
    throw error
  }
}

function whole(path: string, write: (to: string) => void): void {
  const partial = partialOf(path)
  try {
    mkdirSync(dirname(path), { recursive: true })
    const found = statSync(path, { throwIfNoEntry: false })
    const isDirect = found !== undefined && !found.isFile()
    write(isDirect ? path : partial)
    if (!isDirect) place(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw new WriteRefused(refusedOut(path, problemOf(error, path)))
  }
}

const partialOf = (path: string): string => `${path}.${process.pid}.partial`

function place(partial: string, path: string): void {
  renameSync(partial, realPath(path))
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
