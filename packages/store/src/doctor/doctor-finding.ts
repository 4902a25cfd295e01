/** What an examination tells, and what it needs. */
import type { Connection } from '../connection/connection.ts'
import type { Vault } from '../vault/vault.ts'

export type DoctorCheck =
  | 'migrations'
  | 'durability'
  | 'clock'
  | 'files'
  | 'file-gone'
  | 'file-changed'
  | 'file-orphan'
  | 'journal'
  | 'journal-unsealed'
  | 'jobs-stuck'
  | 'jobs-dead'
  | 'jobs-waiting'

/** `good`: as it should be. `warning`: works, and somebody should look. `bad`: data is lost, changed, or in danger. */
export interface DoctorFinding {
  readonly check: DoctorCheck
  readonly level: 'good' | 'warning' | 'bad'
  readonly details: Readonly<Record<string, string | number>>
}

export interface ExamineOptions {
  readonly connection: Connection
  readonly vault: Vault
  readonly now: Date
  /** Of all files each is read and held to its digest; else only whether it is there. */
  readonly readFiles: boolean
}
