/** A whole table in which every actual repeats its target. */
import { compare, decimal } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import { type IndicatorTable, indicatorTables } from '../../claims/indicator-rows.ts'
import { type Tell, textCheck } from '../text-check.ts'
import { distinctRows, nameOfRow, quotesOfRows } from './rows-folded.ts'
import { isTime, type TargetOutcome, targetOutcome } from './target-outcome.ts'

const wording = {
  title: '完成值全部等于目标值',
  remedy: '核对完成值是否为实际完成数，而不是照抄目标值。',
  explain: '一张表中6项以上的定量指标，完成值与目标值全部相同，其中至少4项不是100%、0或较小的数量。只报一条。',
  titleEnglish: 'Every actual repeats its target',
}

const ENOUGH_ROWS = 6
/** So many of them are targets that nobody hits exactly by nature. */
const ENOUGH_TELLING = 4
const LARGE = decimal('10')

export const actualEqualsTarget = textCheck(
  { id: 'actual-equals-target', kind: 'other', severity: 'info', wording, source: '校核实务' },
  (set, tell) => {
    for (const table of indicatorTables(set)) look(set, table, tell)
  },
)

function look(set: ClaimSet, table: IndicatorTable, tell: Tell): void {
  const pairs = distinctRows(
    table.rows.flatMap((row) => {
      const outcome = targetOutcome(row)
      return outcome === null ? [] : [{ row, outcome }]
    }),
  )
  if (pairs.length < ENOUGH_ROWS) return
  const isEqual = ({ target, actual }: TargetOutcome): boolean => compare(target.value, actual.value) === 0
  const telling = pairs.filter(({ outcome }) => isTelling(outcome))
  if (!pairs.every(({ outcome }) => isEqual(outcome)) || telling.length < ENOUGH_TELLING) {
    tell.pass()
    return
  }
  const said = telling.slice(0, 6).map(({ row }) => `${nameOfRow(row.name)}：目标${row.target?.text}，完成${row.actual?.text}`)
  tell.fail({
    message: `表中${pairs.length}项定量指标的完成值都等于目标值，请核对完成值是否为实际完成数。`,
    quotes: quotesOfRows(
      set,
      telling.map(({ row }) => row),
      (row) => row.actual?.column ?? 0,
    ),
    computation: said[0] as string,
    steps: [...said, `定量指标共${pairs.length}项，完成值与目标值相同的${pairs.length}项`],
  })
}

/** A bound or a large number; all of something, nothing, a plan of three, a day are reached exactly as a matter of course. */
function isTelling({ target, sign }: TargetOutcome): boolean {
  const { value, unit } = target.claim.quantity
  if (isTime(target)) return false
  if (unit === 'percent') return value !== '100' && value !== '0'
  return compare(decimal(value), LARGE) >= 0 && (sign !== '=' || compare(decimal(value), decimal('100')) >= 0)
}
