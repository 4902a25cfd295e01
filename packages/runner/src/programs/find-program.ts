/** A program outside, by its names on the path and where installers put it. */
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Absolute path of the first that is there and may be run; null when none is. */
export function findProgram(names: readonly string[], elsewhere: readonly string[] = [], path = process.env.PATH ?? ''): string | null {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const folders = path.split(delimiter).filter((folder) => folder !== '')
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name + suffix))), ...elsewhere]
  return candidates.find(mayRun) ?? null
}

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
