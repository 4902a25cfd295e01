/** Where a server with these settings keeps what it keeps, and where people reach it. The command looks in the same places. */
import { join } from 'node:path'
import type { ConnectionSettings } from '@jiheng/store'
import type { Settings } from './settings.ts'

/** `onLost`: told of a connection that was lost while nobody used it. */
export function databaseOf(
  { databaseUrl, dataFolder, poolSize }: Pick<Settings, 'databaseUrl' | 'dataFolder' | 'poolSize'>,
  onLost: (error: Error) => void,
): ConnectionSettings {
  // Without a template: one would be made for this one database, and lie beside it for ever.
  if (databaseUrl === null) return { kind: 'embedded', folder: join(dataFolder, 'database') }
  return { kind: 'served', address: databaseUrl, connections: poolSize, onLost }
}

export const filesFolder = ({ dataFolder }: Pick<Settings, 'dataFolder'>): string => join(dataFolder, 'files')

/** `port`: the one that was taken. */
export function originOf({ origin, host }: Pick<Settings, 'origin' | 'host'>, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return origin ?? `http://${name}:${port}`
}
