/** What every output of one file takes: the document and what was found in it. */
import type { AuditResult } from '@jiheng/audit'
import type { SourceDocument } from '@jiheng/ingest'

export interface Audited {
  readonly document: SourceDocument
  readonly result: AuditResult
}

/** A copy of the sender's file with our marks in it. */
export interface MarkedCopy {
  readonly bytes: Uint8Array
  /** Findings that are marked at their place. */
  readonly marked: number
  /** Ids of findings whose place could not be found again; they are told at the front of the document instead. */
  readonly unplaced: readonly string[]
}
