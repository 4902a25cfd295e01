/** `jiheng doctor`: the installation and its data, looked over. Changes nothing. */
import { statfsSync } from 'node:fs'
import { findProgram } from '@jiheng/runner'
import { type DoctorFinding, examine, lastBackupAt } from '@jiheng/store'
import type { DoctorOptions } from '../arguments/parse-data.ts'
import { type Place, withPlace } from '../data/open-place.ts'
import type { Host } from '../host.ts'
import { paintFor } from '../output/colour.ts'
import { display } from '../output/display.ts'
import { version } from '../version.ts'
import { doctorWords, sayFinding } from '../wording/data-messages.ts'
import { exitCodes } from './exit-code.ts'

type Level = DoctorFinding['level']

/** Less than this is soon full. */
const leastFreeBytes = 5 * 1024 ** 3

export async function doctorCommand({ data, readFiles }: DoctorOptions, host: Host): Promise<number> {
  return withPlace(data, 'any', host, async (place) => {
    const counts: Record<Level, number> = { good: 0, warning: 0, bad: 0 }
    const say = async (level: Level, text: string) => {
      counts[level]++
      await host.stdout.write(`${paint(level, host)}  ${display(text)}\n`)
    }
    for (const [level, text] of surroundings(place)) await say(level, text)
    await say(...(await backups(place, host)))
    const { connection, vault } = place
    for await (const finding of examine({ connection, vault, now: host.now(), readFiles })) await say(finding.level, sayFinding(finding))
    await host.stdout.write(doctorWords.summary(counts.bad, counts.warning))
    return counts.bad > 0 ? exitCodes.found : exitCodes.good
  })
}

function paint(level: Level, host: Host): string {
  const style = { good: 'good', warning: 'warning', bad: 'error' } as const
  return paintFor(host.stdout.isTerminal, host.env)(style[level], doctorWords.levels[level])
}

function surroundings({ settings, connection }: Place): readonly (readonly [Level, string])[] {
  const soffice = findProgram(['soffice', 'libreoffice'])
  const sevenZip = findProgram(['7zz', '7z', '7za'])
  const { bavail, bsize } = statfsSync(settings.dataFolder)
  const free = bavail * bsize
  return [
    ['good', doctorWords.versions(version, process.versions.node, `${process.platform} ${process.arch}`)],
    ['good', doctorWords.database(connection.place, connection.kind)],
    ['good', doctorWords.folder(settings.dataFolder)],
    [free < leastFreeBytes ? 'warning' : 'good', doctorWords.free((free / 1024 ** 3).toFixed(1))],
    [soffice === null ? 'warning' : 'good', doctorWords.program('LibreOffice', soffice, doctorWords.withoutLibreOffice)],
    [sevenZip === null ? 'warning' : 'good', doctorWords.program('7-Zip', sevenZip, doctorWords.withoutSevenZip)],
  ]
}

const dayMs = 24 * 3600_000

async function backups({ settings: { backupFolder } }: Place, host: Host): Promise<[Level, string]> {
  if (backupFolder === null) return ['good', doctorWords.noBackups]
  const last = await lastBackupAt(backupFolder)
  const days = last === null ? null : (host.now().getTime() - last.getTime()) / dayMs
  return [days === null || days > 2 ? 'warning' : 'good', doctorWords.lastBackup(backupFolder, days)]
}
