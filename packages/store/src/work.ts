/** What a query is handed: the open transaction, the hour, and who asks. Nothing is reached through module state. */
import type { Transaction } from 'kysely'
import { newId } from './new-id.ts'
import type { Database } from './tables.ts'
import type { Viewer } from './viewer.ts'

/** Before anybody is known: signing in, set-up, background jobs. */
export interface Ground {
  readonly db: Transaction<Database>
  readonly now: Date
  readonly newId: () => string
}

/** On behalf of a person: queries see what the viewer may see. */
export interface Work extends Ground {
  readonly viewer: Viewer
}

export const groundOf = (db: Transaction<Database>, now: Date): Ground => ({ db, now, newId: () => newId(now) })
