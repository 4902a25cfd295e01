/** A target exceeded by 30 % and more without a word of why. */
import { compare, compareRational, decimal, isCount, isZero, multiplyRational, round, subtract, toRational } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import { type IndicatorRow, type IndicatorTable, indicatorTables } from '../../claims/indicator-rows.ts'
import { type Tell, textCheck } from '../text-check.ts'
import { demandOf, isExplained, isExplainedBelow, isExplainedInText } from './row-reason.ts'
import { distinctRows, nameOfRow, quotesOfRows, sayCell, sayRows } from './rows-folded.ts'
import { isTime, type TargetOutcome, targetOutcome } from './target-outcome.ts'

const wording = {
  title: '超额较多未说明原因',
  remedy: '说明超额完成的原因，或在编制下年度目标时调整目标值。',
  explain:
    '数量类完成值达到目标值的130%及以上而未写原因，可能是目标值偏低或填写有误。来访、案件、人次等随需求变化的数量，以及没有偏差原因栏的表，从宽到150%、200%。',
  titleEnglish: 'A target far exceeded without a reason',
}

const USUAL = toRational(decimal('1.3'))
const UNASKED = toRational(decimal('1.5'))
const BY_DEMAND = toRational(decimal('2'))
const HUNDRED = toRational(decimal('100'))
/** Counts that follow what others ask for: nobody plans them closely. */
const DEMAND =
  /受理|来访|信访|诉求|案|电话|热线|人次|接待|投诉|举报|咨询|报警|救助|申请|诊|住院|参观|访问|办件|办理|帮办|代办|服务|浏览|点击|阅读|关注|工单|纠纷|调解|救援|处置|突发|收入|补助|应急|流量|游客/
const CHANGE = /增长|增幅|增速|提高|提升|增加|压缩|压减|下降|降低|减少|节约|节省/
/** The reason column asks for deviations in both directions, not only for lost marks. */
const BOTH_WAYS = /偏差|偏离|超额/

export const overFulfilmentWithoutReason = textCheck(
  {
    id: 'over-fulfilment-without-reason',
    kind: 'other',
    severity: 'info',
    wording,
    source: 'framework §3 SF-19；校核实务',
  },
  (set, tell) => {
    for (const table of indicatorTables(set)) look(set, table, tell)
  },
)

function look(set: ClaimSet, table: IndicatorTable, tell: Tell): void {
  const demand = demandOf(set, table)
  const isAsked = demand !== null && (demand.note !== null || table.reasonRow !== null || BOTH_WAYS.test(table.columns.reasonTitle))
  let seen = 0
  const over: { row: IndicatorRow; share: string }[] = []
  for (const row of table.rows) {
    const outcome = targetOutcome(row)
    if (outcome === null || outcome.ratio === null || isTime(outcome.target) || isZero(outcome.actual.value)) continue
    if (outcome.sign === '≤' || outcome.sign === '<' || CHANGE.test(row.name)) continue
    seen++
    const limit = DEMAND.test(row.name) ? BY_DEMAND : isAsked ? USUAL : UNASKED
    if (
      compareRational(outcome.ratio, limit) < 0 ||
      isFew(outcome) ||
      isExplainedBelow(table) ||
      isExplained(row) ||
      isExplainedInText(set, row.name)
    )
      continue
    const share = round(multiplyRational(outcome.ratio, HUNDRED), 'half-up', 0).coefficient.toString()
    over.push({ row, share })
  }
  if (seen === 0) return
  const distinct = distinctRows(over)
  if (distinct.length === 0) {
    tell.pass()
    return
  }
  const rows = distinct.map(({ row }) => row)
  const said = distinct
    .slice(0, 8)
    .map(({ row, share }) => `${nameOfRow(row.name)}：目标${sayCell(row, 'target')}，完成${sayCell(row, 'actual')}，为目标的${share}%`)
  tell.fail({
    message: `${sayRows(rows)}超出目标值较多而未说明原因，请核对目标值和完成值，确属超额的可补写原因。`,
    quotes: quotesOfRows(set, rows, (row) => row.actual?.column ?? 0),
    computation: said[0] as string,
    steps: [...said, '超额较多时一般说明原因，或在下年度调整目标值'],
  })
}

/** One more than two is half as many again, and nothing to explain. */
const isFew = ({ target, actual }: TargetOutcome): boolean =>
  isCount(target.claim.quantity.unit) && compare(target.value, FEW) < 0 && compare(subtract(actual.value, target.value), MORE) <= 0

const FEW = decimal('10')
const MORE = decimal('3')
