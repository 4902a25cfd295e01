/** All files of a folder that can be read, and what was left out and why. */
import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
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
export async function* walkFolder(folder: string, options: WalkOptions): AsyncGenerator<Found> {
  const waiting: string[] = [folder]
  while (waiting.length > 0) {
    const path = waiting.pop() as string
    const entries = await listFolder(path).catch((error: unknown) => problemOf(error, path))
    if ('code' in entries) {
      yield { input: { kind: 'unread', name: path, problem: entries } }
      continue
    }
    for (const entry of entries) {
      const reason = await reasonToSkip(entry, options)
      if (reason !== null) yield { skipped: { path: entry.path, reason } }
      else if (entry.kind === 'file') yield { input: { kind: 'file', name: entry.path, path: entry.path, bytes: entry.bytes } }
    }
    const below = entries.filter((entry) => isOpenFolder(entry, options)).map((entry) => entry.path)
    waiting.push(...below.reverse())
  }
}

async function reasonToSkip(entry: Entry, options: WalkOptions): Promise<SkipReason | null> {
  if (isHidden(entry.name)) return 'hidden'
  if (entry.kind === 'linked-folder') return 'linked-folder'
  if (entry.kind === 'other') return 'not-a-file'
  if (entry.kind === 'folder') return isOpenFolder(entry, options) ? null : 'result-folder'
  if (isReadFormat(entry.path)) return null
  if (extensionOf(entry.path) !== '') return 'unsupported'
  return (await looksLikeText(entry.path)) ? null : 'not-text'
}

function isOpenFolder(entry: Entry, options: WalkOptions): boolean {
  return entry.kind === 'folder' && !isHidden(entry.name) && resolve(entry.path) !== options.resultFolder
}

/** Dot files, and the lock files that Word and WPS leave beside an open document. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$')
}

/** A name without extension says nothing, so the first bytes must; a file closed to us is kept, to be reported when it is read. */
async function looksLikeText(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null)
  if (file === null) return true
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return bytesRead > 0 && (!buffer.subarray(0, bytesRead).includes(0) || (buffer[0] === 0xff && buffer[1] === 0xfe))
  } finally {
    await file.close()
  }
}
