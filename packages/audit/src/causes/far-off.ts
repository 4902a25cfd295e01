/** Violations that stand alone and are more likely misread than miswritten: nobody is alarmed by them. */
import { absolute, compare, type Decimal, decimal, multiply, type Rational, round, subtract } from '@jiheng/quantity'
import type { Figure } from '../claims/figure.ts'
import type { Cause } from './cause.ts'

const FAR = decimal('0.45')
const PLACES = 8

/** "收入289640.00元，支出285117.60元": what number and price give is the other amount of the sentence. */
export function isOtherResult({ violated }: Cause, figures: readonly Figure[]): boolean {
  const [{ reading, verdict }, ...others] = violated
  if (others.length > 0 || reading?.equation.form !== 'product' || verdict === null) return false
  const result = figures[reading.equation.result] as Figure
  const computed = asDecimal(verdict.computed)
  return figures
    .slice(Math.max(0, result.index - NEAR), result.index + NEAR)
    .some((other) => other.index !== result.index && other.dimension === result.dimension && compare(other.value, computed) === 0)
}
const NEAR = 5

/** Far off, and no slip explains it: whoever wrote such a sum would have seen the gap; the words tell another one than was read. */
export function isFarOff({ violated, corrections, misplaced }: Cause): boolean {
  const [judged, ...others] = violated
  const { relation, reading, verdict } = judged
  if (others.length > 0 || misplaced !== undefined || reading === null || verdict === null) return false
  if (relation.source.by !== 'wording' && relation.source.by !== 'count') return false
  if (reading.equation.form !== 'linear') return false
  if (corrections.some(({ reason }) => reason !== 'recomputed' && reason !== 'stale-figure')) return false
  const [stated, computed] = [absolute(verdict.stated), absolute(asDecimal(verdict.computed))]
  const larger = compare(stated, computed) > 0 ? stated : computed
  return compare(absolute(subtract(verdict.stated, asDecimal(verdict.computed))), multiply(larger, FAR)) > 0
}

const asDecimal = (value: Decimal | Rational): Decimal => ('scale' in value ? value : round(value, 'half-up', PLACES))
