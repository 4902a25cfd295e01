/** Marks lost without a reason, where the table has a column for it or its note asks for it. */
import { compare, type Decimal, decimal, formatDecimal, multiply, subtract } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import { type IndicatorRow, type IndicatorTable, indicatorTables } from '../../claims/indicator-rows.ts'
import { quoteWords } from '../../findings/quote.ts'
import { sayNumber } from '../../findings/say.ts'
import { rulesOfTable } from '../../rules/rules-of-report.ts'
import { type Tell, textCheck } from '../text-check.ts'
import { demandOf, isExplained, isExplainedBelow, isExplainedInText } from './row-reason.ts'
import { distinctRows, nameOfRow, quotesOfRows, sayRows } from './rows-folded.ts'
import { targetOutcome } from './target-outcome.ts'

const wording = {
  title: '扣分未说明原因',
  remedy: '在原因栏补写扣分的原因和改进措施。',
  explain:
    '表中有原因栏，或表下的注要求说明原因，而得分低于分值的指标未写原因，正文中也没有相关说明。扣分不超过0.1分的不在此列，其他扣分大多写明原因而此项空白的从严；既无原因栏又无要求的表不适用。',
  titleEnglish: 'Marks lost without a reason',
}

/** Nobody asks for a reason for less. */
const TRIFLE = decimal('0.1')
/** Points for the rate of money spent follow the rate: a tenth of them explains itself. */
const EXECUTION = /^(?:部门|项目|整体|年度|全年)*(?:预算|资金|支出)(?:资金)?(?:执行|支[付出])(?:进度)?率$/
const TENTH = decimal('0.1')
const MUCH = decimal('1')
const FIFTH = decimal('0.2')
const HALF = decimal('0.5')
const ENOUGH_TOLD = 3

export const marksLostWithoutReason = textCheck(
  {
    id: 'marks-lost-without-reason',
    kind: 'missing-section',
    severity: 'warning',
    wording,
    source: '财预〔2020〕10号 自评表的原因栏；校核实务',
  },
  (set, tell) => {
    for (const table of indicatorTables(set)) look(set, table, tell)
  },
)

interface Loss {
  readonly row: IndicatorRow
  readonly lost: Decimal
  readonly weight: Decimal
}

function look(set: ClaimSet, table: IndicatorTable, tell: Tell): void {
  const losses = lossesOf(table.rows)
  if (losses === null) return
  const demand = demandOf(set, table)
  if (demand === null) {
    tell.notApplicable()
    return
  }
  // Marks lost on a target that was reached are held against the printed rule, where there is one.
  const isRuled = rulesOfTable(set, table.block).length > 0
  const isOwed = ({ row }: Loss): boolean =>
    !isExplainedBelow(table) && !isExplained(row) && !isExplainedInText(set, row.name) && !(isRuled && targetOutcome(row)?.isMet === true)
  const silent = distinctRows(losses.filter(isOwed))
  if (silent.length === 0) {
    tell.pass()
    return
  }
  const rows = silent.map(({ row }) => row)
  // Where the others that lost points give their reasons, a blank stands out.
  const told = distinctRows(losses.filter(({ row }) => row.reason !== null && isExplained(row)))
  const isOutlier = told.length >= ENOUGH_TOLD && told.length >= silent.length * ENOUGH_TOLD
  const isMuch = silent.some(
    ({ lost, weight }) =>
      compare(lost, MUCH) >= 0 || compare(lost, multiply(weight, FIFTH)) >= 0 || (isOutlier && compare(lost, HALF) >= 0),
  )
  const said = silent.slice(0, 8).map(({ row, lost }) => `${nameOfRow(row.name)}：${sayScore(row)}，扣${formatDecimal(lost)}分`)
  const quotes = quotesOfRows(set, rows, (row) => row.score?.column ?? table.columns.score)
  if (demand.note !== null) quotes.push(quoteWords(set, demand.note.block, demand.note.start, demand.note.end))
  tell.fail({
    severity: isMuch ? 'warning' : 'info',
    message: `${sayRows(rows)}有扣分而未写原因，请补充说明。`,
    quotes,
    computation: said[0] as string,
    steps: [
      ...said,
      demand.note === null ? '表中有原因栏，上列指标未填写，正文中未见相关说明' : '表下的注要求说明原因，表中和正文中未见上列指标的说明',
    ],
  })
}

/** Null where no row has both points. */
function lossesOf(rows: readonly IndicatorRow[]): Loss[] | null {
  const scored = rows.filter(({ weight, score }) => weight?.figure?.dimension === 'point' && score?.figure?.dimension === 'point')
  if (scored.length === 0) return null
  return scored.flatMap((row) => {
    const weight = row.weight?.figure?.value as Decimal
    const lost = subtract(weight, row.score?.figure?.value as Decimal)
    const trifle = EXECUTION.test(row.name) ? multiply(weight, TENTH) : TRIFLE
    return compare(lost, trifle) > 0 ? [{ row, lost, weight }] : []
  })
}

function sayScore({ weight, score }: IndicatorRow): string {
  if (!weight?.figure || !score?.figure) return ''
  return `分值${sayNumber(weight.figure)}，得分${sayNumber(score.figure)}`
}
