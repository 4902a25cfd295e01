/** A Word document as read, before it is written out as a running text. */

export interface DraftText {
  readonly text: string
  /** Index of the run in its paragraph; null for an automatic number. */
  readonly run: number | null
  /** Offset in the text elements of the run, put together; null for what is no text element: a tab, a break, a symbol. */
  readonly at: number | null
}

export interface DraftParagraph {
  readonly kind: 'paragraph'
  /** Index in the part, in order of the opening tags. */
  readonly index: number
  readonly part: string
  readonly pieces: DraftText[]
  /** Of a table of contents. */
  isContents: boolean
  /** A page or section begins with it. */
  isApart: boolean
  /** Its mark was deleted by a tracked change: the next paragraph goes on in it. */
  isJoined: boolean
  /** Text boxes and footnotes hung on it; they follow it. */
  readonly after: DraftBlock[]
}

export interface DraftTable {
  readonly kind: 'table'
  readonly rows: DraftRow[]
}

export interface DraftRow {
  /** Grid columns left empty before the first cell. */
  skipped: number
  readonly cells: DraftCell[]
}

export interface DraftCell {
  colSpan: number
  /** Of a vertical merge: the first cell, or one that goes on. */
  merge: 'none' | 'starts' | 'goes-on'
  /** Of an old horizontal merge: the cell belongs to the one before. */
  isRest: boolean
  readonly blocks: DraftBlock[]
}

export type DraftBlock = DraftParagraph | DraftTable
