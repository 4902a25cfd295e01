/** Facts of some units into columns. Nothing is lost: what does not fit stands beside its column as it was stated. */
import { convert, parseDecimal, tenTo } from '@jiheng/quantity'
import { daysBetween } from '../evaluate/days.ts'
import type { FactValue } from '../facts/fact.ts'
import type { FactBook } from '../facts/fact-book.ts'
import {
  type Block,
  CLASS_STEP,
  type Column,
  type ColumnNeed,
  type Holds,
  MISSING,
  NOT_APPLICABLE,
  SHARE_PLACES,
  UNDONE,
} from './column.ts'

export function blockOf(book: FactBook, units: readonly string[], year: number, needs: readonly ColumnNeed[]): Block {
  const columns = needs.map((need) => columnOf(book, units, need.year === 'this' ? year : year - 1, need))
  return { count: units.length, columns, deducted: new Map(), vetoes: new Map() }
}

function columnOf(book: FactBook, units: readonly string[], year: number, { item, holds }: ColumnNeed): Column {
  const values = holds.kind === 'sparse' ? new Float64Array(0) : new Float64Array(units.length).fill(MISSING)
  const odd = new Map<number, FactValue>()
  for (const [row, unit] of units.entries()) {
    const value = book.find(unit, item, year)?.value
    if (value === undefined) continue
    const number = holds.kind === 'sparse' ? null : numberOf(value, holds)
    if (number === null) odd.set(row, value)
    else values[row] = number
  }
  return { values, odd }
}

/** null: it does not fit. */
export function numberOf(value: FactValue, holds: Holds): number | null {
  if (value.kind === 'not-applicable') return NOT_APPLICABLE
  switch (holds.kind) {
    case 'figure': {
      const figure = value.kind === 'figure' ? parseDecimal(value.value) : null
      const converted = figure === null || value.kind !== 'figure' ? null : convert(figure, value.unit, holds.unit)
      return converted === null ? null : wholeOf(converted, holds.places)
    }
    case 'points':
      return value.kind === 'points' ? wholeAt(value.points, holds.places) : null
    case 'date':
      return value.kind === 'date' ? (value.date === null ? UNDONE : finite(dayNumber(value.date))) : null
    case 'checks':
      return value.kind === 'checks' ? bitsOf(value.met, holds.ids) : null
    case 'class': {
      const at = value.kind === 'class' ? holds.ids.indexOf(value.id) : -1
      const share = value.kind === 'class' ? wholeAt(value.share, SHARE_PLACES) : null
      return at < 0 || share === null || share < 0 || share >= CLASS_STEP ? null : at * CLASS_STEP + share
    }
    case 'sparse':
      return null
  }
}

export const dayNumber = (date: string): number => daysBetween('0000-03-01', date)

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

function wholeAt(text: string, places: number): number | null {
  const value = parseDecimal(text)
  return value === null ? null : wholeOf(value, places)
}

export function wholeOf(value: { readonly coefficient: bigint; readonly scale: number }, places: number): number | null {
  if (value.scale > places) return null
  const whole = Number(value.coefficient * tenTo(places - value.scale))
  return Number.isSafeInteger(whole) ? whole : null
}

function bitsOf(met: readonly string[], ids: readonly string[]): number | null {
  let bits = 0
  for (const id of met) {
    const at = ids.indexOf(id)
    if (at < 0) return null
    bits |= 1 << at
  }
  return bits
}
