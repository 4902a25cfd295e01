/** What the command needs from outside. Handed in, so that a test can stand in for the terminal, the clock and the engine. */
import type { AuditContext, AuditResult, CrossFinding, Given, GivenScheme, Sketched } from '@jiheng/audit'
import type { Scheme } from '@jiheng/evaluation'
import type { IngestOptions, SourceDocument } from '@jiheng/ingest'
import type { Outputs } from './outputs/outputs.ts'

export interface Engine {
  readonly ingest: (
    bytes: Uint8Array,
    source: { readonly name: string; readonly sha256: string },
    options?: IngestOptions,
  ) => Promise<SourceDocument>
  readonly audit: (document: SourceDocument, context: AuditContext, given?: Given) => AuditResult
  /** The scheme that the document cites. */
  readonly recognise: (document: SourceDocument, schemes: readonly Scheme[]) => GivenScheme | null
  /** What the reports of a batch have in common, from what is kept of each. */
  readonly compare: (reports: readonly Sketched[]) => readonly CrossFinding[]
}

export interface Screen {
  /** Resolves when the text was taken, so that a slow reader slows us down instead of filling memory. */
  readonly write: (text: string) => Promise<void>
  readonly isTerminal: boolean
  /** 0 when it is not a terminal. */
  readonly columns: () => number
}

export interface Host {
  readonly stdout: Screen
  readonly stderr: Screen
  readonly stdin: () => AsyncIterable<Uint8Array>
  readonly env: Readonly<Record<string, string | undefined>>
  /** YYYY-MM-DD, local. */
  readonly today: () => string
  /** Milliseconds from some beginning. */
  readonly clock: () => number
  readonly cores: number
  readonly memoryBytes: number
  readonly isWindows: boolean
  /** Script that a child process runs to audit files; see jobs/child.ts. */
  readonly workerPath: string
  /** From this call on Ctrl-C no longer ends the process but aborts the signal. */
  readonly listenForStop: () => AbortSignal
  readonly loadEngine: () => Promise<Engine>
  /** The folder of schemes that is shipped. */
  readonly schemesFolder: string
  readonly loadOutputs: () => Promise<Outputs>
}
