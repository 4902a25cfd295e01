/** From an offset in the running text to the words of a report: which block, and which cell of a table. */
import type { Block, SourceDocument } from '@jiheng/ingest'

export interface TextPlace {
  readonly report: number
  readonly block: number
  /** null in a line of text. */
  readonly cell: { readonly row: number; readonly column: number; readonly text: string } | null
}

type Table = Extract<Block, { kind: 'table' }>

interface CellStart {
  readonly start: number
  readonly end: number
  readonly row: number
  readonly column: number
}

export class TextPlaces {
  readonly #document: Pick<SourceDocument, 'reports'>
  /** Start of every block, in order. */
  readonly #blocks: readonly { readonly start: number; readonly end: number; readonly report: number; readonly block: number }[]
  readonly #cells = new Map<Table, readonly CellStart[]>()

  constructor(document: Pick<SourceDocument, 'reports'>) {
    this.#document = document
    this.#blocks = document.reports.flatMap(({ blocks }, report) =>
      blocks.map(({ at: { start, end } }, block) => ({ start, end, report, block })),
    )
  }

  /** null where the offset stands in nothing that is kept, or between two cells. */
  at(offset: number): TextPlace | null {
    const entry = lastBefore(this.#blocks, offset)
    if (!entry || offset >= entry.end) return null
    const { report, block } = entry
    const content = this.#document.reports[report]?.blocks[block]
    if (content?.kind !== 'table') return { report, block, cell: null }
    const found = lastBefore(this.#cellsOf(content), offset)
    if (!found || offset >= found.end) return null
    const { row, column } = found
    return { report, block, cell: { row, column, text: content.rows[row]?.[column]?.text ?? '' } }
  }

  #cellsOf(table: Table): readonly CellStart[] {
    const known = this.#cells.get(table)
    if (known) return known
    const cells = table.rows.flatMap((row, i) =>
      row.flatMap(({ at: { start, end } }, column): CellStart[] => (end > start ? [{ start, end, row: i, column }] : [])),
    )
    this.#cells.set(table, cells)
    return cells
  }
}

/** Of ranges in order, the last that starts at or before the offset. */
function lastBefore<Range extends { readonly start: number }>(ranges: readonly Range[], offset: number): Range | null {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle] as Range).start <= offset) low = middle + 1
    else high = middle
  }
  return ranges[low - 1] ?? null
}
