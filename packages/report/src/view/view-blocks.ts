/** Blocks of a document as pieces of words with the marks on each. */
import type { Block, Cell } from '@jiheng/ingest'
import { blockStretches, wordsOf } from '../html/block-stretches.ts'
import { blockId } from '../html/document-blocks.ts'
import { type BlockMarks, type Marks, type Stretch, stretchesOf } from '../html/marks.ts'
import { piecesOf } from '../html/pieces.ts'
import { markId, type ViewBlock, type ViewCell, type ViewStretch } from './view-shapes.ts'

/** `seen` takes the ids of the marks that are met. */
export function viewBlocks(blocks: readonly Block[], report: number, marks: Marks, seen: Set<string>): readonly ViewBlock[] {
  return blocks.map((block, at): ViewBlock => {
    const id = blockId(report, at)
    const here = marks.of(report, at)
    if (block.kind === 'table') {
      return {
        kind: 'table',
        id,
        headerRows: Math.max(0, Math.min(block.headerRows, block.rows.length)),
        rows: tableRows(block, here, seen),
      }
    }
    const text = stretched(wordsOf(block), blockStretches(block, here, 'text'), seen)
    if (block.kind !== 'heading') return { kind: block.kind, id, text }
    const number = stretched(block.number ?? '', blockStretches(block, here, 'number'), seen)
    return { kind: 'heading', id, level: block.level, text: [...number, ...text] }
  })
}

type Table = Extract<Block, { kind: 'table' }>

function tableRows({ rows, at }: Table, marks: BlockMarks, seen: Set<string>): readonly (readonly (ViewCell | null)[])[] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const covered = new Set<string>()
  return rows.map((cells, row) =>
    cells.map((cell, column) => {
      if (covered.has(`${row} ${column}`) && cell.text === '') return null
      const rowSpan = clamp(cell.rowSpan, rows.length - row)
      const colSpan = clamp(cell.colSpan, columns - column)
      for (let r = row; r < row + rowSpan; r++) {
        for (let c = column; c < column + colSpan; c++) covered.add(`${r} ${c}`)
      }
      return { text: cellWords(cell, marks, at.start, seen), rowSpan, colSpan }
    }),
  )
}

const cellWords = (cell: Cell, marks: BlockMarks, tableStart: number, seen: Set<string>): readonly ViewStretch[] =>
  stretched(cell.text, stretchesOf(marks, cell.at, cell.text.length, cell.at.start - tableStart), seen)

/** The longest mark encloses the others. */
function stretched(text: string, stretches: readonly Stretch[], seen: Set<string>): readonly ViewStretch[] {
  if (stretches.length === 0) return text === '' ? [] : [{ text }]
  return piecesOf(text, stretches).map(({ text: part, marks }) => {
    const ids = [...marks].sort((a, b) => b.end - b.start - (a.end - a.start)).map(markId)
    for (const id of ids) seen.add(id)
    return ids.length === 0 ? { text: part } : { text: part, marks: ids }
  })
}

const clamp = (span: number, most: number): number => Math.max(1, Math.min(span, most))
