/** One row of a block as a book of facts: what the loops hand back is scored by the evaluation itself. */

import { decimalOf, formatDecimal } from '@jiheng/quantity'
import type { Fact, FactValue } from '../facts/fact.ts'
import type { FactBook } from '../facts/fact-book.ts'
import { type Block, CLASS_STEP, type ColumnNeed, type Holds, NOT_APPLICABLE, SHARE_PLACES, UNDONE } from './column.ts'
import { needKey } from './column-needs.ts'

export interface RowView extends FactBook {
  readonly turnTo: (block: Block, row: number) => void
}

export function rowView(needs: readonly ColumnNeed[], year: number): RowView {
  const places = new Map(needs.map(({ item, year: which }, at) => [needKey(item, which), at]))
  let block: Block | null = null
  let row = 0
  return {
    faults: [],
    turnTo: (next, at) => {
      block = next
      row = at
    },
    find: (unit, item, ofYear) => {
      const at = places.get(needKey(item, ofYear === year ? 'this' : 'last'))
      const column = at === undefined ? undefined : block?.columns[at]
      if (at === undefined || column === undefined) return null
      const number = column.values[row]
      const value =
        column.odd.get(row) ?? (number === undefined || Number.isNaN(number) ? null : factValueOf(number, (needs[at] as ColumnNeed).holds))
      return value === null ? null : { ...NOWHERE, unit, item, value }
    },
  }
}

const NOWHERE: Omit<Fact, 'unit' | 'item' | 'value'> = {
  id: '',
  from: '',
  to: '',
  basis: null,
  source: '',
  evidence: [],
  supersedes: null,
}

function factValueOf(number: number, holds: Holds): FactValue | null {
  if (number === NOT_APPLICABLE) return { kind: 'not-applicable', reason: '' }
  switch (holds.kind) {
    case 'figure':
      return { kind: 'figure', value: textOf(number, holds.places), unit: holds.unit }
    case 'points':
      return { kind: 'points', points: textOf(number, holds.places), reason: '' }
    case 'date':
      return { kind: 'date', date: number === UNDONE ? null : dateOf(number) }
    case 'checks':
      return { kind: 'checks', met: holds.ids.filter((_, at) => (number & (1 << at)) !== 0) }
    case 'class':
      return { kind: 'class', id: holds.ids[Math.floor(number / CLASS_STEP)] ?? '', share: textOf(number % CLASS_STEP, SHARE_PLACES) }
    case 'sparse':
      return null
  }
}

/** A whole number × 10^-places as a canonical decimal. */
export const textOf = (whole: number, places: number): string => formatDecimal(decimalOf(BigInt(whole), places))

/** The day with that number; the other way round than in evaluate/days.ts. */
export function dateOf(days: number): string {
  const era = Math.floor(days / 146_097)
  const ofEra = days - era * 146_097
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365)
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const march = Math.floor((5 * ofYear + 2) / 153)
  const day = ofYear - Math.floor((153 * march + 2) / 5) + 1
  const month = march < 10 ? march + 3 : march - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
