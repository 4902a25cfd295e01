/** A folder for temporary files, made when it is needed and gone when the process ends, unless it is killed. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TempFolder {
  /** A new empty folder in it. */
  readonly make: () => string
  readonly remove: () => void
}

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** `parent`: where it is made; null: where the system has temporary files. */
export function tempFolder(parent: string | null = null): TempFolder {
  let root: string | null = null
  let count = 0
  const removeFolder = () => {
    if (root !== null) rmSync(root, { recursive: true, force: true, maxRetries: 3 })
    root = null
  }
  /** A signal that nobody else listens to would end us at once, and leave the folder. */
  const onSignal = (signal: keyof typeof signals) => {
    if (process.listeners(signal).every(isOurs)) process.exit(signals[signal])
  }
  ours.add(onSignal)
  const remove = () => {
    removeFolder()
    process.off('exit', removeFolder)
    for (const signal of Object.keys(signals)) process.off(signal, onSignal)
    ours.delete(onSignal)
  }
  return {
    make: () => {
      if (root === null) {
        process.once('exit', removeFolder)
        for (const signal of Object.keys(signals)) process.on(signal, onSignal)
        root = mkdtempSync(join(parent ?? tmpdir(), 'jiheng-'))
      }
      const folder = join(root, String(count++))
      mkdirSync(folder)
      return folder
    },
    remove,
  }
}

const ours = new Set<unknown>()
const isOurs = (listener: unknown): boolean => ours.has(listener)
