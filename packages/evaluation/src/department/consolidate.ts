/** 汇总: amounts of a department are those of its units together, less what they gave each other; held against what the department states itself. */
import {
  addRational,
  compareRational,
  decimal,
  dimensionOf,
  factorOf,
  formatDecimal,
  multiplyRational,
  parseDecimal,
  type Rational,
  round,
  subtractRational,
  toRational,
} from '@jiheng/quantity'
import type { FactBook } from '../facts/fact-book.ts'
import type { FactItem, ItemCatalogue } from '../facts/item.ts'
import { compute } from '../formula/compute.ts'
import { isNought, NOUGHT, over } from '../scoring/exact.ts'

export interface ConsolidationInput {
  readonly department: string
  /** All of them, the 本级 too. */
  readonly units: readonly string[]
  readonly year: number
  readonly book: FactBook
  readonly items: ItemCatalogue
  readonly transfers: readonly InternalTransfer[]
  readonly adjustments: readonly Adjustment[]
  /** What a unit does not state is missing, and so is the sum; or it is nought, where a place counts so. */
  readonly blank?: 'missing' | 'nought'
}

/** 内部往来: money that one unit of the department gave another; it would be counted twice. */
export interface InternalTransfer {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly amount: string
  readonly unit: string
  /** Items that hold it twice: of the payer, of the receiver, and the totals above them. */
  readonly items: readonly string[]
}

/** An entry of its own beside the units' figures, which nobody overwrites. Signed. */
export interface Adjustment {
  readonly item: string
  readonly amount: string
  readonly unit: string
  readonly reason: string
}

export interface Consolidation {
  readonly department: string
  readonly year: number
  readonly units: readonly string[]
  readonly items: readonly ConsolidatedItem[]
  readonly faults: readonly TransferFault[]
}

/** Amounts are decimals in `unit`. */
export interface ConsolidatedItem {
  readonly item: string
  readonly label: string
  readonly unit: string
  readonly parts: readonly Part[]
  /** Of the parts; null while one is missing. */
  readonly sum: string | null
  readonly offset: string
  readonly offsets: readonly string[]
  /** Sum less offset. */
  readonly consolidated: string | null
  /** By the department itself. */
  readonly stated: string | null
  /** Stated less consolidated, what is explained of it, and the rest. */
  readonly difference: string | null
  readonly explained: readonly Adjustment[]
  readonly unexplained: string | null
}

export interface Part {
  readonly unit: string
  readonly state: 'stated' | 'derived' | 'not-applicable' | 'missing' | 'wrong-unit'
  readonly value: string | null
  /** In which way it is counted; null: not said, or not stated. */
  readonly basis: string | null
}

export interface TransferFault {
  readonly code: 'not-internal' | 'to-itself' | 'unknown-item' | 'wrong-unit' | 'not-above-nought' | 'duplicate'
  readonly at: string
}

/** Every item that can be added up and that some unit has. */
export function consolidate(input: ConsolidationInput): Consolidation {
  const faults = input.transfers.flatMap((transfer, at) => transferFaults(transfer, at, input))
  const faulty = new Set(faults.map(({ at }) => at))
  const transfers = input.transfers.filter(({ id }) => !faulty.has(id))
  const items = [...input.items.values()].filter(isAdditive).flatMap((item) => consolidateItem(item, transfers, input) ?? [])
  const { department, year, units } = input
  return { department, year, units, items, faults }
}

const RELATIVE = ['ratio', 'percentage-point', 'point', 'none']

/** Rates are never added up. */
export function isAdditive({ unit }: FactItem): boolean {
  const dimension = dimensionOf(unit)
  return dimension !== null && !RELATIVE.includes(dimension)
}

function transferFaults(
  { id, from, to, amount, unit, items }: InternalTransfer,
  at: number,
  input: ConsolidationInput,
): readonly TransferFault[] {
  const codes: TransferFault['code'][] = []
  if (!input.units.includes(from) || !input.units.includes(to)) codes.push('not-internal')
  if (from === to) codes.push('to-itself')
  if (items.some((item) => !input.items.has(item))) codes.push('unknown-item')
  else if (items.some((item) => dimensionOf(input.items.get(item)?.unit ?? '') !== dimensionOf(unit))) codes.push('wrong-unit')
  const value = parseDecimal(amount)
  if (value === null || value.coefficient <= 0n) codes.push('not-above-nought')
  if (input.transfers.findIndex((one) => one.id === id) < at) codes.push('duplicate')
  return codes.map((code) => ({ code, at: id }))
}

function consolidateItem(item: FactItem, transfers: readonly InternalTransfer[], input: ConsolidationInput): ConsolidatedItem | null {
  const { department, units, year, book, blank = 'missing' } = input
  const parts = units.map((unit) => partOf(unit, item, input))
  const stated = figureOf(book, department, item, year)
  // What no unit has is the department's own affair.
  if (parts.every(({ state }) => state === 'missing' || state === 'not-applicable')) return null
  const isHalf = parts.some(({ state }) => state === 'wrong-unit' || (state === 'missing' && blank === 'missing'))
  const sum = isHalf ? null : parts.reduce((all, { base }) => addRational(all, base ?? NOUGHT), NOUGHT)
  const own = transfers.filter(({ items }) => items.includes(item.id))
  const offset = own.reduce((all, { amount, unit }) => addRational(all, baseOf(amount, unit) ?? NOUGHT), NOUGHT)
  const consolidated = sum === null ? null : subtractRational(sum, offset)
  const difference = consolidated === null || stated === null ? null : subtractRational(stated, consolidated)
  const explained = input.adjustments.filter(
    (one) => one.item === item.id && baseOf(one.amount, one.unit) !== null && dimensionOf(one.unit) === dimensionOf(item.unit),
  )
  const rest =
    difference === null
      ? null
      : explained.reduce((left, { amount, unit }) => subtractRational(left, baseOf(amount, unit) ?? NOUGHT), difference)
  const text = (value: Rational | null): string | null => (value === null ? null : inUnit(value, item.unit))
  return {
    item: item.id,
    label: item.label,
    unit: item.unit,
    parts: parts.map(({ base, ...part }) => ({ ...part, value: text(base) })),
    sum: text(sum),
    offset: inUnit(offset, item.unit),
    offsets: own.map(({ id }) => id),
    consolidated: text(consolidated),
    stated: text(stated),
    difference: text(difference),
    explained: difference === null || isNought(difference) ? [] : explained,
    unexplained: difference !== null && isNought(difference) ? '0' : text(rest),
  }
}

interface Found extends Omit<Part, 'value'> {
  /** In the base unit. */
  readonly base: Rational | null
}

function partOf(unit: string, item: FactItem, { book, items, year }: ConsolidationInput): Found {
  const fact = book.find(unit, item.id, year)
  if (fact?.value.kind === 'not-applicable') return { unit, state: 'not-applicable', base: null, basis: null }
  if (fact !== null) {
    const base = figureOf(book, unit, item, year)
    return { unit, state: base === null ? 'wrong-unit' : 'stated', base, basis: fact.basis }
  }
  const derived = derivedOf(unit, item, book, items, year)
  return { unit, state: derived === null ? 'missing' : 'derived', base: derived, basis: null }
}

function figureOf(book: FactBook, unit: string, item: FactItem, year: number): Rational | null {
  const value = book.find(unit, item.id, year)?.value
  if (value?.kind !== 'figure' || dimensionOf(value.unit) !== dimensionOf(item.unit)) return null
  return baseOf(value.value, value.unit)
}

/** As an evaluation has it: what is not stated follows from what is. */
function derivedOf(unit: string, { formula }: FactItem, book: FactBook, items: ItemCatalogue, year: number): Rational | null {
  if (formula === null) return null
  const result = compute(formula.read, (id, which) => {
    const item = items.get(id)
    if (item === undefined) return null
    const ofYear = which === 'this' ? year : year - 1
    if (book.find(unit, id, ofYear) !== null) return figureOf(book, unit, item, ofYear)
    return which === 'this' ? derivedOf(unit, item, book, items, year) : null
  })
  return result.kind === 'value' ? result.value : null
}

function baseOf(text: string, unit: string): Rational | null {
  const [value, factor] = [parseDecimal(text), factorOf(unit)]
  return value === null || factor === null ? null : multiplyRational(toRational(value), toRational(factor))
}

const MOST_PLACES = 20

/** Exact: the factors of units that are added up end after a few decimals. */
function inUnit(base: Rational, unit: string): string {
  const value = over(base, toRational(factorOf(unit) ?? decimal('1')))
  const rounded = round(value, 'half-up', MOST_PLACES)
  return `${compareRational(toRational(rounded), value) === 0 ? '' : '≈'}${formatDecimal(rounded)}`
}
