/**
 * What every reader of a format hands over: the document as one running text, the tables in it, and where each stretch of the
 * text stands in the file. From here on all formats go the same way (read-flow.ts), so that the same words give the same blocks.
 */
import type { Place, Problem } from '@jiheng/vocabulary'
import type { PageShape, Sheet } from './source-document.ts'

export interface Flow {
  /**
   * A paragraph a line; \n ends a line, \f a page. Where the reader knows that a paragraph ends, U+2029 ends its line: no line below
   * belongs to it, whatever the words look like. Cells of a row are set apart by \t, rows by \n.
   */
  readonly text: string
  /** Tables that the file marks as such, in order of their text. Others are still looked for in the lines between them. */
  readonly tables: readonly FlowTable[]
  /** In order; empty for plain text. */
  readonly places: readonly Place[]
  /** Spreadsheets only. */
  readonly sheets: readonly Sheet[]
  /** Paged formats only. */
  readonly pages: readonly PageShape[]
  /** What was left out, or could not be read. */
  readonly problems: readonly Problem[]
}

/** Lies on lines of its own: `start` is the first character of a line, `end` the end of one. */
export interface FlowTable {
  readonly start: number
  readonly end: number
  readonly rows: readonly (readonly FlowCell[])[]
}

/** Each row has a cell for every column of the grid: slots that a merged cell covers are empty cells. */
export interface FlowCell {
  /** Start and end offsets by turns, one pair a line of the cell; two equal offsets for an empty cell. Without white space at the ends. */
  readonly spans: readonly number[]
  readonly rowSpan: number
  readonly colSpan: number
}

/** The file gives nothing to audit, and why. */
export interface Refused {
  readonly refused: Problem
}

export type ReadFlow = Flow | Refused

/** Writes a running text piece by piece and remembers where each piece came from. */
export class FlowWriter {
  readonly #pieces: string[] = []
  readonly #tables: FlowTable[] = []
  readonly #places: Place[] = []
  readonly #problems: Problem[] = []
  #length = 0

  /** UTF-16 length of the text so far. */
  get length(): number {
    return this.#length
  }

  write(text: string, spot?: Place['spot']): void {
    if (text === '') return
    if (spot) this.#places.push({ start: this.#length, end: this.#length + text.length, spot })
    this.#pieces.push(text)
    this.#length += text.length
  }

  table(table: FlowTable): void {
    if (table.rows.length > 0) this.#tables.push(table)
  }

  problem(problem: Problem): void {
    this.#problems.push(problem)
  }

  finish(pages: readonly PageShape[] = []): Flow {
    const text = this.#pieces.join('')
    return { text, tables: this.#tables, places: this.#places, sheets: [], pages, problems: this.#problems }
  }
}

/** A table as a reader finds it: cells in rows, each with the words to write. */
export interface TableDraft<Word> {
  readonly rows: readonly (readonly CellDraft<Word>[])[]
}

export interface CellDraft<Word> {
  /** The lines of the cell, each made of words with their spots. Empty for a covered slot. */
  readonly lines: readonly (readonly Word[])[]
  readonly rowSpan: number
  readonly colSpan: number
}

export interface SpottedWord {
  readonly text: string
  readonly spot?: Place['spot']
}

/** Writes the table on lines of its own and adds it. Tabs and line breaks inside words become spaces: they would look like cells. */
export function writeTable(flow: FlowWriter, { rows }: { readonly rows: Iterable<readonly CellDraft<SpottedWord>[]> }): void {
  const start = flow.length
  const written: FlowCell[][] = []
  for (const cells of rows) {
    if (written.length > 0) flow.write('\n')
    written.push(
      cells.map((cell, column) => {
        if (column > 0) flow.write('\t')
        return writeCell(flow, cell)
      }),
    )
  }
  flow.table({ start, end: flow.length, rows: written })
  flow.write('\n')
}

function writeCell(flow: FlowWriter, { lines, rowSpan, colSpan }: CellDraft<SpottedWord>): FlowCell {
  const spans: number[] = []
  for (const [at, words] of lines.entries()) {
    if (at > 0) flow.write('\n')
    const start = flow.length
    for (const { text, spot } of words) flow.write(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' '), spot)
    if (flow.length > start) spans.push(start, flow.length)
  }
  return { spans: spans.length > 0 ? spans : [flow.length, flow.length], rowSpan, colSpan }
}
