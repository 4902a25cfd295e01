/** What the command needs from outside. Handed in, so that a test can stand in for the terminal, the clock and the engine. */
import type { Engine, Outputs } from '@jiheng/runner'

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
  readonly now: () => Date
  /** The folder that the command was typed in. */
  readonly folder: string
  /** Milliseconds from some beginning. */
  readonly clock: () => number
  readonly cores: number
  readonly memoryBytes: number
  readonly isWindows: boolean
  /** Script that a child process runs to audit files; see child.ts of the runner. */
  readonly workerPath: string
  /** From this call on what is written is for its owner alone. */
  readonly keepPrivate: () => void
  /** From this call on Ctrl-C no longer ends the process but aborts the signal. */
  readonly listenForStop: () => AbortSignal
  readonly loadEngine: () => Promise<Engine>
  /** The folder of schemes that is shipped. */
  readonly schemesFolder: string
  readonly loadOutputs: () => Promise<Outputs>
}
