/** What holds of every document, however broken its file: offsets are in order, merged cells lie inside their table. */
import type { Block, SourceDocument } from '@jiheng/ingest'

export function soundnessFaults(document: SourceDocument): string[] {
  const blocks = document.reports.flatMap((report) => report.blocks)
  return [
    ...(inOrder(document.places) ? [] : ['places are not in order']),
    ...(inOrder(blocks.map(({ at }) => at)) ? [] : ['blocks are not in order']),
    ...blocks.flatMap(tableFaults),
    ...(document.reports.length > 0 || document.problems.length > 0 ? [] : ['nothing read and nothing said']),
    ...document.problems.filter(({ at }) => at.length === 0 || at[0] !== 'file').map(({ code }) => `${code} names no file`),
  ]
}

function inOrder(ranges: readonly { readonly start: number; readonly end: number }[]): boolean {
  return ranges.every(({ start, end }, i) => start <= end && start >= (ranges[i - 1]?.start ?? 0))
}

function tableFaults(block: Block): string[] {
  if (block.kind !== 'table') return []
  const { rows, labelRows, headerRows } = block
  const spans = rows.flatMap((row, i) => row.map((cell, j) => ({ ...cell, i, j, columns: row.length })))
  const faults = []
  if (spans.some(({ rowSpan, colSpan }) => !(rowSpan >= 1 && colSpan >= 1))) faults.push('a cell spans nothing')
  if (spans.some(({ i, rowSpan }) => i + rowSpan > rows.length)) faults.push('a cell reaches below its table')
  if (spans.some(({ j, colSpan, columns }) => j + colSpan > columns)) faults.push('a cell reaches beyond its row')
  if (headerRows > rows.length || labelRows.some((row) => row >= rows.length)) faults.push('header rows beyond the table')
  return faults
}
