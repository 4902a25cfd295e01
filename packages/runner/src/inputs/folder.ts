/** The entries of one folder, in a fixed order. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface Entry {
  readonly name: string
  readonly path: string
  readonly kind: 'file' | 'folder' | 'linked-folder' | 'other'
  readonly bytes: number
}

/** Sorted by code units of the name, so that every machine gives the same order. Throws what the file system refuses. */
export function listFolder(path: string): readonly Entry[] {
  return readdirSync(path === '' ? '.' : path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((found) => entryOf(found.name, path === '' ? found.name : join(path, found.name), found.isSymbolicLink()))
}

function entryOf(name: string, path: string, isLink: boolean): Entry {
  const found = statOrNull(path)
  if (found?.isFile()) return { name, path, kind: 'file', bytes: found.size }
  if (found?.isDirectory()) return { name, path, kind: isLink ? 'linked-folder' : 'folder', bytes: 0 }
  return { name, path, kind: 'other', bytes: 0 }
}

function statOrNull(path: string) {
  try {
    return statSync(path)
  } catch {
    return null
  }
}
