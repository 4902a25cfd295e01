/** Formulas over columns: every figure comes as num ÷ den × factor, both whole numbers. NaN is what cannot be said so and is looked at one by one. */
import { divideRational, factorOf, multiplyRational, type Rational, tenTo, toRational } from '@jiheng/quantity'
import type { ItemCatalogue } from '../facts/item.ts'
import type { Formula } from '../formula/formula.ts'
import { exact, times, UNIT } from '../scoring/exact.ts'
import { type Block, type ColumnNeed, EXACT_LIMIT } from './column.ts'
import { needKey } from './column-needs.ts'
import { commonFactor } from './lowered.ts'
import { Scratch } from './scratch.ts'

/** A figure of every row, as num ÷ den × factor. */
export interface Source {
  readonly load: (block: Block) => Values
  /** It has denominators of its own. */
  readonly isRatio: boolean
  /** Above nought. */
  readonly factor: Rational
}

/** Good until the next block. */
export interface Values {
  readonly num: Float64Array
  /** null: 1. Nought where it was divided by nought; of either sign. */
  readonly den: Float64Array | null
}

export interface SourceContext {
  readonly needs: readonly ColumnNeed[]
  readonly items: ItemCatalogue
}

/** null where a column is of another kind. */
export function sourceOf(formula: Formula, context: SourceContext): Source | null {
  switch (formula.kind) {
    case 'number': {
      const { numerator, denominator } = exact(formula.text)
      return constant(Number(numerator), denominator)
    }
    case 'item':
      return itemSource(formula.item, formula.year, context)
    case 'absolute': {
      const of = sourceOf(formula.of, context)
      return of === null ? null : absolute(of)
    }
    case 'operation': {
      const left = sourceOf(formula.left, context)
      const right = left === null ? null : sourceOf(formula.right, context)
      if (left === null || right === null) return null
      if (formula.operator === '+') return sum(left, right, 1)
      if (formula.operator === '-') return sum(left, right, -1)
      return formula.operator === '*' ? product(left, right) : ratio(left, right)
    }
  }
}

/** The column itself, in base units. */
export function columnSource(at: number, unit: string, places: number): Source | null {
  const factor = factorOf(unit)
  if (factor === null) return null
  const load = (block: Block): Values => ({ num: block.columns[at]?.values as Float64Array, den: null })
  return { load, isRatio: false, factor: multiplyRational(toRational(factor), { numerator: 1n, denominator: tenTo(places) }) }
}

function itemSource(item: string, year: 'this' | 'last', context: SourceContext): Source | null {
  const at = context.needs.findIndex((need) => needKey(need.item, need.year) === needKey(item, year))
  const holds = context.needs[at]?.holds
  if (holds?.kind !== 'figure') return null
  const stated = columnSource(at, holds.unit, holds.places)
  const formula = year === 'this' ? context.items.get(item)?.formula : undefined
  if (stated === null || formula === undefined || formula === null) return stated
  const derived = sourceOf(formula.read, context)
  return derived === null || derived.isRatio ? stated : either(stated, derived, at)
}

/** What is stated, else what follows; what stands beside the column counts as stated and stays NaN. */
function either(stated: Source, derived: Source, at: number): Source {
  const { common, first, second } = commonFactor(stated.factor, derived.factor)
  const nums = new Scratch()
  const load = (block: Block): Values => {
    const [{ num: a }, { num: b }, num] = [stated.load(block), derived.load(block), nums.of(block.count)]
    const odd = block.columns[at]?.odd
    for (let i = 0; i < block.count; i += 1) {
      const own = a[i] as number
      num[i] = exactly(Number.isNaN(own) ? (odd?.has(i) ? Number.NaN : (b[i] as number) * second) : own * first)
    }
    return { num, den: null }
  }
  return { load, isRatio: false, factor: common }
}

function constant(numerator: number, denominator: bigint): Source {
  const nums = new Scratch()
  return {
    load: ({ count }) => ({ num: nums.of(count).fill(exactly(numerator)), den: null }),
    isRatio: false,
    factor: { numerator: 1n, denominator },
  }
}

/** Two sources into one. Before the last division nought below is NaN: nothing else would tell which division came first. */
function sum(left: Source, right: Source, sign: 1 | -1): Source {
  const { common, first, second } = commonFactor(left.factor, right.factor)
  const isRatio = left.isRatio || right.isRatio
  const [nums, dens] = [new Scratch(), new Scratch()]
  const load = (block: Block): Values => {
    const [a, b] = [left.load(block), right.load(block)]
    const [x, y, num] = [a.num, b.num, nums.of(block.count)]
    if (!isRatio) {
      for (let i = 0; i < block.count; i += 1) num[i] = added((x[i] as number) * first, (y[i] as number) * second * sign)
      return { num, den: null }
    }
    const den = dens.of(block.count)
    for (let i = 0; i < block.count; i += 1) {
      const [under, over] = [denAt(a, i), denAt(b, i)]
      den[i] = exactly(under * over)
      num[i] = den[i] === 0 ? Number.NaN : added((x[i] as number) * first * over, (y[i] as number) * second * sign * under)
    }
    return { num, den }
  }
  return { load, isRatio, factor: common }
}

function product(left: Source, right: Source): Source {
  const isRatio = left.isRatio || right.isRatio
  const [nums, dens] = [new Scratch(), new Scratch()]
  const load = (block: Block): Values => {
    const [a, b, num] = [left.load(block), right.load(block), nums.of(block.count)]
    for (let i = 0; i < block.count; i += 1) num[i] = exactly((a.num[i] as number) * (b.num[i] as number))
    if (!isRatio) return { num, den: null }
    const den = dens.of(block.count)
    for (let i = 0; i < block.count; i += 1) {
      den[i] = exactly(denAt(a, i) * denAt(b, i))
      if (den[i] === 0) num[i] = Number.NaN
    }
    return { num, den }
  }
  return { load, isRatio, factor: times(left.factor, right.factor) }
}

function ratio(left: Source, right: Source): Source {
  const factor = divideRational(left.factor, right.factor) ?? UNIT
  if (!left.isRatio && !right.isRatio)
    return { load: (block) => ({ num: left.load(block).num, den: right.load(block).num }), isRatio: true, factor }
  const [nums, dens] = [new Scratch(), new Scratch()]
  const load = (block: Block): Values => {
    const [a, b, num, den] = [left.load(block), right.load(block), nums.of(block.count), dens.of(block.count)]
    for (let i = 0; i < block.count; i += 1) {
      const [under, over] = [denAt(a, i), denAt(b, i)]
      num[i] = under === 0 || over === 0 ? Number.NaN : exactly((a.num[i] as number) * over)
      den[i] = exactly((b.num[i] as number) * under)
    }
    return { num, den }
  }
  return { load, isRatio: true, factor }
}

function absolute(of: Source): Source {
  const [nums, dens] = [new Scratch(), new Scratch()]
  const magnitudes = (from: Float64Array, into: Float64Array, count: number): Float64Array => {
    for (let i = 0; i < count; i += 1) into[i] = Math.abs(from[i] as number)
    return into
  }
  const load = (block: Block): Values => {
    const { num, den } = of.load(block)
    const { count } = block
    return { num: magnitudes(num, nums.of(count), count), den: den === null ? null : magnitudes(den, dens.of(count), count) }
  }
  return { load, isRatio: of.isRatio, factor: of.factor }
}

const denAt = ({ den }: Values, i: number): number => (den === null ? 1 : (den[i] as number))

/** Infinite (not applicable) and too great alike are NaN. */
const exactly = (value: number): number => (value <= EXACT_LIMIT && value >= -EXACT_LIMIT ? value : Number.NaN)

const HALF = EXACT_LIMIT / 2
const added = (x: number, y: number): number => (x <= HALF && x >= -HALF && y <= HALF && y >= -HALF ? x + y : Number.NaN)
