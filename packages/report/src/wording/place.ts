/** Where a quote stands, as a person with the file open would look for it. */
import type { Quote } from '@jiheng/audit'

/** A line is where a person looks first; the cell helps only where there are no lines. '' where nothing can be said. */
export function placeOf(quote: Quote): string {
  const parts = [
    quote.page === undefined ? '' : pageWord(quote.page),
    quote.line === undefined ? '' : lineWord(quote.line),
    quote.cell === undefined || quote.line !== undefined || quote.page !== undefined ? '' : cellWord(quote.cell),
    quote.section === undefined ? '' : `“${quote.section.replace(/[。：:；]$/, '')}”之下`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

export const lineWord = (line: number): string => `第${line}行`
export const pageWord = (page: number): string => `第${page}页`

function cellWord(cell: string): string {
  const at = cell.lastIndexOf('!')
  const [, row, column] = /^(\d+),(\d+)$/.exec(cell) ?? []
  if (row !== undefined) return `表格第${row}行第${column}列`
  return at < 0 ? `单元格${cell}` : `工作表“${cell.slice(0, at)}” ${cell.slice(at + 1)}`
}
