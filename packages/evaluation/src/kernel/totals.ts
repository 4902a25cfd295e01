/** Points of all indicators to totals and grades, by the policies of the plan. */
import { compare, type Decimal, decimal, decimalOf, type Rational, tenTo, toRational, ZERO } from '@jiheng/quantity'
import { totalsOf } from '../evaluate/evaluate.ts'
import type { Plan } from '../evaluate/plan.ts'
import { gradeOf } from '../policy/grade.ts'
import { over } from '../scoring/exact.ts'
import { type Block, EXACT_LIMIT, NOT_APPLICABLE } from './column.ts'
import { wholeOf } from './columns-of.ts'
import { scaleOf, stepOf } from './lowered.ts'
import { rounded } from './score-column.ts'
import type { ColumnScorer } from './score-indicator.ts'
import { Scratch } from './scratch.ts'

export interface Totaller {
  /** Totals are whole numbers × 10^-scale. */
  readonly scale: number
  readonly run: (block: Block, points: readonly Float64Array[], totals: Float64Array, grades: Int8Array) => void
}

/** null where sums would be greater than plain numbers hold exactly. */
export function totallerOf(plan: Plan, scorers: readonly ColumnScorer[]): Totaller | null {
  const { policies } = plan.version
  const rounding = policies.totalRounding
  const scale = scaleOf(rounding)
  const fine = Math.max(plan.full.scale, ...scorers.map((scorer) => scorer.scale))
  const all = scorers.reduce((sum, { weight, scale: own, isBonus }) => (isBonus ? sum : sum + weight * 10 ** (fine - own)), 0)
  const most = scorers.reduce((sum, { weight, scale: own }) => sum + weight * 10 ** (fine - own), 0)
  const full = wholeOf(plan.full, fine)
  if (fine > MOST_SCALE || scale > 10 || full === null || !(most * 10 ** Math.max(0, scale - fine) < 2 ** 51)) return null
  const step = stepOf(rounding)
  // Points × 10^fine to multiples of the step: sum × by ÷ of.
  const { numerator, denominator } = over({ numerator: 1n, denominator: tenTo(fine) }, step)
  const [by, of] = [Number(numerator), Number(denominator)]
  const multiple = Number((step.numerator * tenTo(scale)) / step.denominator)
  const mode = rounding.to === 'places' ? rounding.mode : 'half-up'
  const isBonusFree = scorers.every(({ isBonus }) => !isBonus)
  const cap = policies.bonusUpTo === null ? null : decimal(policies.bonusUpTo)
  // Bonus points under a cap are few; they are added up exactly, one by one.
  const isCapped = cap !== null && compare(decimalOf(BigInt(Math.round(most)), fine), cap) > 0
  const factors = scorers.map((scorer) => 10 ** (fine - scorer.scale))
  const edges = (policies.grades ?? []).map(({ from }) => ceiling(toRational(decimal(from)), scale))
  const bonusOf = new Scratch()
  const lostOf = new Scratch()
  const run: Totaller['run'] = (block, points, totals, grades) => {
    const { count } = block
    const [bonus, lost] = [bonusOf.of(count).fill(0, 0, count), lostOf.of(count).fill(0, 0, count)]
    totals.fill(0, 0, count)
    for (const [at, { isBonus, weight }] of scorers.entries())
      addUp(
        points[at] as Float64Array,
        factors[at] as number,
        weight * (factors[at] as number),
        count,
        isBonus ? bonus : totals,
        isBonus ? null : lost,
      )
    const slowly = (row: number, scored: number): number =>
      exactTotal(plan, block, row, { scored, bonus: bonus[row] as number, applicable: all - (lost[row] as number), fine, scale })
    const isPlain = block.deducted.size === 0 && !isCapped && all === full
    for (let i = 0; i < count; i += 1) {
      const scored = totals[i] as number
      const gone = lost[i] as number
      const sum = scored + (bonus[i] as number)
      if (Number.isNaN(sum)) totals[i] = Number.NaN
      else if (!isPlain || (gone > 0 && !isBonusFree)) totals[i] = slowly(i, scored)
      else {
        const x = gone > 0 ? scored * full * by : sum * by
        const y = gone > 0 ? (all - gone) * of : of
        totals[i] = x + y < SAFE && y > 0 ? rounded(x, y, mode) * multiple : slowly(i, scored)
      }
    }
    gradeAll(totals, edges, count, grades)
    for (const [row, held] of block.vetoes) {
      const vetoes = policies.vetoes.filter(({ id }) => held.includes(id))
      const total = totals[row] as number
      if (vetoes.length > 0 && !Number.isNaN(total))
        grades[row] = gradeIndex(plan, gradeOf(decimalOf(BigInt(total), scale), policies.grades, vetoes))
    }
  }
  return { scale, run }
}

const MOST_SCALE = 12
const SAFE = EXACT_LIMIT / 2

/** Not applicable leaves the sum and takes its weight out of the full marks; open makes it open. */
function addUp(points: Float64Array, factor: number, weight: number, count: number, sums: Float64Array, lost: Float64Array | null): void {
  for (let i = 0; i < count; i += 1) {
    const given = points[i] as number
    if (given !== NOT_APPLICABLE) sums[i] = (sums[i] as number) + given * factor
    else if (lost !== null) lost[i] = (lost[i] as number) + weight
  }
}

interface Sums {
  readonly scored: number
  readonly bonus: number
  readonly applicable: number
  readonly fine: number
  readonly scale: number
}

function exactTotal(plan: Plan, block: Block, row: number, { scored, bonus, applicable, fine, scale }: Sums): number {
  const of = (whole: number): Decimal => decimalOf(BigInt(whole), fine)
  const given = block.deducted.get(row)
  const deducted = given === undefined ? ZERO : decimal(given)
  const { total } = totalsOf(plan, { scored: of(scored), bonus: of(bonus), applicable: of(applicable), deducted })
  return total === null ? Number.NaN : (wholeOf(total, scale) ?? Number.NaN)
}

function gradeAll(totals: Float64Array, edges: readonly number[], count: number, grades: Int8Array): void {
  for (let i = 0; i < count; i += 1) {
    const total = totals[i] as number
    let at = 0
    while (at < edges.length && !(total >= (edges[at] as number))) at += 1
    grades[i] = at < edges.length ? at : -1
  }
}

const gradeIndex = ({ version }: Plan, label: string | null): number =>
  (version.policies.grades ?? []).findIndex((grade) => grade.label === label)

function ceiling({ numerator, denominator }: Rational, scale: number): number {
  const scaled = numerator * tenTo(scale)
  const whole = scaled / denominator
  return Number(scaled > 0n && scaled % denominator !== 0n ? whole + 1n : whole)
}
