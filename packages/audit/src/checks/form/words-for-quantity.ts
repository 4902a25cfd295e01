/** A target in figures, and an actual that says no more than 完成. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { type IndicatorRow, type IndicatorTable, indicatorTables } from '../../claims/indicator-rows.ts'
import { type Tell, textCheck } from '../text-check.ts'
import { distinctRows, nameOfRow, quotesOfRows, sayRows } from './rows-folded.ts'
import { isTime } from './target-outcome.ts'

const wording = {
  title: '定量指标未填数字',
  remedy: '按目标值的单位填写实际完成的数量。',
  explain: '目标值是带单位的数量，实际完成值只写“完成”“达标”等文字。按栏名本应写文字的（完成情况），以及时间、100%一类目标不在此列。',
  titleEnglish: 'Words where a quantity is due',
}

const ONLY_WORDS =
  /^(?:已|均|全部|全面|按时|按期|如期|按质按量|超额|基本|圆满|顺利|有效)*(?:完成|达标|达成|达到|实现|合格|落实|开展|实施|发放|拨付|支付|配备|购置|建成)(?:了?(?:年度|全年|年初|预期|既定|计划)*(?:目标|任务|指标|要求|值|预期){0,2})[。！]?$/

export const wordsForQuantity = textCheck(
  { id: 'words-for-quantity', kind: 'other', severity: 'info', wording, source: 'framework §3 定量指标的完成值应为数值' },
  (set, tell) => {
    for (const table of indicatorTables(set)) look(set, table, tell)
  },
)

function look(set: ClaimSet, table: IndicatorTable, tell: Tell): void {
  const measured = table.rows.filter(isMeasured)
  if (measured.length === 0) return
  if (table.columns.asksForWords) {
    tell.notApplicable()
    return
  }
  const faulty = distinctRows(measured.filter(({ actual }) => ONLY_WORDS.test(actual?.text ?? '')).map((row) => ({ row })))
  if (faulty.length === 0) {
    tell.pass()
    return
  }
  const rows = faulty.map(({ row }) => row)
  const said = rows.slice(0, 8).map((row) => `${nameOfRow(row.name)}：目标${row.target?.text}，实际完成值“${row.actual?.text}”`)
  tell.fail({
    message: `${sayRows(rows)}的目标值是数量，实际完成值只写了文字，请填写实际数量。`,
    quotes: quotesOfRows(set, rows, (row) => row.actual?.column ?? 0),
    computation: said[0] as string,
    steps: said,
  })
}

/** Aimed at a number of something; all of something can be said in words. */
function isMeasured({ target, actual, isQualitative }: IndicatorRow): boolean {
  const figure = target?.figure ?? null
  if (figure === null || actual === null || isQualitative || isTime(figure) || figure.claim.quantity.unit === 'none') return false
  return !(figure.dimension === 'ratio' && figure.claim.quantity.value === '100')
}
