/** A folder for what archives hold, made when it is needed and gone when the command ends. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TempFolder {
  /** A new empty folder in it. */
  readonly make: () => string
  readonly remove: () => void
}

export function tempFolder(): TempFolder {
  let root: string | null = null
  let count = 0
  const remove = () => {
    if (root !== null) rmSync(root, { recursive: true, force: true })
    root = null
  }
  return {
    make: () => {
      if (root === null) {
        root = mkdtempSync(join(tmpdir(), 'jiheng-'))
        // Also when somebody ends us at once.
        process.once('exit', remove)
      }
      const folder = join(root, String(count++))
      mkdirSync(folder)
      return folder
    },
    remove,
  }
}
