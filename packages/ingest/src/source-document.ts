/** What every reader hands over: blocks in reading order, each with the way back to the original. */
import type { UnitId } from '@jiheng/quantity'
import type { Origin, Problem } from '@jiheng/vocabulary'

export type Format = 'text'

export type ReportKind = 'department' | 'unit' | 'project' | 'management-appraisal' | 'unknown'

export interface Cell {
  /** Tidied text: pieces broken over lines are joined, runs of white space folded. */
  readonly text: string
  readonly rowSpan: number
  readonly colSpan: number
  /**
   * Offsets of the cell's slice are into the decoded file, as for blocks; `original` is the cell's own slice.
   * A cell broken over lines has a slice from its first piece to its last one, so it also spans its neighbours; its segments do not.
   */
  readonly at: Origin
}

/** The number that a paragraph starts with, and its run-in heading: `（二）项目支出。2023年…` */
export interface Lead {
  /** As written; `at.original` starts with it. It also stays in the paragraph's text. */
  readonly number: string
  readonly level: number
  /** The words up to the first 。or ：, without the number; null when they are too many for a heading. */
  readonly title: string | null
}

export type Block =
  /** `text` is the title without its number; `at.original` starts with `number`. Level 0 and no number: a title of the report. */
  | { readonly kind: 'heading'; readonly level: number; readonly number: string | null; readonly text: string; readonly at: Origin }
  | { readonly kind: 'paragraph'; readonly text: string; readonly lead?: Lead; readonly at: Origin }
  | {
      readonly kind: 'table'
      readonly rows: readonly (readonly Cell[])[]
      /** Leading rows that name the columns (title and unit rows above them included). */
      readonly headerRows: number
      /** Every row that names columns, leading or further down: forms change their columns on the way, headers repeat on a new page. */
      readonly labelRows: readonly number[]
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

export type ResidueKind = 'watermark' | 'page-number' | 'running-header' | 'contents' | 'word-residue' | 'table-rule'

/** What the file holds besides the report, left out of every text. Offsets are into the decoded file. */
export interface Residue {
  readonly kind: ResidueKind
  readonly start: number
  readonly end: number
  readonly line: number
}

export interface SourceDocument {
  readonly file: SourceFile
  readonly reports: readonly SourceReport[]
  readonly residue: readonly Residue[]
  readonly problems: readonly Problem[]
}
