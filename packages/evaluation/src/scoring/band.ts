/** Intervals as offices print them: "[90,100]", "(0,10]", "(30,)", and "0" for one value. */
import { compareRational, parseDecimal, type Rational, toRational } from '@jiheng/quantity'

export interface ReadBand {
  readonly holds: (value: Rational) => boolean
  /** null: open without end. */
  readonly low: Rational | null
  readonly high: Rational | null
}

const SHAPE = /^([[(])\s*([^,\s]*)\s*,\s*([^,\s]*)\s*([\])])$/
const known = new Map<string, ReadBand | null>()

/** null when it is no interval, or an empty one. */
export function readBand(text: string): ReadBand | null {
  const seen = known.get(text)
  if (seen !== undefined) return seen
  const band = read(text.trim())
  if (known.size < MOST_KNOWN) known.set(text, band)
  return band
}

/** Schemes hold some hundreds; what a hostile one holds is read again. */
const MOST_KNOWN = 2000

function read(text: string): ReadBand | null {
  const single = numberOf(text)
  if (single !== null) return { low: single, high: single, holds: (value) => compareRational(value, single) === 0 }
  const [, opens, from, to, closes] = SHAPE.exec(text) ?? []
  if (from === undefined || to === undefined) return null
  const [low, high] = [numberOf(from), numberOf(to)]
  if ((low === null && from !== '') || (high === null && to !== '')) return null
  if (low !== null && high !== null) {
    const order = compareRational(low, high)
    if (order > 0 || (order === 0 && (opens === '(' || closes === ')'))) return null
  }
  const isAboveLow = (value: Rational): boolean => low === null || compareRational(value, low) >= (opens === '[' ? 0 : 1)
  const isBelowHigh = (value: Rational): boolean => high === null || compareRational(value, high) <= (closes === ']' ? 0 : -1)
  return { low, high, holds: (value) => isAboveLow(value) && isBelowHigh(value) }
}

function numberOf(text: string): Rational | null {
  const value = parseDecimal(text)
  return value === null ? null : toRational(value)
}
