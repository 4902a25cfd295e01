/** One line a number, for tables of worked examples: "300多万元 300 wan-yuan ±100 over". */
import { formatDecimal, type PrintedNumber } from '../src/index.ts'

export function showNumber(text: string, n: PrintedNumber): string {
  const precision = n.quantity.precision === 'exact' ? 'exact' : `±${n.quantity.precision.place}`
  const marks = [n.quantity.hedge, n.compare, n.form === 'digits' ? null : n.form, n.isOrdinal ? 'ordinal' : null]
  const range = [n.rangeTo === null ? null : `→${n.rangeTo}`, n.rangeFrom === null ? null : `←${n.rangeFrom}`]
  return [text.slice(n.start, n.end), formatDecimal(n.amount), n.quantity.unit, precision, ...marks, ...range].filter(Boolean).join(' | ')
}

export function showAll(text: string, numbers: readonly PrintedNumber[]): readonly string[] {
  return numbers.map((n) => showNumber(text, n))
}
