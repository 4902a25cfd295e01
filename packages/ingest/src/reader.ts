/** What a reader of a format is given besides the bytes. */
import type { Package } from '@jiheng/ooxml'
import type { Problem } from '@jiheng/vocabulary'
import type { ReadFlow } from './flow.ts'
import type { Limits } from './limits.ts'
import type { Format } from './source-document.ts'

export interface Reading {
  /** Name of the file, for problems. */
  readonly file: string
  readonly limits: Limits
  readonly format: Format
  /** The opened package of the formats that are zips. */
  readonly pack: Package | null
  readonly convert: Converter | null
}

/** Word's old formats to docx, by a program outside. Resolves to a problem, about `file`, when the program cannot. */
export type Converter = (
  bytes: Uint8Array,
  from: 'doc' | 'rtf' | 'odt',
  file: string,
) => Promise<{ readonly bytes: Uint8Array } | { readonly problem: Problem }>

/** Never rejects because of what the bytes hold. */
export type Reader = (bytes: Uint8Array, reading: Reading) => ReadFlow | Promise<ReadFlow>
