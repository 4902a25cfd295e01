/** The entries of one folder, in a fixed order. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

export interface Entry {
  readonly name: string
  readonly path: string
  readonly kind: 'file' | 'folder' | 'linked-folder' | 'other'
  readonly bytes: number
}

/** Sorted by code units of the name, so that every machine gives the same order. Throws what the file system refuses. */
export async function listFolder(path: string): Promise<readonly Entry[]> {
  const names = await readdir(path === '' ? '.' : path, { withFileTypes: true })
  const entries: Entry[] = []
  for (const found of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const isLink = found.isSymbolicLink()
    entries.push(await entryOf(found.name, path === '' ? found.name : join(path, found.name), isLink))
  }
  return entries
}

async function entryOf(name: string, path: string, isLink: boolean): Promise<Entry> {
  const found = await stat(path).catch(() => null)
  if (found?.isFile()) return { name, path, kind: 'file', bytes: found.size }
  if (found?.isDirectory()) return { name, path, kind: isLink ? 'linked-folder' : 'folder', bytes: 0 }
  return { name, path, kind: 'other', bytes: 0 }
}
