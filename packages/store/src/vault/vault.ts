/** Files by digest: the same bytes are kept once, and what is kept never changes. */
import type { Readable } from 'node:stream'

export interface Kept {
  readonly sha256: string
  readonly bytes: number
}

export interface Vault {
  /** Takes a stream to its end; throws TooLarge beyond `maxBytes`, and keeps nothing then. On disk before it resolves. */
  readonly receive: (stream: Readable, maxBytes: number) => Promise<Kept>
  readonly put: (content: Uint8Array) => Promise<Kept>
  readonly has: (sha256: string) => Promise<boolean>
  /** Throws FileGone. */
  readonly read: (sha256: string) => Promise<Uint8Array>
  /** Of a file that is gone the stream errs with ENOENT: whoever answers with it asks `has` before. */
  readonly open: (sha256: string) => Readable
  /** For a child process that reads it itself. */
  readonly path: (sha256: string) => string
  /** Every file that is kept; for backup and for looking after it. */
  readonly list: () => AsyncIterable<Kept>
  /** Whether what lies there has the digest that it is called by. */
  readonly verify: (sha256: string) => Promise<'whole' | 'changed' | 'gone'>
  readonly remove: (sha256: string) => Promise<void>
}

export class TooLarge extends Error {
  readonly limit: number
  constructor(limit: number) {
    super(`more than ${limit} bytes`)
    this.name = 'TooLarge'
    this.limit = limit
  }
}

export class FileGone extends Error {
  readonly sha256: string
  constructor(sha256: string) {
    super(`no file ${sha256}`)
    this.name = 'FileGone'
    this.sha256 = sha256
  }
}
