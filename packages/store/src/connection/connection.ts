/** One way to a database, embedded or served: the same driver, types and errors. */
import type { Kysely } from 'kysely'
import type { Database } from '../tables.ts'

/** To be told whoever starts the server. */
export type Warning = 'embedded.small-offices' | 'embedded.back-up' | 'embedded.not-durable'

export interface EmbeddedSettings {
  readonly kind: 'embedded'
  readonly folder: string
  /** A folder where a fresh database is kept, to begin others from; without it every first start takes seconds. */
  readonly templates?: string
  /** Opens even when commits do not reach the disk, with a warning. */
  readonly allowNotDurable?: boolean
  /** How long a query waits for the only connection. */
  readonly waitMs?: number
}

export interface ServedSettings {
  readonly kind: 'served'
  /** DATABASE_URL. It holds a password: never shown. */
  readonly address: string
  readonly connections?: number
  /** How long a query waits for a free connection. */
  readonly waitMs?: number
  readonly statementTimeoutMs?: number
  readonly idleInTransactionTimeoutMs?: number
  readonly applicationName?: string
  /** A connection that was lost while nobody used it; the next query makes a new one. */
  readonly onLost?: (error: Error) => void
}

interface Common {
  readonly db: Kysely<Database>
  /** Folder, or host and database; fit to be shown. */
  readonly place: string
  readonly warnings: readonly Warning[]
  /** Waits for queries under way. May be called twice. */
  readonly close: () => Promise<void>
}

export interface EmbeddedConnection extends Common {
  readonly kind: 'embedded'
}

export interface ServedConnection extends Common {
  readonly kind: 'served'
}

export type Connection = EmbeddedConnection | ServedConnection
export type ConnectionSettings = EmbeddedSettings | ServedSettings
