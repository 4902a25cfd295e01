/** Word's old formats to docx by LibreOffice, where it is installed. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Converter } from '@jiheng/ingest'
import type { Problem } from '@jiheng/vocabulary'
import { findProgram } from './find-program.ts'
import { runProgram } from './run-program.ts'

/** Of one file. */
const timeoutMs = 30_000

const elsewhere = [
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
]

/** One file at a time, in a profile of its own: two runs on one profile block each other. */
export const convertWithLibreOffice: Converter = async (bytes, from, file) => {
  const program = findProgram(['soffice', 'libreoffice'], elsewhere)
  if (program === null) return failed(file, from, 'missing')
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-office-'))
  try {
    const profile = join(folder, 'profile')
    prepareProfile(profile)
    const input = join(folder, `in.${from}`)
    writeFileSync(input, bytes)
    const args = ['--headless', '--norestore', '--nologo', '--nodefault', `-env:UserInstallation=${pathToFileURL(profile).href}`]
    const target = ['--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'out'), input]
    const { isLate } = await runProgram(program, [...args, ...target], timeoutMs)
    if (isLate) return failed(file, from, 'timeout')
    return { bytes: readFileSync(join(folder, 'out', 'in.docx')) }
  } catch {
    // No output: LibreOffice could not read the file. It says so nowhere else.
    return failed(file, from, 'failed')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function failed(file: string, format: string, reason: 'missing' | 'timeout' | 'failed'): { problem: Problem } {
  return { problem: { code: 'file.not-converted', at: [file], details: { format, reason, seconds: timeoutMs / 1000 } } }
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
