/** One thing to audit, as the command line named it. */
import type { Problem } from '@jiheng/vocabulary'

export type Input =
  | { readonly kind: 'file'; readonly name: string; readonly path: string; readonly bytes: number }
  /** Standard input, or a pipe: read already, since only this process can. */
  | { readonly kind: 'content'; readonly name: string; readonly content: Uint8Array }
  /** Named, but there is nothing to open. */
  | { readonly kind: 'unread'; readonly name: string; readonly problem: Problem }

export type SkipReason = 'unsupported' | 'hidden' | 'not-text' | 'not-a-file' | 'linked-folder' | 'result-folder' | 'repeated'

/** Met in a folder and left out. */
export interface Skipped {
  readonly path: string
  readonly reason: SkipReason
}

export interface Expanded {
  readonly inputs: readonly Input[]
  readonly skipped: readonly Skipped[]
}

/** Scans are large; a text has its own, lower limit. */
export const maxFileBytes = 256 * 1024 * 1024
