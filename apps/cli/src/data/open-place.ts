/** The data that a server with these settings works on. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { databaseOf, filesFolder, readSettings, type Settings } from '@jiheng/server/operator'
import {
  type Connection,
  DatabaseTrouble,
  type Ground,
  groundOf,
  inTransaction,
  migrate,
  migrationNames,
  migrationsDone,
  openConnection,
  openFolderVault,
  TransferTrouble,
  type Vault,
} from '@jiheng/store'
import { exitCodes } from '../commands/exit-code.ts'
import type { Host } from '../host.ts'
import { display } from '../output/display.ts'
import { sayData } from '../wording/data-messages.ts'

export interface Place {
  readonly settings: Settings
  readonly connection: Connection
  readonly vault: Vault
  readonly transact: <Result>(run: (ground: Ground) => Promise<Result>) => Promise<Result>
}

/** `there`: the data must be there, with the tables of this version. `any`: there, of whatever version. `made`: what is not there is made. */
export type Wanted = 'there' | 'any' | 'made'

/** What `use` answers is the exit code; expected trouble is said, and is 2. */
export async function withPlace(data: string | null, wanted: Wanted, host: Host, use: (place: Place) => Promise<number>): Promise<number> {
  const settings = await settingsFrom(data, host)
  if (settings === null) return exitCodes.unread
  if (wanted !== 'made' && settings.databaseUrl === null && !existsSync(join(settings.dataFolder, 'database', 'PG_VERSION')))
    return tell(sayData.noData(settings.dataFolder), host)
  host.keepPrivate()
  return sayingTrouble(host, async () => {
    const connection = await openConnection(databaseOf(settings, () => {}))
    try {
      if (wanted === 'made') await migrate(connection.db)
      if (wanted === 'there' && !(await hasOurTables(connection))) return await tell(sayData.otherTables(connection.place), host)
      const vault = await openFolderVault(filesFolder(settings))
      const transact: Place['transact'] = (run) => inTransaction(connection.db, (tx) => run(groundOf(tx, host.now())))
      return await use({ settings, connection, vault, transact })
    } finally {
      await connection.close()
    }
  })
}

export async function sayingTrouble(host: Host, run: () => Promise<number>): Promise<number> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof DatabaseTrouble || error instanceof TransferTrouble) return tell(`${error.message}${error.remedy}`, host)
    throw error
  }
}

/** null: they are wrong, which was said. */
async function settingsFrom(data: string | null, host: Host): Promise<Settings | null> {
  const env = data === null ? host.env : { ...host.env, JIHENG_DATA: data }
  const read = readSettings({ env, cores: host.cores, folder: host.folder })
  if ('settings' in read) return read.settings
  for (const fault of read.faults) await tell(sayData.badSettings(fault), host)
  return null
}

async function hasOurTables({ db }: Connection): Promise<boolean> {
  const done = await migrationsDone(db)
  return done.length === migrationNames.length && done.every((name, at) => name === migrationNames[at])
}

/** Names may steer a terminal. */
export async function tell(text: string, host: Pick<Host, 'stderr'>): Promise<number> {
  await host.stderr.write(`${text.trimEnd().split('\n').map(display).join('\n')}\n`)
  return exitCodes.unread
}
