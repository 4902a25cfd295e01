/** What is wanted of each file besides its result: documents that the process which has the file at hand makes at once. */
import type { SourceFile } from '@jiheng/ingest'
import type { ReturnOpinionOptions, WordExtension } from '@jiheng/report'
import type { Problem } from '@jiheng/vocabulary'

export type ProductKind =
  /** The page with marks and findings. */
  | 'page'
  /** A Word file with comments: the sender's own, or a copy of a file that is none. */
  | 'word-copy'
  /** The sender's own PDF with notes. */
  | 'pdf-copy'
  /** What suits the file: a PDF with notes for a PDF, else a Word file with comments. */
  | 'copy'
  /** 退回意见 */
  | 'letter'

export interface Order {
  readonly kinds: readonly ProductKind[]
  /** Where they are put until the run knows their place. */
  readonly folder: string
  /** Written into what is sent: YYYY-MM-DD. */
  readonly date: string
  /** From the page of a file to the page of the run; '' where there is none. */
  readonly back: string
  /** Ids of findings that people dismissed: no document shows them. */
  readonly leftOut: readonly string[]
  /** What stands in a letter besides what was found. */
  readonly letter?: ReturnOpinionOptions
}

export type ProductFormat = 'html' | 'pdf' | WordExtension

export interface Product {
  readonly kind: ProductKind
  readonly format: ProductFormat
  readonly path: string
}

/** What was made of one file, and what could not be made and why. */
export interface Products {
  readonly made: readonly Product[]
  readonly failures: readonly Problem[]
}

export const noProducts: Products = { made: [], failures: [] }

/** `reason`: a word of ours, or what a bug said. */
export function notMade({ name, format }: SourceFile, kind: ProductKind, reason: string): Problem {
  return { code: 'output.not-made', at: [name], details: { what: kind, format, reason: reason.slice(0, 300) } }
}
