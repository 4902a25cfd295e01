/** A folder of its own for each test, gone afterwards. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

export interface Folder {
  readonly path: string
  readonly at: (name: string) => string
}

export function aFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), 'jiheng-cli-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  const at = (name: string) => join(path, name)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(at(name)), { recursive: true })
    writeFileSync(at(name), content)
  }
  return { path, at }
}
