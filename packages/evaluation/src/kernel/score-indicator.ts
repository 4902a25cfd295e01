/** One indicator made ready: rows of a block to points. Compiled once for a plan, to closures over numbers. */
import { addRational, dimensionOf, type Rational, tenTo, toRational } from '@jiheng/quantity'
import { evaluateIndicator } from '../evaluate/evaluate.ts'
import type { PlannedIndicator } from '../evaluate/plan.ts'
import type { ItemCatalogue } from '../facts/item.ts'
import { roundPoints } from '../policy/rounding.ts'
import type { Alternative, TargetText } from '../scheme/scheme.ts'
import { clip, exact, isAbove, NOUGHT, over, times, UNIT, wholeNumber } from '../scoring/exact.ts'
import type { Target } from '../scoring/reading.ts'
import type { NumberCurve } from '../scoring/score-number.ts'
import { type Block, type Column, type ColumnNeed, type Holds, NOT_APPLICABLE } from './column.ts'
import { formulaOf, needKey } from './column-needs.ts'
import { dayNumber, wholeOf } from './columns-of.ts'
import { type Grid, gridOf, lower, scaleOf } from './lowered.ts'
import { manualPieces, type Piece, piecesOf, withLimit } from './pieces.ts'
import { rowView } from './row-view.ts'
import { type ClassTable, daysLate, type Outside, SHARE, type Singly, scoreChecks, scorePieces, scoreShares } from './score-column.ts'
import { columnSource, type Source, sourceOf } from './sources.ts'

export interface CompileContext {
  readonly needs: readonly ColumnNeed[]
  readonly items: ItemCatalogue
  readonly year: number
  readonly zeroDenominator: 'not-applicable' | 'nought'
}

export interface ColumnScorer {
  readonly id: string
  /** Points are whole numbers × 10^-scale. */
  readonly scale: number
  readonly weight: number
  readonly isBonus: boolean
  /** False: every row is scored one by one. */
  readonly isFast: boolean
  /** NaN: open; NOT_APPLICABLE: it does not count. */
  readonly score: (block: Block, out: Float64Array) => void
}

type Loop = (block: Block, singly: Singly, out: Float64Array) => void

/** null where points are finer or greater than plain numbers hold exactly. */
export function scorerOf(planned: PlannedIndicator, context: CompileContext): ColumnScorer | null {
  const { id, indicator, policies } = planned
  const scale = Math.max(scaleOf(policies.rounding), planned.weight.scale)
  const weight = scale > MOST_SCALE ? null : wholeOf(planned.weight, scale)
  const grid = weight === null ? null : gridOf(policies.rounding, toRational(planned.weight), scale)
  if (weight === null || grid === null || weight > MOST_POINTS) return null
  const notApplicable = policies.notApplicable === 'rebase' ? NOT_APPLICABLE : policies.notApplicable === 'full' ? weight : 0
  const loop = loopOf(planned, context, grid, notApplicable)
  const singlyOf = oneByOne(planned, context, scale)
  const score = (block: Block, out: Float64Array): void => {
    const singly = singlyOf(block)
    if (loop !== null) loop(block, singly, out)
    else for (let i = 0; i < block.count; i += 1) out[i] = singly(i)
  }
  return { id, scale, weight, isBonus: indicator.isBonus, isFast: loop !== null, score }
}

const MOST_SCALE = 12
const MOST_POINTS = 2 ** 50

function oneByOne(
  planned: PlannedIndicator,
  { needs, items, year, zeroDenominator }: CompileContext,
  scale: number,
): (block: Block) => Singly {
  const book = rowView(needs, year)
  return (block) => (row) => {
    book.turnTo(block, row)
    const { score, isApplicable, open } = evaluateIndicator(planned, { unit: '', year, book, items, zeroDenominator }, false)
    if (open.length > 0) return Number.NaN
    return score === null ? (isApplicable ? Number.NaN : NOT_APPLICABLE) : (wholeOf(score, scale) as number)
  }
}

function loopOf(planned: PlannedIndicator, context: CompileContext, grid: Grid, notApplicable: number): Loop | null {
  const { indicator } = planned
  const { measure, curve } = indicator
  if (indicator.alternatives.length > 0) return null
  const at = context.needs.findIndex((need) => needKey(need.item, need.year) === needKey(planned.id, 'this'))
  const holds = context.needs[at]?.holds
  if (holds === undefined) return null
  if (curve.curve === 'manual')
    return measure.kind === 'judged' || measure.kind === 'formula' ? pointsLoop(planned, at, holds, grid, notApplicable) : null
  if (curve.curve === 'groups') return null
  if (curve.curve === 'check-points' || curve.curve === 'classes') {
    if (measure.kind !== 'judged') return null
    return curve.curve === 'classes'
      ? classesLoop(planned, curve.classes, at, holds, grid, notApplicable)
      : checksLoop(planned, curve.checks, at, holds, grid, notApplicable)
  }
  const pieces = numberPieces(planned, indicator, curve)
  if (pieces === null) return null
  switch (measure.kind) {
    case 'figure': {
      if (holds.kind !== 'figure' || dimensionOf(holds.unit) !== dimensionOf(measure.unit)) return null
      const source = columnSource(at, holds.unit, holds.places)
      return source === null
        ? null
        : piecesLoop(planned, pieces, inUnit(source, measure.unit), grid, { notApplicable, noDenominator: Number.NaN })
    }
    case 'days-late':
      return holds.kind === 'date'
        ? datesLoop(planned, pieces, at, `${measure.year === 'this' ? context.year : context.year + 1}-${measure.due}`, grid, notApplicable)
        : null
    case 'formula': {
      const source = sourceOf(formulaOf(measure.formula), context)
      const zero = measure.zero ?? context.zeroDenominator
      const outside = { notApplicable: Number.NaN, noDenominator: zero === 'not-applicable' ? notApplicable : Number.NaN }
      const loop = source === null ? null : piecesLoop(planned, pieces, inUnit(source, measure.unit), grid, outside)
      return loop === null ? null : unlessNotApplicable(loop, at, notApplicable)
    }
    case 'judged':
      return null
  }
}

function numberPieces(
  { weight, policies }: PlannedIndicator,
  { target, measure }: Alternative,
  curve: NumberCurve,
): readonly Piece[] | null {
  const held = target === null ? (measure.kind === 'days-late' ? ({ sign: '<=', value: NOUGHT } as const) : null) : targetIn(target)
  const pieces = piecesOf(curve, held, toRational(weight))
  const { deductFrom } = policies.overFulfilment
  const isCounted = deductFrom !== null && held !== null && (held.sign === '>=' || held.sign === '=') && isAbove(held.value, NOUGHT)
  return pieces === null || !isCounted ? pieces : withLimit(pieces, times(held.value, exact(deductFrom)))
}

function targetIn(target: TargetText): Target {
  if (target.sign === 'range') return { sign: 'range', low: exact(target.low), high: exact(target.high) }
  return { sign: target.sign, value: exact(target.value) }
}

/** null for a unit that is not known: no row can be scored then, and it is said row by row. */
function inUnit(source: Source, unit: string): Source | null {
  const one = columnSource(0, unit, 0)
  return one === null ? null : { ...source, factor: over(source.factor, one.factor) }
}

function piecesLoop(
  { weight, policies }: PlannedIndicator,
  pieces: readonly Piece[],
  source: Source | null,
  grid: Grid,
  outside: Outside,
): Loop | null {
  const lowered = source === null ? null : lower(pieces, source.factor, toRational(weight), policies.rounding, grid)
  if (source === null || lowered === null) return null
  return (block, singly, out) => scorePieces(source.load(block), block.count, lowered, outside, singly, out)
}

function datesLoop(
  planned: PlannedIndicator,
  pieces: readonly Piece[],
  at: number,
  due: string,
  grid: Grid,
  notApplicable: number,
): Loop | null {
  const day = dayNumber(due)
  let late = new Float64Array(0)
  const load = (block: Block) => {
    if (late.length < block.count) late = new Float64Array(block.count)
    return { num: daysLate(valuesOf(block, at), day, block.count, late), den: null }
  }
  return piecesLoop(planned, pieces, { load, isRatio: false, factor: UNIT }, grid, { notApplicable, noDenominator: Number.NaN })
}

function pointsLoop(planned: PlannedIndicator, at: number, holds: Holds, grid: Grid, notApplicable: number): Loop | null {
  if (holds.kind !== 'points') return null
  const factor: Rational = { numerator: 1n, denominator: tenTo(holds.places) }
  const source: Source = { load: (block) => ({ num: valuesOf(block, at), den: null }), isRatio: false, factor }
  return piecesLoop(planned, manualPieces(toRational(planned.weight)), source, grid, { notApplicable, noDenominator: Number.NaN })
}

function checksLoop(
  { weight, policies }: PlannedIndicator,
  checks: readonly { readonly points: string | null }[],
  at: number,
  holds: Holds,
  grid: Grid,
  notApplicable: number,
): Loop | null {
  if (holds.kind !== 'checks' || checks.length === 0 || holds.ids.length !== checks.length) return null
  const all = toRational(weight)
  const each = over(all, wholeNumber(BigInt(checks.length)))
  const worth = Float64Array.from({ length: 1 << checks.length }, (_, bits) => {
    const sum = checks.reduce(
      (total, { points }, one) => (bits & (1 << one) ? addRational(total, points === null ? each : exact(points)) : total),
      NOUGHT,
    )
    return wholeOf(roundPoints(clip(sum, all), policies.rounding), grid.scale) ?? Number.NaN
  })
  if (worth.some((one) => Number.isNaN(one))) return null
  return (block, singly, out) => scoreChecks(valuesOf(block, at), block.count, worth, notApplicable, singly, out)
}

function classesLoop(
  { weight }: PlannedIndicator,
  classes: readonly { readonly from: string; readonly to: string }[],
  at: number,
  holds: Holds,
  grid: Grid,
  notApplicable: number,
): Loop | null {
  if (holds.kind !== 'class') return null
  const shares = wholeNumber(BigInt(SHARE))
  const points = over(over(toRational(weight), shares), grid.step)
  const [numerator, denominator] = [Number(points.numerator), Number(points.denominator)]
  // Twice the sum of what is divided stays exact.
  if (!(numerator * SHARE * 2 + denominator * 2 < 2 ** 53)) return null
  const table: ClassTable = {
    from: Float64Array.from(classes, ({ from }) => ceiling(times(exact(from), shares))),
    to: Float64Array.from(classes, ({ to }) => {
      const end = times(exact(to), shares)
      return isAbove(UNIT, exact(to)) ? ceiling(end) - 1 : Number(end.numerator / end.denominator)
    }),
    numerator,
    denominator,
    grid,
  }
  return (block, singly, out) => scoreShares(valuesOf(block, at), block.count, table, notApplicable, singly, out)
}

const ceiling = ({ numerator, denominator }: Rational): number => Number((numerator + denominator - 1n) / denominator)

const valuesOf = (block: Block, at: number): Float64Array => (block.columns[at] as Column).values

/** A unit may say of what is computed, too, that it does not apply. */
function unlessNotApplicable(loop: Loop, at: number, notApplicable: number): Loop {
  return (block, singly, out) => {
    loop(block, singly, out)
    const { values, odd } = block.columns[at] as Column
    for (const [row, { kind }] of odd) if (kind === 'not-applicable') out[row] = notApplicable
    for (let i = 0; i < values.length && i < block.count; i += 1) if (values[i] === NOT_APPLICABLE) out[i] = notApplicable
  }
}
