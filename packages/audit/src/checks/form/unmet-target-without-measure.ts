/** A target that was missed: with full marks all the same, or without a word of why. */
import { compare, compareRational, decimal, multiplyRational, round, subtract, toRational } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import { type IndicatorRow, type IndicatorTable, indicatorTables } from '../../claims/indicator-rows.ts'
import { rulesOfTable } from '../../rules/rules-of-report.ts'
import { type Tell, textCheck } from '../text-check.ts'
import { demandOf, isExplained, isExplainedBelow, isExplainedInText } from './row-reason.ts'
import { distinctRows, nameOfRow, quotesOfRows, sayCell, sayRows } from './rows-folded.ts'
import { type TargetOutcome, targetOutcome } from './target-outcome.ts'

const wording = {
  title: '未达目标而未扣分或未说明',
  remedy: '核对目标值、完成值和得分；确未完成的，补写原因和改进措施。',
  explain:
    '完成值按目标值的≥、≤、＝未达到目标，而该指标得了满分又未写原因（四舍五入后仍为满分的除外）；或者表中不打分、有原因栏，未达目标的指标未写原因和措施。扣了分的见“扣分未说明原因”。',
  titleEnglish: 'A missed target with full marks, or without a reason',
}

export const unmetTargetWithoutMeasure = textCheck(
  {
    id: 'unmet-target-without-measure',
    kind: 'missing-section',
    severity: 'warning',
    wording,
    source: 'framework §3 SF-01…05；财预〔2020〕10号',
  },
  (set, tell) => {
    const hasOwnBands = set.report.blocks.some((block) => 'text' in block && OWN_BANDS.test(block.text))
    for (const table of indicatorTables(set)) look(set, table, hasOwnBands, tell)
  },
)

/** Full marks are given from some share of the target on: 完成90%以上得满分. */
const OWN_BANDS = /\d(?:%|个百分点)[^。；\n]{0,14}(?:得|计|记|给)满分|满分[^。；\n]{0,10}\d(?:%|个百分点)/

interface Miss {
  readonly row: IndicatorRow
  readonly outcome: TargetOutcome
}

function look(set: ClaimSet, table: IndicatorTable, hasOwnBands: boolean, tell: Tell): void {
  const missed: Miss[] = []
  let seen = 0
  for (const row of table.rows) {
    const outcome = targetOutcome(row)
    if (outcome === null) continue
    seen++
    if (!outcome.isMet && !isExplained(row) && !isExplainedBelow(table)) missed.push({ row, outcome })
  }
  if (seen === 0) return
  const isAsked = demandOf(set, table) !== null
  // Where the report prints its rule, the score is held against the rule.
  const isRuled = rulesOfTable(set, table.block).length > 0
  const full = isRuled ? [] : distinctRows(missed.filter(({ row, outcome }) => row.rule === null && isFull(row, outcome)))
  const bare = distinctRows(missed.filter(({ row }) => (row.score === null || row.weight === null) && !isExplainedInText(set, row.name)))
  // A small miss may have full marks by a rule that is not printed, and is told only where reasons are asked for.
  const told = full.filter(({ outcome }) => isAsked || isFar(outcome))
  if (told.length > 0 && !hasOwnBands) tellFull(set, told, tell)
  else if (full.length > 0) tell.cannotTell(null, '满分条件未写明')
  if (bare.length > 0 && isAsked) tellBare(set, bare, tell)
  else if (bare.length > 0) tell.notApplicable()
  if (full.length === 0 && bare.length === 0) tell.pass()
}

function tellFull(set: ClaimSet, missed: readonly Miss[], tell: Tell): void {
  const rows = missed.map(({ row }) => row)
  // A target without sign may be meant as a limit.
  const isSure = missed.some(({ row, outcome }) => outcome.sign !== null && isFar(outcome) && !isExplainedInText(set, row.name))
  const said = missed.slice(0, 8).map(({ row }) => `${sayMiss(row)}，分值${row.weight?.text}，得分${row.score?.text}`)
  tell.fail({
    severity: isSure ? 'warning' : 'info',
    message: `${sayRows(rows)}未达到目标值而得满分，也未写原因，请核对完成值和得分。`,
    quotes: quotesOfRows(set, rows, (row) => row.actual?.column ?? 0),
    computation: said[0] as string,
    steps: [...said, '未达目标一般按完成比例或档次扣分，并说明原因'],
  })
}

/** Missed by more than a tenth: below what schemes give full marks from. */
const isFar = ({ ratio, sign }: TargetOutcome): boolean =>
  ratio === null || (sign === '≤' || sign === '<' ? compareRational(ratio, FAR_ABOVE) > 0 : compareRational(ratio, FAR_BELOW) < 0)

function tellBare(set: ClaimSet, missed: readonly Miss[], tell: Tell): void {
  const rows = missed.map(({ row }) => row)
  const said = missed.slice(0, 8).map(({ row }) => sayMiss(row))
  tell.fail({
    severity: 'info',
    message: `${sayRows(rows)}未达到目标值，未写原因和改进措施，请补充说明。`,
    quotes: quotesOfRows(set, rows, (row) => row.actual?.column ?? 0),
    computation: said[0] as string,
    steps: [...said, '表中要求说明原因，上列指标未写，正文中未见相关说明'],
  })
}

const sayMiss = (row: IndicatorRow): string => `${nameOfRow(row.name)}：目标${sayCell(row, 'target')}，完成${sayCell(row, 'actual')}`

/** Full marks, though a share of the target as printed would round to less. */
function isFull({ weight, score }: IndicatorRow, { ratio, sign }: TargetOutcome): boolean {
  if (!weight?.figure || !score?.figure || weight.figure.dimension !== 'point' || score.figure.dimension !== 'point') return false
  if (compare(score.figure.value, weight.figure.value) < 0) return false
  if (ratio === null || sign === '≤' || sign === '<') return true
  const share = multiplyRational(toRational(weight.figure.value), ratio)
  const lost = subtract(weight.figure.value, round(share, 'half-up', 4))
  return compare(lost, LEAST) >= 0 && compareRational(ratio, toRational(NEARLY)) < 0
}

/** Less is lost by rounding to a whole point. */
const LEAST = decimal('0.5')
const NEARLY = decimal('0.995')
const FAR_BELOW = toRational(decimal('0.9'))
const FAR_ABOVE = toRational(decimal('1.1'))
