/** "20≤" as a target: the sign stands on the wrong side. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { type IndicatorTable, indicatorTables } from '../../claims/indicator-rows.ts'
import { type Tell, textCheck } from '../text-check.ts'
import { distinctRows, nameOfRow, quotesOfRows, sayRows } from './rows-folded.ts'

const wording = {
  title: '目标值的符号写反位置',
  remedy: '把符号写在数字前面，如“≤20%”。',
  explain: '目标值写成“20≤”，符号在数字后面，按字面是“不小于20”，与本意相反。',
  titleEnglish: 'The sign of a target stands behind its number',
}

const BEHIND = /^\d{1,12}(?:\.\d{1,6})?[%％]?[≤≥<>＜＞≦≧]$/

export const signBehindTarget = textCheck(
  { id: 'sign-behind-target', kind: 'other', severity: 'info', wording, source: 'framework §3' },
  (set, tell) => {
    for (const table of indicatorTables(set)) look(set, table, tell)
  },
)

function look(set: ClaimSet, table: IndicatorTable, tell: Tell): void {
  const signed = table.rows.filter(({ target }) => target?.figure?.compare != null)
  if (signed.length === 0) return
  const faulty = distinctRows(signed.filter(({ target }) => BEHIND.test(target?.text ?? '')).map((row) => ({ row }))).map(({ row }) => row)
  if (faulty.length === 0) {
    tell.pass()
    return
  }
  const said = faulty.slice(0, 8).map((row) => `${nameOfRow(row.name)}：目标值“${row.target?.text}”`)
  tell.fail({
    message: `${sayRows(faulty)}的目标值把符号写在了数字后面，请核对方向。`,
    quotes: quotesOfRows(set, faulty, (row) => row.target?.column ?? 0),
    computation: said[0] as string,
    steps: said,
  })
}
