/** The schemes that a command can use: those that are shipped, those of given folders, and one that is named by its file. */
import { existsSync } from 'node:fs'
import { type ItemCatalogue, readScheme, readSchemeSheets, type Scheme } from '@jiheng/evaluation'
import { type LoadedSchemes, loadSchemes, readDataFile } from '@jiheng/runner/data'
import type { Problem } from '@jiheng/vocabulary'
import { badOption } from '../arguments/words.ts'
import type { Host } from '../host.ts'

export function loadAll({ schemesFolder }: Pick<Host, 'schemesFolder'>, folders: readonly string[]): LoadedSchemes {
  return loadSchemes(...(existsSync(schemesFolder) ? [schemesFolder] : []), ...folders)
}

export type FoundScheme = { readonly scheme: Scheme } | { readonly problems: readonly Problem[] }

/** `name`: id of a loaded scheme, or a file (.yaml, .json, .xlsx). */
export async function findScheme(name: string, { schemes, items, problems, files }: LoadedSchemes, command: string): Promise<FoundScheme> {
  const known = schemes.get(name)
  if (known !== undefined) return { scheme: known }
  if (/\.(?:ya?ml|json|xlsx)$/i.test(name)) return readSchemeFile(name, items)
  // A scheme with a problem is there, and says what it is.
  const own = problems.filter(({ at }) => String(at[0]).includes(name))
  if (own.length > 0 && ![...files.keys()].includes(name)) return { problems: own }
  return { problems: [badOption(command, 'scheme', name, 'unknown-scheme')] }
}

export async function readSchemeFile(path: string, items: ItemCatalogue): Promise<FoundScheme> {
  const read = await readDataFile(path)
  switch (read.kind) {
    case 'problems':
      return read
    case 'tables':
      return readSchemeSheets(read.tables, path, items)
    case 'data':
      return readScheme(read.value, path, items)
  }
}
