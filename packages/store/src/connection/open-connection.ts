/** The one door to a database. */
import type { Connection, ConnectionSettings } from './connection.ts'

/** Throws a DatabaseTrouble when it cannot be opened. Tables are brought up to date by `migrate`. */
export async function openConnection(settings: ConnectionSettings): Promise<Connection> {
  // The engine of the embedded database is large: who is served does not load it.
  if (settings.kind === 'served') return (await import('./connect-served.ts')).connectServed(settings)
  return (await import('./connect-embedded.ts')).connectEmbedded(settings)
}
