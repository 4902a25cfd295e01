/** Tables of accounts in the formats that offices print them from. */
import { Document, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { type CellValue, type MergeRange, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { quoted, setPdf } from '../../bench/formats/make-pdf.ts'
import type { Account, AccountCell } from './accounts.ts'

const UNIT = '单位：元'

export function accountsByTypst(accounts: readonly Account[]): Uint8Array {
  const pages = accounts.map(
    ({ title, isLandscape, widths, headerRows, rows }) => `
#set page(paper: "a4", flipped: ${isLandscape}, margin: 2cm, footer: context align(center)[第 #here().page() 页])
#set text(font: "Noto Serif CJK SC", size: 8pt)
#align(center, text(size: 16pt)[#${quoted(title)}])
#align(right)[#${quoted(UNIT)}]
#table(columns: (${widths.map((width) => `${width}fr`).join(', ')},), stroke: 0.5pt, inset: 3pt,
  table.header(${rows
    .slice(0, headerRows)
    .flatMap((row) => row.map(typstCell))
    .join(', ')}),
  ${rows
    .slice(headerRows)
    .flatMap((row) => row.map(typstCell))
    .join(', ')})`,
  )
  return setPdf(pages.join('\n#pagebreak()\n'))
}

function typstCell({ text, colSpan = 1, rowSpan = 1 }: AccountCell): string {
  const align = /^[\d,.]+$/.test(text) && text.includes('.') ? 'right' : 'left'
  return `table.cell(colspan: ${colSpan}, rowspan: ${rowSpan}, align: ${align})[#${quoted(text)}]`
}

/** Where each cell stands, with covered slots counted. */
function placed(rows: Account['rows']): readonly { readonly row: number; readonly column: number; readonly cell: AccountCell }[] {
  const taken = new Set<string>()
  return rows.flatMap((cells, row) => {
    let column = 0
    return cells.map((cell) => {
      while (taken.has(`${row} ${column}`)) column++
      const at = column
      for (let y = row; y < row + (cell.rowSpan ?? 1); y++) for (let x = at; x < at + (cell.colSpan ?? 1); x++) taken.add(`${y} ${x}`)
      column = at + (cell.colSpan ?? 1)
      return { row, column: at, cell }
    })
  })
}

const TOP = 2

export function accountsAsXlsx(accounts: readonly Account[]): Promise<Uint8Array> {
  const border = { top: { style: 'thin' }, bottom: { style: 'thin' }, left: { style: 'thin' }, right: { style: 'thin' } } as const
  const sheets = accounts.map(({ title, isLandscape, widths, headerRows, rows }, i): WriteSheet => {
    const cells: NonNullable<WriteSheet['cells']> = new Map()
    const merges: MergeRange[] = [{ startRow: 0, startCol: 0, endRow: 0, endCol: widths.length - 1 }]
    const values: CellValue[][] = [
      [title],
      [...Array.from({ length: widths.length - 1 }, () => null), UNIT],
      ...rows.map(() => widths.map(() => null)),
    ]
    for (const [row] of rows.entries())
      for (const column of widths.keys())
        cells.set(`${row + TOP},${column}`, { value: '', type: 'string', style: { border, alignment: { wrapText: true } } })
    for (const { row, column, cell } of placed(rows)) {
      const isAmount = /^[\d,]+\.\d\d$/.test(cell.text)
      const style = { border, alignment: { wrapText: true }, ...(isAmount ? { numFmt: '#,##0.00' } : {}) }
      const value = isAmount ? Number(cell.text.replaceAll(',', '')) : cell.text
      cells.set(`${row + TOP},${column}`, { value, type: isAmount ? 'number' : 'string', style })
      const { colSpan = 1, rowSpan = 1 } = cell
      if (colSpan > 1 || rowSpan > 1)
        merges.push({ startRow: row + TOP, startCol: column, endRow: row + TOP + rowSpan - 1, endCol: column + colSpan - 1 })
    }
    return {
      name: `表${i + 1}`,
      rows: values,
      cells,
      merges,
      columns: widths.map((width) => ({ width: isLandscape ? 20 : width * 8 + 3 })),
      pageSetup: { orientation: isLandscape ? 'landscape' : 'portrait', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      printTitles: { rows: `1:${TOP + headerRows}` },
    } as WriteSheet
  })
  return writeXlsx({ sheets })
}

export async function accountsAsDocx(accounts: readonly Account[]): Promise<Uint8Array> {
  const text = (words: string, size: number) => new TextRun({ text: words, size, font: 'Noto Serif CJK SC' })
  const sections = accounts.map(({ title, isLandscape, widths, headerRows, rows }) => {
    const total = widths.reduce((sum, width) => sum + width, 0)
    const full = isLandscape ? 13_900 : 9_000
    const table = new Table({
      width: { size: full, type: WidthType.DXA },
      columnWidths: widths.map((width) => Math.floor((full * width) / total)),
      rows: rows.map(
        (cells, i) =>
          new TableRow({
            tableHeader: i < headerRows,
            cantSplit: true,
            children: cells.map(
              ({ text: words, colSpan = 1, rowSpan = 1 }) =>
                new TableCell({
                  columnSpan: colSpan,
                  rowSpan,
                  children: [new Paragraph({ children: [text(words, isLandscape ? 14 : 18)] })],
                }),
            ),
          }),
      ),
    })
    const size = isLandscape ? { orientation: PageOrientation.LANDSCAPE } : {}
    return {
      properties: { page: { size } },
      children: [new Paragraph({ children: [text(title, 32)] }), new Paragraph({ children: [text(UNIT, 18)] }), table],
    }
  })
  return new Uint8Array(await Packer.toBuffer(new Document({ sections })))
}
