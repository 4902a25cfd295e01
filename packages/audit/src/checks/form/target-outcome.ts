/** Whether an indicator reached its target, as far as its two cells tell. */
import {
  type Comparator,
  compare,
  compareRational,
  type Decimal,
  decimal,
  isZero,
  quotient,
  type Rational,
  toRational,
} from '@jiheng/quantity'
import type { Figure } from '../../claims/figure.ts'
import type { IndicatorRow } from '../../claims/indicator-rows.ts'

export interface TargetOutcome {
  readonly target: Figure
  readonly actual: Figure
  readonly isMet: boolean
  /** The printed sign; null where a target without sign is read as "at least". */
  readonly sign: Comparator | null
  /** Actual over target; null for a target of zero. */
  readonly ratio: Rational | null
}

const TIMES: ReadonlySet<string> = new Set(['time', 'calendar', 'working-day'])
/** Indicators that are the better the lower they are, or that say nothing of the direction. */
const LOWER_IS_BETTER =
  /成本|费用|经费|控制|变动率|调整率|结转|结余|投诉|事故|死亡|伤亡|发病|发生率|发生数|差错|超标|违规|违纪|逾期|空置|闲置|失业|流失|辍学|负债|债务|能耗|排放|时限|时间|时长|周期|天数|下降|降低|减少|压减|压缩|脱管|欠|损耗|漏损|误差|标准/
const HIGHER_IS_BETTER = /满意|合格|完成率|达标|及时|覆盖|参与|知晓|办结|公开率|优良|就业|完好|准确|正确|成功|普及|受益率|好转/
/** A bare figure is taken in the unit of the other only when the two are of one size. */
const SAME_SIZE = [decimal('0.2'), decimal('5')] as const

/** Null where it cannot be told: words, ranges, hedges, a sign left in the actual, units that differ, a target without direction. */
export function targetOutcome(row: IndicatorRow): TargetOutcome | null {
  const target = row.target?.figure ?? null
  const actual = row.actual?.figure ?? null
  if (target === null || actual === null || row.isQualitative) return null
  if (actual.compare !== null || actual.claim.quantity.hedge !== undefined || isVague(target)) return null
  if (row.sign === null && !isAtLeast(row.name, target)) return null
  if (isCostFromBelow(row)) return null
  const values = alike(target, actual)
  if (values === null) return null
  const [goal, done] = values
  const order = compare(done, goal)
  return { target, actual, sign: row.sign, isMet: meets(row.sign, order, isZero(goal)), ratio: isZero(goal) ? null : quotient(done, goal) }
}

/** A cost that is aimed at from below is a sign turned round; what was reached cannot be held against it. */
export const isCostFromBelow = ({ levels, name, sign, target }: IndicatorRow): boolean =>
  (sign === '≥' || sign === '>') &&
  target?.figure?.dimension === 'money' &&
  /成本/.test(levels.findLast((level) => level !== '' && level !== name) ?? '') &&
  !/节约|节省|降低|下降|压减|压缩|减少|控制率|收益|回收|率$/.test(name)

/** About 95 %: no limit that can be held or missed. */
const isVague = ({ claim }: Figure): boolean => claim.quantity.hedge === 'about'

/** A bare number of things is aimed at from below, and so is all of something; money, times and other rates may be limits. */
function isAtLeast(name: string, { claim, dimension }: Figure): boolean {
  if (LOWER_IS_BETTER.test(name) || TIMES.has(dimension) || dimension === 'money' || dimension === 'none') return false
  return dimension !== 'ratio' || claim.quantity.value === '100' || HIGHER_IS_BETTER.test(name)
}

function meets(sign: Comparator | null, order: -1 | 0 | 1, isZeroTarget: boolean): boolean {
  switch (sign) {
    case '≤':
      return order <= 0
    case '<':
      return order < 0
    case '>':
      return order > 0
    case '≥':
      return order >= 0
    default:
      // More than an equal target is no miss, but a target of zero is a limit.
      return isZeroTarget ? order <= 0 : order >= 0
  }
}

/** Both values in one unit. */
function alike(target: Figure, actual: Figure): readonly [Decimal, Decimal] | null {
  const [unit, other] = [target.claim.quantity.unit, actual.claim.quantity.unit]
  if (target.dimension === actual.dimension) return [target.value, actual.value]
  if (unit !== 'none' && other !== 'none') return null
  const [goal, done] = [decimal(target.claim.quantity.value), decimal(actual.claim.quantity.value)]
  const ratio = quotient(done, goal)
  const isNear =
    ratio !== null && compareRational(ratio, toRational(SAME_SIZE[0])) >= 0 && compareRational(ratio, toRational(SAME_SIZE[1])) <= 0
  // 1 beside 100% may be the rate or a count; 98 beside 95% is a rate.
  return isNear ? [goal, done] : null
}

export const isTime = ({ dimension }: Figure): boolean => TIMES.has(dimension)
