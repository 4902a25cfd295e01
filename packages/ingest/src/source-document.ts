/** What every reader hands over: blocks in reading order, each with the way back to the original. */
import type { UnitId } from '@jiheng/quantity'
import type { Problem } from '@jiheng/vocabulary'

export type Format = 'text'

export type ReportKind = 'department' | 'unit' | 'project' | 'management-appraisal' | 'unknown'

/** One run of tidied text that maps straight onto the original. `length` characters at `tidy` stand at `original`. */
export interface Segment {
  readonly tidy: number
  readonly original: number
  readonly length: number
}

/**
 * Where a block or cell stands in the original text of the file.
 * `original` is the exact slice; `segments` lead from the tidied `text` back into that slice.
 * An empty `segments` means that the tidied text is the slice itself.
 */
export interface Origin {
  /** UTF-16 offset of the slice in the decoded file. */
  readonly start: number
  readonly end: number
  /** First line of the slice, from 1. */
  readonly line: number
  readonly original: string
  readonly segments: readonly Segment[]
  readonly page?: number
}

export interface Cell {
  /** Tidied text: pieces broken over lines are joined, runs of white space folded. */
  readonly text: string
  readonly rowSpan: number
  readonly colSpan: number
  /** Offsets of the cell's slice are into the decoded file, as for blocks; `original` is the cell's own slice. */
  readonly at: Origin
}

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly number: string | null; readonly text: string; readonly at: Origin }
  | { readonly kind: 'paragraph'; readonly text: string; readonly at: Origin }
  | {
      readonly kind: 'table'
      readonly rows: readonly (readonly Cell[])[]
      readonly headerRows: number
      readonly unit: UnitId | null
      /** `original` is the whole table; segments are empty. */
      readonly at: Origin
    }
  | { readonly kind: 'attachment'; readonly title: string; readonly at: Origin }

export interface SourceReport {
  readonly title: string | null
  readonly unit: string | null
  readonly year: number | null
  readonly kind: ReportKind
  readonly blocks: readonly Block[]
}

export interface SourceFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly format: Format
}

export interface SourceDocument {
  readonly file: SourceFile
  readonly reports: readonly SourceReport[]
  readonly problems: readonly Problem[]
}
