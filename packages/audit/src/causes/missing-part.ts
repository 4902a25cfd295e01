/** A sum that falls short by just what the report prints for something else: a part that was left out of the list. */
import { absolute, compare, type Decimal, decimal, multiply, subtract } from '@jiheng/quantity'
import type { Figure } from '../claims/figure.ts'
import { sayNumber } from '../findings/say.ts'
import { valueOfSide } from '../graph/judge.ts'
import type { Judged } from '../graph/judged.ts'
import { figuresOf } from '../relations/relation.ts'

/** Shorter numbers meet by chance. */
const LEAST_DIGITS = 3
const HALF = decimal('0.5')

/** The figure that is missing among the parts; null when none is, or several may be. */
export function missingPart({ relation, reading }: Judged, figures: readonly Figure[]): Figure | null {
  if (reading?.equation.form !== 'linear' || relation.finding !== 'sum') return null
  const { left, right } = reading.equation
  if (left.plus.length !== 1 || left.minus.length > 0 || right.minus.length > 0 || right.plus.length < 2) return null
  const gap = subtract(valueOfSide(left, figures), valueOfSide(right, figures))
  if (gap.coefficient <= 0n) return null
  const members = new Set(figuresOf(reading.equation))
  const parts = right.plus.map((index) => figures[index] as Figure)
  const found = figures.filter((figure) => !members.has(figure.index) && couldBePart(figure, parts) && isAmount(figure, gap))
  const names = new Set(found.map(({ claim }) => claim.label))
  return names.size === 1 ? (found[0] ?? null) : null
}

/** Of the same unit, year and role as the parts, under a name that none of them has. */
function couldBePart({ claim, periodKey }: Figure, parts: readonly Figure[]): boolean {
  const [first] = parts
  if (first === undefined || claim.label === '' || /合计|总计|小计|总额/.test(claim.label)) return false
  if (claim.quantity.unit !== first.claim.quantity.unit || periodKey !== first.periodKey || claim.role !== first.claim.role) return false
  return parts.every((part) => part.claim.label !== claim.label && (claim.concept === null || part.claim.concept !== claim.concept))
}

function isAmount(figure: Figure, gap: Decimal): boolean {
  if (sayNumber(figure).replace(/\D/g, '').replace(/^0+/, '').length < LEAST_DIGITS) return false
  return compare(absolute(subtract(figure.value, gap)), multiply(figure.ownPlace, HALF)) <= 0
}
