/** Rows of one table with the same fault are one finding: their names in the message, a quote for each of the first. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { IndicatorRow } from '../../claims/indicator-rows.ts'
import type { Quote } from '../../findings/finding.ts'
import { quoteCell } from '../../findings/quote.ts'

const MAX_QUOTES = 8
const MAX_NAMES = 4
const MAX_NAME = 24

/** Rows that print the same are one row that was read twice. */
export function distinctRows<Row extends { readonly row: IndicatorRow }>(rows: readonly Row[]): Row[] {
  const seen = new Set<string>()
  return rows.filter(({ row }) => {
    const key = [...row.levels, row.target?.text, row.actual?.text, row.score?.text].join('|')
    return seen.has(key) ? false : seen.add(key)
  })
}

/** The cell `column` of each row, at least one row. */
export function quotesOfRows(set: ClaimSet, rows: readonly IndicatorRow[], column: (row: IndicatorRow) => number): [Quote, ...Quote[]] {
  const quotes = rows.slice(0, MAX_QUOTES).map((row) => quoteCell(set, row.block, row.row, column(row)))
  return quotes as [Quote, ...Quote[]]
}

/** "“甲”", "“甲”“乙”等5项指标". */
export function sayRows(rows: readonly IndicatorRow[]): string {
  const names = rows.slice(0, MAX_NAMES).map(({ name }) => `“${nameOfRow(name)}”`)
  return rows.length > MAX_NAMES
    ? `${names.join('')}等${rows.length}项指标`
    : `${names.join('')}${rows.length > 1 ? `${rows.length}项指标` : ''}`
}

export const nameOfRow = (name: string): string => (name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name).replace(/[“”"]/g, '')

/** The target or actual as a reader would say it: with the sign and unit of their own columns. */
export function sayCell(row: IndicatorRow, which: 'target' | 'actual'): string {
  const text = row[which]?.text ?? ''
  const sign = which === 'target' && /^[\d.,，]+[%％]?$/.test(text) && row.sign !== null ? row.sign : ''
  const unit = /[\d≤≥<>＜＞]$/.test(text) && row.unit.length <= 6 && !row.isQualitative ? row.unit : ''
  return `${sign}${text}${unit}`
}
