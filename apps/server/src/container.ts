/** Everything that reaches outside, built once at the entry and handed in. Nothing is reached through module state. */
import type { LoadedSchemes } from '@jiheng/runner/data'
import type { Ground, Vault } from '@jiheng/store'
import type { SignOn } from './external/sign-on.ts'
import type { Streams } from './http/streams.ts'
import type { Attempts } from './people/attempts.ts'
import type { Passwords } from './people/passwords.ts'
import type { Settings } from './settings.ts'
import type { Children } from './worker/children.ts'

export interface Container {
  readonly settings: Settings
  /** Where people reach us: scheme, host and port. */
  readonly origin: string
  readonly version: string
  readonly clock: () => Date
  readonly vault: Vault
  /** Processes of their own, in which what people send is opened; openChildren makes them. */
  readonly children: Children
  /** Read at the start: loadSchemes of settings.schemesFolder, or of the shipped ones. */
  readonly schemes: LoadedSchemes
  /** One transaction; committed when it resolves, rolled back when it throws. */
  readonly transact: <Result>(run: (ground: Ground) => Promise<Result>) => Promise<Result>
  readonly passwords: Passwords
  readonly attempts: Attempts
  readonly streams: Streams
  /** null: people sign in by password alone. */
  readonly signOn: SignOn | null
  /** What whoever starts the server should know, in words. */
  readonly warnings: readonly string[]
  /** Random text for links, sessions and tokens: URL-safe, 256 bits. */
  readonly newSecret: () => string
  /** Told when there is new work, so that a worker need not wait for its next look. */
  readonly wakeWorkers: () => void
  /** Aborted when the server begins to stop. */
  readonly stopping: AbortSignal
  readonly log: Log
}

/** Structured: a fixed message and named values. Never personal data, never contents. */
export interface Log {
  readonly debug: (values: LogValues, message: string) => void
  readonly info: (values: LogValues, message: string) => void
  readonly warn: (values: LogValues, message: string) => void
  readonly error: (values: LogValues, message: string) => void
}
export type LogValues = Readonly<Record<string, unknown>>
