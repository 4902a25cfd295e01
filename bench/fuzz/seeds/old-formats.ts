/** Old formats that only LibreOffice writes: made once from the new ones and kept in the cache of the project. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findProgram, runProgram } from '@jiheng/runner'
import { inProject } from '../../project.ts'

export type OldFormat = 'doc' | 'xls' | 'rtf' | 'odt'

/** null where LibreOffice is not installed. `from` is a docx or xlsx. */
export async function byLibreOffice(from: Uint8Array, extension: 'docx' | 'xlsx', to: OldFormat): Promise<Uint8Array | null> {
  const kept = inProject('.cache', 'fuzz', `seed.${to}`)
  if (existsSync(kept)) return readFileSync(kept)
  const program = findProgram(['soffice', 'libreoffice'])
  if (program === null) return null
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-seed-'))
  try {
    const input = join(folder, `seed.${extension}`)
    writeFileSync(input, from)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    await runProgram(program, ['--headless', profile, '--convert-to', to, '--outdir', join(folder, 'out'), input], 120_000)
    const made = readFileSync(join(folder, 'out', `seed.${to}`))
    mkdirSync(inProject('.cache', 'fuzz'), { recursive: true })
    writeFileSync(kept, made)
    return made
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
