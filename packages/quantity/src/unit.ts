/** Units as data: exact factors to the base unit of a dimension. An operation on unlike dimensions never succeeds. */
import { type Decimal, decimal, multiply, ZERO } from './decimal.ts'
import { quotient } from './rational.ts'
import { round } from './rounding.ts'
import { COUNT_UNITS } from './units/counts.ts'
import { MEASURE_UNITS } from './units/measures.ts'
import { MONEY_UNITS } from './units/money.ts'
import { RATIO_UNITS } from './units/ratio.ts'
import type { Unit, UnitId } from './units/unit-shape.ts'

export type { Unit, UnitId } from './units/unit-shape.ts'

/** The first unit of a symbol is its usual meaning, so ratio (分 = score) stands before money (分 = a hundredth of a yuan). */
export const UNITS: readonly Unit[] = [...RATIO_UNITS, ...MONEY_UNITS, ...MEASURE_UNITS, ...COUNT_UNITS]

const unitsById = new Map(UNITS.map((unit) => [unit.id, unit]))
const factors = new Map(UNITS.map((unit) => [unit.id, decimal(unit.factor)]))
const unitsOfSymbol = groupBySymbol()
const symbolsByFirst = groupByFirst()

export function unitById(id: UnitId): Unit | null {
  return unitsById.get(id) ?? null
}

/** All units printed with exactly this symbol, the usual meaning first. */
export function unitsBySymbol(symbol: string): readonly Unit[] {
  return unitsOfSymbol.get(symbol) ?? []
}

export function dimensionOf(id: UnitId): string | null {
  return unitsById.get(id)?.dimension ?? null
}

/** Whether the unit is a counting word: whole things that are counted, not measured. */
export function isCount(id: UnitId): boolean {
  return id.startsWith('each:')
}

/** One of this unit in the base unit of its dimension; null for a unit that is not in the tables. */
export function factorOf(id: UnitId): Decimal | null {
  return factors.get(id) ?? null
}

/** The longest symbol that starts exactly at `index`, by its usual meaning. Takes as long as the longest symbol, whatever the text. */
export function longestUnitAt(text: string, index: number): { readonly unit: Unit; readonly length: number } | null {
  const candidates = symbolsByFirst.get(text.charCodeAt(index))
  if (candidates === undefined) return null
  for (const candidate of candidates) {
    if (text.startsWith(candidate.symbol, index) && !isCutLatinWord(text, index, candidate.symbol)) return candidate
  }
  return null
}

/** Whether some unit begins with this UTF-16 code unit. */
export function canBeginUnit(code: number): boolean {
  return symbolsByFirst.has(code)
}

/** `value` in `from` as a value in `to`. Null when the dimensions differ, a unit is unknown or the result has no finite decimals. */
export function convert(value: Decimal, from: UnitId, to: UnitId): Decimal | null {
  if (from === to) return unitsById.has(from) ? value : null
  const source = factors.get(from)
  const target = factors.get(to)
  if (source === undefined || target === undefined || dimensionOf(from) !== dimensionOf(to)) return null
  return divideExactly(multiply(value, source), target)
}

/** Weeks from days or years from months may not end: then there is no exact value to hand over. */
function divideExactly(value: Decimal, divisor: Decimal): Decimal | null {
  const exact = quotient(value, divisor)
  if (exact === null) return null
  if (exact.numerator === 0n) return ZERO
  const places = value.scale + divisor.coefficient.toString().length * 4 + 4
  const rounded = round(exact, 'down', places)
  const back = multiply(rounded, divisor)
  return back.coefficient === value.coefficient && back.scale === value.scale ? rounded : null
}

/** "5m" is five metres, "5min" and "5m3x" are not. */
function isCutLatinWord(text: string, index: number, symbol: string): boolean {
  return isLatinOrDigit(symbol.charCodeAt(symbol.length - 1)) && isLatinOrDigit(text.charCodeAt(index + symbol.length))
}

function isLatinOrDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

function groupBySymbol(): Map<string, Unit[]> {
  const groups = new Map<string, Unit[]>()
  for (const unit of UNITS) {
    for (const symbol of unit.symbols) groups.set(symbol, [...(groups.get(symbol) ?? []), unit])
  }
  return groups
}

interface Candidate {
  readonly symbol: string
  readonly unit: Unit
  readonly length: number
}

function groupByFirst(): Map<number, Candidate[]> {
  const groups = new Map<number, Candidate[]>()
  for (const [symbol, [unit]] of unitsOfSymbol) {
    if (unit === undefined) continue
    const first = symbol.charCodeAt(0)
    groups.set(first, [...(groups.get(first) ?? []), { symbol, unit, length: symbol.length }])
  }
  for (const group of groups.values()) group.sort((a, b) => b.length - a.length)
  return groups
}
