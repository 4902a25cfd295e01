/** Word's old formats to docx by LibreOffice, where it is installed. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Converter } from '@jiheng/ingest'
import type { Problem } from '@jiheng/vocabulary'
import { findProgram } from './find-program.ts'
import { plainEnvironment } from './plain-environment.ts'
import { runProgram } from './run-program.ts'

/** Of one file. */
const usualTimeoutMs = 30_000

type OldFormat = Parameters<Converter>[1]

/** Named, so that LibreOffice does not take a broken file for plain text and convert its bytes. */
const importFilters: Readonly<Record<OldFormat, string>> = { doc: 'MS Word 97', rtf: 'Rich Text Format', odt: 'writer8' }

const elsewhere = [
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
]

/** Rejects never; what cannot be converted is a problem. */
export const convertWithLibreOffice: Converter = (bytes, from, file) => convert(bytes, from, file, usualTimeoutMs)

/** One file at a time, in a profile of its own: two runs on one profile block each other. */
export async function convert(
  bytes: Uint8Array,
  from: OldFormat,
  file: string,
  timeoutMs: number,
  program = findProgram(['soffice', 'libreoffice'], elsewhere),
): ReturnType<Converter> {
  const failed = (reason: 'missing' | 'timeout' | 'failed'): { problem: Problem } => ({
    problem: { code: 'file.not-converted', at: [file], details: { format: from, reason, seconds: Math.round(timeoutMs / 1000) } },
  })
  if (program === null) return failed('missing')
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-office-'))
  try {
    const profile = join(folder, 'profile')
    prepareProfile(profile)
    const input = join(folder, `in.${from}`)
    writeFileSync(input, bytes)
    const args = ['--headless', '--norestore', '--nologo', '--nodefault', `-env:UserInstallation=${pathToFileURL(profile).href}`]
    const target = [`--infilter=${importFilters[from]}`, '--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'out'), input]
    // It leaves locks and sockets where temporary files go, and settings at home.
    const { isLate } = await runProgram(program, [...args, ...target], timeoutMs, { ...plainEnvironment(), TMPDIR: folder, HOME: folder })
    if (isLate) return failed('timeout')
    return { bytes: readFileSync(join(folder, 'out', 'in.docx')) }
  } catch {
    // No output: LibreOffice could not read the file. It says so nowhere else.
    return failed('failed')
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** No macros, nothing from outside: a document may name pictures and links of other machines. */
function prepareProfile(profile: string): void {
  const settings = [
    ['Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
    ['Common/Security/Scripting', 'MacroSecurityLevel', '3'],
    ['Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
    ['Inet/Settings', 'ooInetProxyType', '2'],
    ['Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'],
    ['Inet/Settings', 'ooInetHTTPProxyPort', '9'],
    ['Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'],
    ['Inet/Settings', 'ooInetHTTPSProxyPort', '9'],
  ]
  const items = settings.map(
    ([path, name, value]) =>
      `<item oor:path="/org.openoffice.${path?.startsWith('Inet') ? '' : 'Office.'}${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">${items.join('')}</oor:items>\n`
  mkdirSync(join(profile, 'user'), { recursive: true })
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), xml)
}
