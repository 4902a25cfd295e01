/** All files of a folder that can be read, and what was left out and why. */
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Problem } from '@jiheng/vocabulary'
import { problemOf } from './errors.ts'
import { type Entry, listFolder } from './folder.ts'
import { extensionOf, isReadFormat } from './formats.ts'
import type { Input, Skipped, SkipReason } from './input.ts'

export type Found = { readonly input: Input } | { readonly skipped: Skipped }

export interface WalkOptions {
  /** Where the results go: they are not taken for reports when the command runs again. */
  readonly resultFolder: string | null
}

/** Depth first. The folder itself being closed to us is a problem; so is one below it. */
export function* walkFolder(folder: string, options: WalkOptions): Generator<Found> {
  const waiting: string[] = [folder]
  while (waiting.length > 0) {
    const path = waiting.pop() as string
    const entries = listOrProblem(path)
    if ('code' in entries) {
      yield { input: { kind: 'unread', name: path, problem: entries } }
      continue
    }
    for (const entry of entries) {
      const reason = reasonToSkip(entry, options)
      if (reason !== null) yield { skipped: { path: entry.path, reason } }
      else if (entry.kind === 'file') yield { input: { kind: 'file', name: entry.path, path: entry.path, bytes: entry.bytes } }
    }
    const below = entries.filter((entry) => isOpenFolder(entry, options)).map((entry) => entry.path)
    waiting.push(...below.reverse())
  }
}

function listOrProblem(path: string): readonly Entry[] | Problem {
  try {
    return listFolder(path)
  } catch (error) {
    return problemOf(error, path)
  }
}

function reasonToSkip(entry: Entry, options: WalkOptions): SkipReason | null {
  if (isHidden(entry.name)) return 'hidden'
  if (entry.kind === 'linked-folder') return 'linked-folder'
  if (entry.kind === 'other') return 'not-a-file'
  if (entry.kind === 'folder') return isOpenFolder(entry, options) ? null : 'result-folder'
  if (isReadFormat(entry.path)) return null
  if (extensionOf(entry.path) !== '') return 'unsupported'
  return looksLikeText(entry.path) ? null : 'not-text'
}

function isOpenFolder(entry: Entry, options: WalkOptions): boolean {
  return entry.kind === 'folder' && !isHidden(entry.name) && resolve(entry.path) !== options.resultFolder && !holdsResults(entry.path)
}

/** What an earlier run wrote, all of it: copies with our marks are no reports that somebody sent. */
function holdsResults(path: string): boolean {
  return existsSync(join(path, 'results.jsonl')) && existsSync(join(path, 'index.html'))
}

/** Dot files, and the lock files that Word and WPS leave beside an open document. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$')
}

/** A name without extension says nothing, so the first bytes must; a file closed to us is kept, to be reported when it is read. */
function looksLikeText(path: string): boolean {
  try {
    const file = openSync(path, 'r')
    try {
      const head = Buffer.alloc(4096)
      const read = readSync(file, head)
      return read > 0 && (!head.subarray(0, read).includes(0) || (head[0] === 0xff && head[1] === 0xfe))
    } finally {
      closeSync(file)
    }
  } catch {
    return true
  }
}
