export type {
  Connection,
  ConnectionSettings,
  EmbeddedConnection,
  EmbeddedSettings,
  ServedConnection,
  ServedSettings,
  Warning,
} from './connection/connection.ts'
export { DatabaseTrouble, type DatabaseTroubleCode } from './connection/database-trouble.ts'
export { inTransaction, type TransactionOptions } from './connection/in-transaction.ts'
export { openConnection } from './connection/open-connection.ts'
export { byViewer, record, type Told } from './journal/record.ts'
export { migrate, migrationsDigest } from './migrate.ts'
export { newId } from './new-id.ts'
export { claimKey, type KeptAnswer, keepAnswer } from './queries/idempotency-keys.ts'
export { dayIn, type FoundViewer, viewerOfSession, viewerOfToken } from './queries/viewers.ts'
export { type DatabaseRefusal, type RefusalKind, translateRefusal } from './refusals.ts'
export * from './tables.ts'
export { openFolderVault } from './vault/folder-vault.ts'
export { FileGone, type Kept, TooLarge, type Vault } from './vault/vault.ts'
export { holds, type Reach, reachOf, type Viewer, type ViewerPost } from './viewer.ts'
export { type Ground, groundOf, type Work } from './work.ts'
