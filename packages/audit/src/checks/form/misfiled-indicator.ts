/** Indicators that stand under the wrong head, or are meant the wrong way round. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { type IndicatorRow, type IndicatorTable, indicatorTables } from '../../claims/indicator-rows.ts'
import { type Tell, textCheck } from '../text-check.ts'
import { distinctRows, nameOfRow, quotesOfRows } from './rows-folded.ts'
import { isCostFromBelow } from './target-outcome.ts'

const wording = {
  title: '指标归类或方向有误',
  remedy: '按指标内容调整归类；成本指标一般用≤；罚没收入不下达目标。',
  explain:
    '满意度列在经济、社会、生态效益下而表中另有满意度一栏；验收合格率等质量指标列在效益下；成本指标的目标值用≥；以罚没收入、罚款金额为目标。一张表只报一条。',
  titleEnglish: 'An indicator under the wrong head or meant the wrong way',
}

const BENEFIT = /(?:经济|社会|生态|环境)效益/
const SATISFIED = /满意度?/
const QUALITY = /验收(?:合格|通过|优良)率|(?:工程|施工|建设|项目|产品|设备)质量(?:合格|达标|优良)率/
const FINES = /罚没(?:收入|款|金额|数额|款项)|罚款(?:收入|金额|数额|总额|额)|罚没$/

export const misfiledIndicator = textCheck(
  { id: 'misfiled-indicator', kind: 'other', severity: 'info', wording, source: '财预〔2021〕101号；校核实务' },
  (set, tell) => {
    for (const table of indicatorTables(set)) look(set, table, tell)
  },
)

function look(set: ClaimSet, table: IndicatorTable, tell: Tell): void {
  if (table.columns.names.length < 2) return
  // Where the table has no place of its own for satisfaction, it stands among the benefits.
  const hasOwnPlace = table.rows.some(({ levels }) => levels.slice(0, -1).some((level) => SATISFIED.test(level)))
  const found = distinctRows(
    table.rows.flatMap((row) => {
      const why = whyMisfiled(row, hasOwnPlace)
      return why === null ? [] : [{ row, why }]
    }),
  )
  if (found.length === 0) {
    tell.pass()
    return
  }
  const said = found.slice(0, 8).map(({ row, why }) => `${nameOfRow(row.name)}：${why}`)
  tell.fail({
    message: `${said[0]}${found.length > 1 ? `；另有${found.length - 1}项` : ''}，请核对指标的归类和方向。`,
    quotes: quotesOfRows(
      set,
      found.map(({ row }) => row),
      () => table.columns.names.at(-1) ?? 0,
    ),
    computation: said[0] as string,
    steps: said,
  })
}

function whyMisfiled(row: IndicatorRow, hasOwnPlace: boolean): string | null {
  const above = row.levels.slice(0, -1)
  const nearest = above.findLast((level) => level !== '') ?? ''
  if (FINES.test(row.name) && row.target?.figure?.dimension === 'money' && row.sign !== '≤' && row.sign !== '<') return '以罚没收入为目标'
  if (BENEFIT.test(nearest) && !SATISFIED.test(nearest) && hasOwnPlace && /满意(?:度|率)/.test(row.name))
    return `满意度列在“${nameOfRow(nearest)}”下`
  if (BENEFIT.test(nearest) && QUALITY.test(row.name)) return `质量指标列在“${nameOfRow(nearest)}”下`
  if (isCostFromBelow(row)) return '成本指标的目标值用“≥”'
  return null
}
