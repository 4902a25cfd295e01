/** "≥95%" as the value reached: a bound where a measured value is due. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { type IndicatorRow, type IndicatorTable, indicatorTables } from '../../claims/indicator-rows.ts'
import { type Tell, textCheck } from '../text-check.ts'
import { distinctRows, nameOfRow, quotesOfRows, sayRows } from './rows-folded.ts'

const wording = {
  title: '完成值带有≥、≤等符号',
  remedy: '填写实际达到的数值，不带≥、≤、＞、＜。',
  explain: '实际完成值写成“≥95%”“＞100人”等范围，而不是实际达到的数值；与目标值一字不差的，可能是照抄目标值。',
  titleEnglish: 'A bound where the value reached is due',
}

const BOUND =
  /^(?:[≥≤＞＜>＜<﹥﹤≧≦]=?|不低于|不少于|不小于|不超过|不高于|不大于|大于等于|小于等于)\d|\d(?:[%％]|[\u4e00-\u9fff]{1,3})?[≥≤]$/

export const signInActual = textCheck(
  { id: 'sign-in-actual', kind: 'other', severity: 'warning', wording, source: '校核实务：完成日期不晚于年度末' },
  (set, tell) => {
    for (const table of indicatorTables(set)) look(set, table, tell)
  },
)

function look(set: ClaimSet, table: IndicatorTable, tell: Tell): void {
  const filled = table.rows.filter(({ actual, isQualitative }) => actual !== null && /\d/.test(actual.text) && !isQualitative)
  if (filled.length === 0) return
  const faulty = distinctRows(filled.filter(({ actual }) => BOUND.test(actual?.text ?? '')).map((row) => ({ row })))
  if (faulty.length === 0) {
    tell.pass()
    return
  }
  const rows = faulty.map(({ row }) => row)
  const copied = rows.filter(isCopied)
  const said = rows
    .slice(0, 8)
    .map((row) => `${nameOfRow(row.name)}：${row.target === null ? '' : `目标${row.target.text}，`}实际完成值“${row.actual?.text}”`)
  const also = copied.length === 0 ? '' : copied.length === rows.length ? '，且与目标值相同' : `，其中${copied.length}项与目标值相同`
  tell.fail({
    severity: copied.length > 0 ? 'warning' : 'info',
    message: `${sayRows(rows)}的实际完成值带有比较符号${also}，请填写实际达到的数值。`,
    quotes: quotesOfRows(set, rows, (row) => row.actual?.column ?? 0),
    computation: said[0] as string,
    steps: said,
  })
}

const isCopied = ({ target, actual }: IndicatorRow): boolean => target !== null && target.text === actual?.text
