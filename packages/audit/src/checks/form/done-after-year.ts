/** A completion day after the end of the year that is evaluated, with full marks and no reason. */
import { compare } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import { type IndicatorRow, type IndicatorTable, indicatorTables } from '../../claims/indicator-rows.ts'
import { matchesOf } from '../matches.ts'
import { type Tell, textCheck } from '../text-check.ts'
import { isExplained, isExplainedBelow } from './row-reason.ts'
import { distinctRows, nameOfRow, quotesOfRows, sayRows } from './rows-folded.ts'

const wording = {
  title: '完成时间在评价年度之后',
  remedy: '核对完成时间；确在次年完成的，按未按期完成计分并说明原因。',
  explain: '指标的实际完成值写着评价年度12月31日以后的完成日期，而目标要求在年内完成，既未扣分也未说明原因。目标本身定在次年的不在此列。',
  titleEnglish: 'Done after the year that is evaluated',
}

const DAY = /(20\d{2})[年.\-/](\d{1,2})(?:[月.\-/]|$)/g
const YEAR = /20\d{2}/g
const OF_TIME = /时间|时限|时效|及时|期限|按期|完工|竣工|完成|进度|工期|投用|投入使用|验收/
const AHEAD = /预计|计划|拟|将|未|尚|顺延|延期|推迟|至|到|有效期/

export const doneAfterYear = textCheck(
  { id: 'done-after-year', kind: 'date', severity: 'warning', wording, source: 'framework §3 SF-30；校核实务' },
  (set, tell) => {
    const { year } = set.report
    if (year === null) return
    for (const table of indicatorTables(set)) look(set, table, year, tell)
  },
)

function look(set: ClaimSet, table: IndicatorTable, year: number, tell: Tell): void {
  const dated = table.rows.filter((row) => row.actual !== null && yearsOf(row.actual.text, DAY).length > 0)
  if (dated.length === 0) return
  const late = distinctRows(dated.filter((row) => isLate(row, year) && !isExplainedBelow(table)).map((row) => ({ row }))).map(
    ({ row }) => row,
  )
  if (late.length === 0) {
    tell.pass()
    return
  }
  const said = late.slice(0, 8).map((row) => `${nameOfRow(row.name)}：目标${row.target?.text ?? '（未填）'}，完成${row.actual?.text}`)
  tell.fail({
    message: `${sayRows(late)}的完成时间在${year}年12月31日之后，未扣分也未说明原因，请核对完成时间和得分。`,
    quotes: quotesOfRows(set, late, (row) => row.actual?.column ?? 0),
    computation: `${said[0]}，晚于${year}年12月31日`,
    steps: [...said, `评价年度为${year}年`],
  })
}

function isLate(row: IndicatorRow, year: number): boolean {
  const text = row.actual?.text ?? ''
  const days = yearsOf(text, DAY)
  // One day alone: a span of time, or a day beside another, may mean something else.
  if (days.length !== 1 || AHEAD.test(text) || (days[0] as number) <= year) return false
  if (!OF_TIME.test(row.levels.join('') + text)) return false
  if (yearsOf(row.target?.text ?? '', YEAR).some((aimed) => aimed > year)) return false
  return !isExplained(row) && !hasLostMarks(row)
}

const yearsOf = (text: string, pattern: RegExp): number[] =>
  text.length > 200 ? [] : matchesOf(text, pattern).map((match) => Number(match[1] ?? match[0]))

function hasLostMarks({ weight, score }: IndicatorRow): boolean {
  const [full, got] = [weight?.figure, score?.figure]
  return full !== null && full !== undefined && got !== null && got !== undefined && compare(got.value, full.value) < 0
}
