/** Other formats of the same files, made by LibreOffice as a person would with “save as”. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Without it such files cannot be made; npm test says which tests that leaves out, and with CI=true fails. */
export const hasOffice = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0

/** One run of the program for all files. `from` and `to` are extensions. */
export function saveAs(files: ReadonlyMap<string, Uint8Array>, from: string, to: string): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-save-as-'))
  try {
    const names = [...files.keys()]
    for (const [at, name] of names.entries()) writeFileSync(join(folder, `${at}.${from}`), files.get(name) as Uint8Array)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const inputs = names.map((_, at) => join(folder, `${at}.${from}`))
    execFileSync('soffice', ['--headless', '--norestore', profile, '--convert-to', to, '--outdir', join(folder, 'out'), ...inputs], {
      stdio: 'ignore',
    })
    return new Map(names.map((name, at) => [name, new Uint8Array(readFileSync(join(folder, 'out', `${at}.${to}`)))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
