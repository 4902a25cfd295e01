/** Full marks for every indicator while less than 60 % of the money was spent, and no word of why. */
import { compare, decimal } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { type IndicatorRow, type IndicatorTable, indicatorTables } from '../../claims/indicator-rows.ts'
import { quoteFigure } from '../../findings/quote.ts'
import { sayFigure } from '../../findings/say.ts'
import { type Tell, textCheck } from '../text-check.ts'
import { isExplained, isExplainedBelow, isExplainedInText } from './row-reason.ts'
import { distinctRows, quotesOfRows } from './rows-folded.ts'

const wording = {
  title: '执行率低而指标全部满分',
  remedy: '核对各项指标的完成情况和得分；钱未支付而任务已完成的，写明原因（如质保金、未结算、次年支付）。',
  explain: '预算执行率低于60%，表中5项以上的产出、效益、满意度等指标全部得满分，且未说明原因。',
  titleEnglish: 'Full marks everywhere with little of the money spent',
}

const LOW = decimal('0.6')
const ENOUGH_ROWS = 5
const EXECUTION = /(?:预算|资金|经费|支出)(?:资金)?(?:执行|支付|支出|使用|完成)(?:进度)?率|^执行率$|支出进度/
const ALL_FUNDS = /资金总额|预算总额|总额|合计|总计/

export const fullMarksLowExecution = textCheck(
  { id: 'full-marks-low-execution', kind: 'contradiction', severity: 'warning', wording, source: 'framework §3；校核实务' },
  (set, tell) => {
    for (const table of indicatorTables(set)) look(set, table, tell)
  },
)

function look(set: ClaimSet, table: IndicatorTable, tell: Tell): void {
  const scored = distinctRows(
    table.rows
      .filter((row) => isPoints(row.weight?.figure) && isPoints(row.score?.figure) && !EXECUTION.test(row.name))
      .map((row) => ({ row })),
  ).map(({ row }) => row)
  if (scored.length < ENOUGH_ROWS) return
  const rate = executionOf(table)
  if (rate === null) {
    tell.cannotTell(null, '表中没有预算执行率')
    return
  }
  if (
    compare(rate.value, LOW) >= 0 ||
    scored.some((row) => compare(row.score?.figure?.value ?? LOW, row.weight?.figure?.value ?? LOW) < 0)
  ) {
    tell.pass()
    return
  }
  if (
    isToldBeside(set, table) ||
    isExplainedBelow(table) ||
    table.rows.some(isExplained) ||
    WORDS.some((word) => isExplainedInText(set, word))
  ) {
    tell.notApplicable()
    return
  }
  tell.fail({
    message: `预算执行率${sayFigure(rate)}，而表中${scored.length}项指标全部得满分，也未说明原因，请核对完成情况和得分。`,
    quotes: [quoteFigure(set, rate), ...quotesOfRows(set, scored, (row) => row.score?.column ?? 0).slice(0, 4)],
    computation: `预算执行率${sayFigure(rate)} < 60%，${scored.length}项指标得分均等于分值`,
    steps: [`预算执行率：${sayFigure(rate)}`, `除执行率外有得分的指标${scored.length}项，得分均等于分值`, '表中和正文中未见执行率低的原因'],
  })
}

/** A remark behind the figures of the money. */
function isToldBeside(set: ClaimSet, { block, funds }: IndicatorTable): boolean {
  const content = set.report.blocks[block]
  if (content?.kind !== 'table') return false
  return funds.some(({ row }) => (content.rows[row] ?? []).slice(2).some(({ text }) => /[\u4e00-\u9fff]{4}/.test(text)))
}

/** The report speaks of why little was spent. */
const WORDS = ['执行率', '支付率', '支付进度', '执行进度', '支出进度', '预算执行']

const isPoints = (figure: Figure | null | undefined): boolean => figure?.dimension === 'point'

/** The rate of all the money: of the form above, else of the indicator 预算执行率. */
function executionOf({ funds, rows }: IndicatorTable): Figure | null {
  const all = funds.find(({ name }) => ALL_FUNDS.test(name)) ?? (funds.length === 1 ? funds[0] : undefined)
  const printed = all?.figures.find((figure) => figure.claim.role === 'rate' && figure.dimension === 'ratio')
  if (printed !== undefined) return printed
  const row = rows.find((candidate: IndicatorRow) => EXECUTION.test(candidate.name) && !/采购|三公/.test(candidate.name))
  const actual = row?.actual?.figure ?? null
  return actual !== null && actual.dimension === 'ratio' && actual.compare === null ? actual : null
}
