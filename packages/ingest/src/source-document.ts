/** What every reader hands over: blocks in reading order, each with the way back to the original. */
import type { UnitId } from '@jiheng/quantity'
import type { Origin, Place, Problem } from '@jiheng/vocabulary'

/** What the content is, whatever the file's name says. */
export type Format = 'text' | 'csv' | 'html' | 'docx' | 'doc' | 'odt' | 'rtf' | 'xlsx' | 'xls' | 'ods' | 'spreadsheetml' | 'pdf' | 'ofd'

export type ReportKind = 'department' | 'unit' | 'project' | 'management-appraisal' | 'unknown'

export interface Cell {
  /** Tidied text: pieces broken over lines are joined, runs of white space folded. */
  readonly text: string
  /** A merged cell stands in its first slot; the other slots that it covers are empty cells. */
  readonly rowSpan: number
  readonly colSpan: number
  /**
   * Offsets of the cell's slice are into the running text (of plain text: the decoded file), as for blocks; `original` is the cell's own slice.
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

/** What the file holds besides the report, left out of every text. Offsets are into the running text. */
export interface Residue {
  readonly kind: ResidueKind
  readonly start: number
  readonly end: number
  readonly line: number
}

/** What a spreadsheet holds besides its words: the saved value of each number and each formula. Only of workbooks with formulas. */
export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  /** Canonical decimals by cell: { B5: "1234.5" }. As saved, not as shown. */
  readonly values: Readonly<Record<string, string>>
  readonly formulas: readonly Formula[]
}

export interface Formula {
  readonly cell: string
  /** Without the equals sign: SUM(B2:B4). */
  readonly formula: string
  /** The result saved with it, a canonical decimal; null when it is no number. */
  readonly value: string | null
  /** Where the shown result stands in the running text. */
  readonly start: number
  readonly end: number
}

/** A page as a person sees it, without its words: those stand in `places`. Lengths are points of the page's own space, origin at the bottom left. */
export interface PageShape {
  /** From 1. */
  readonly number: number
  /** What of the page is seen: left, bottom, right, top. */
  readonly box: readonly [number, number, number, number]
  /** Degrees clockwise by which the page is turned to be read. */
  readonly turn: 0 | 90 | 180 | 270
  /** Straight lines drawn on it, along its sides, each from one point to another: the borders of tables. At most some thousands. */
  readonly rules: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[]
}

export interface SourceDocument {
  readonly file: SourceFile
  readonly reports: readonly SourceReport[]
  readonly residue: readonly Residue[]
  /** In order: where each stretch of the running text stands in the file. Empty for plain text, which is its own running text. */
  readonly places: readonly Place[]
  /** Empty but for spreadsheets with formulas. */
  readonly sheets: readonly Sheet[]
  /** Empty but for paged formats: every page that was looked at, also one that could not be read. */
  readonly pages: readonly PageShape[]
  readonly problems: readonly Problem[]
}
