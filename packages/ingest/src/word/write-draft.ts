/** A Word draft to the running text: paragraphs to lines, tables to grids, text boxes and notes behind what they hang on. */
import { type CellDraft, type FlowWriter, type SpottedWord, writeTable } from '../flow.ts'
import type { DraftBlock, DraftCell, DraftParagraph, DraftTable } from './draft.ts'

/** Returns false when the tables hold more cells than `maxCells`: the rest of the document is left out. */
export function writeDraft(flow: FlowWriter, blocks: readonly DraftBlock[], maxCells: number): boolean {
  return new DraftWriter(flow, maxCells).write(blocks)
}

class DraftWriter {
  readonly #flow: FlowWriter
  #cellsLeft: number

  constructor(flow: FlowWriter, maxCells: number) {
    this.#flow = flow
    this.#cellsLeft = maxCells
  }

  write(blocks: readonly DraftBlock[]): boolean {
    for (const block of blocks) {
      const isRoom = block.kind === 'paragraph' ? this.#paragraph(block) : this.#table(block)
      if (!isRoom) return false
    }
    return true
  }

  #paragraph(paragraph: DraftParagraph): boolean {
    if (paragraph.isApart) this.#flow.write('\n')
    for (const { text, spot } of wordsOf(paragraph)) this.#flow.write(paragraph.isContents ? text.replaceAll('\t', '……') : text, spot)
    if (!paragraph.isJoined) this.#flow.write('\n')
    return this.write(paragraph.after)
  }

  #table(table: DraftTable): boolean {
    const only = table.rows.length === 1 && table.rows[0]?.cells.length === 1 ? table.rows[0].cells[0] : undefined
    // A frame round text, no table.
    if (only) return this.write(only.blocks)
    const behind: DraftBlock[] = []
    const rows = this.#grid(table, behind)
    writeTable(this.#flow, { rows })
    return this.#cellsLeft >= 0 && this.write(behind)
  }

  /** Rows of slots; `behind` takes the tables and notes inside cells, which follow. */
  #grid(table: DraftTable, behind: DraftBlock[]): CellDraft<SpottedWord>[][] {
    const rows: Slot[][] = []
    /** The open vertical merge of each column. */
    const open: (Slot | undefined)[] = []
    for (const { skipped, cells } of table.rows) {
      // An empty row is not for nothing either.
      this.#cellsLeft -= skipped + 1
      if (this.#cellsLeft < 0) return rows
      const row: Slot[] = Array.from({ length: skipped }, emptySlot)
      for (const cell of cells) {
        this.#cellsLeft -= cell.colSpan
        if (this.#cellsLeft < 0) return rows
        placeCell(row, cell, open, behind)
      }
      rows.push(row)
    }
    return rows
  }
}

interface Slot extends CellDraft<SpottedWord> {
  lines: SpottedWord[][]
  rowSpan: number
  colSpan: number
}

const emptySlot = (): Slot => ({ lines: [], rowSpan: 1, colSpan: 1 })

function placeCell(row: Slot[], cell: DraftCell, open: (Slot | undefined)[], behind: DraftBlock[]): void {
  const lines = linesOf(cell.blocks, behind)
  const column = row.length
  const before = row.at(-1)
  const owner = open[column]
  if (cell.isRest && before) {
    before.lines.push(...lines)
    before.colSpan++
    row.push(emptySlot())
    return
  }
  const goesOn = cell.merge === 'goes-on' && owner !== undefined && lines.length === 0
  if (goesOn) owner.rowSpan++
  const slot: Slot = { lines, rowSpan: 1, colSpan: goesOn ? 1 : cell.colSpan }
  row.push(slot)
  for (let more = 1; more < cell.colSpan; more++) row.push(emptySlot())
  for (let at = column; at < row.length; at++) open[at] = cell.merge === 'none' || at > column ? undefined : goesOn ? owner : slot
}

function linesOf(blocks: readonly DraftBlock[], behind: DraftBlock[]): SpottedWord[][] {
  const lines: SpottedWord[][] = []
  for (const block of blocks) {
    if (block.kind === 'table') {
      behind.push(block)
      continue
    }
    for (const line of splitLines(wordsOf(block))) if (line.some(({ text }) => text.trim() !== '')) lines.push(line)
    behind.push(...block.after)
  }
  return lines
}

function splitLines(words: readonly SpottedWord[]): SpottedWord[][] {
  const lines: SpottedWord[][] = [[]]
  for (const word of words) {
    // A text element holds no line break: a word with one is a break, which has no offset to move.
    for (const [at, text] of word.text.split('\n').entries()) {
      if (at > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...word, text })
    }
  }
  return lines
}

/** Tabs at the front and at the end are layout. */
function wordsOf({ part, index, pieces }: DraftParagraph): SpottedWord[] {
  const isBlank = ({ text }: { text: string }): boolean => /^[\t ]*$/.test(text)
  const number = pieces[0]?.run === null ? 1 : 0
  const first = pieces.findIndex((piece, at) => at >= number && !isBlank(piece))
  const last = pieces.findLastIndex((piece) => !isBlank(piece))
  return pieces
    .filter((_, at) => at < number || (first >= 0 && at >= first && at <= last))
    .map(({ text, run, at }) => ({ text, spot: { kind: 'run', part, paragraph: index, run, at } }))
}
