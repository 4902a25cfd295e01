/** A report as a Word file: headings, paragraphs and tables as somebody would type them, numbers included. */
import type { Block, Cell, SourceDocument } from '@jiheng/ingest'
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'

/** What is written is the text of the blocks; runs are split in the middle of words and figures, as Word does. */
export async function makeDocx(document: SourceDocument): Promise<Uint8Array> {
  const children = document.reports.flatMap(({ blocks }, at) => [
    ...(at > 0 ? [paragraph(''), paragraph('')] : []),
    ...blocks.flatMap(toWord),
  ])
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

function toWord(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return block.level === 0 ? [paragraph(block.text), paragraph('')] : [indented(numbered(block.number, block.text))]
    case 'paragraph':
      return [indented(block.text)]
    case 'attachment':
      return [paragraph(block.title)]
    case 'table':
      return [toTable(block.rows), paragraph('')]
  }
}

/** A number that ends in a figure needs a space before the words. */
export function numbered(number: string | null, text: string): string {
  return number === null ? text : `${number}${/\d$/.test(number) ? ' ' : ''}${text}`
}

/** The last cell of a short row reaches to the edge, as in the forms that offices fill in. */
function toTable(rows: readonly (readonly Cell[])[]): Table {
  const width = Math.max(...rows.map((cells) => cells.length))
  const toRow = (cells: readonly Cell[]): TableRow =>
    new TableRow({ children: cells.map((cell, at) => toCell(cell, at === cells.length - 1 ? width - at : 1)) })
  return new Table({ rows: rows.map(toRow) })
}

function toCell({ text }: Cell, columnSpan: number): TableCell {
  return new TableCell({ children: [paragraph(text)], ...(columnSpan > 1 ? { columnSpan } : {}) })
}

const longestRun = 7

/** Two characters, as official papers begin their paragraphs. */
const indented = (text: string): Paragraph => paragraph(text, { firstLine: 480 })

function paragraph(text: string, indent?: { readonly firstLine: number }): Paragraph {
  const runs: TextRun[] = []
  for (let at = 0; at < text.length; at += longestRun) runs.push(new TextRun({ text: text.slice(at, at + longestRun), size: 24 }))
  return new Paragraph({ children: runs, ...(indent ? { indent } : {}) })
}
