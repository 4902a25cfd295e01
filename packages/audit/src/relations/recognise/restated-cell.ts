/** What a cell of a table states: its row, its column, and for totals the subject of the table or form. */
import { unitsBySymbol } from '@jiheng/quantity'
import type { Figure } from '../../claims/figure.ts'
import type { Column } from '../../claims/from-table.ts'
import { type Fact, type FactRole, plainRole } from './restated-fact.ts'
import type { Places } from './restated-place.ts'
import { hanLength, nameOf, Surroundings } from './restated-words.ts'

const TOTAL_LABEL = /^(?:合计|总计|小计|总分|总得分|年度资金总额|资金总额|总额|合计数|合计得分|自评得分|自评总分)$/
/** The cost of the whole project: what its form or table is about. */
const WHOLE_COST = /^(?:项目|支出|总)*成本$/
/** Columns whose words name no row. */
const NO_LABEL = /单位|性质|标准|规则|办法|说明|备注|原因|编码|序号/
const TABLE_WORDS = /(?:明细|汇总|分类|统计|一览|基本|绩效|收入支出|收支|决算|总)*表?$/

export function cellFact(figure: Figure, places: Places): Fact {
  const place = places.rowOf(figure)
  const head = place?.table.heads[place.row.head] ?? []
  const block = figure.claim.anchor.block
  const labels = (place?.row.labels ?? []).filter(({ column }) => !NO_LABEL.test(head[column]?.text ?? '')).map(({ text }) => text)
  const own = labelOf(labels, figure, place?.row.labels.at(-1)?.text, head)
  const isTotal = own === '' || TOTAL_LABEL.test(own) || WHOLE_COST.test(own)
  const form = places.formOf(block, figure.seat.kind === 'cell' ? figure.seat.row : 0)
  const caption = places.captionOf(block)
  const column = place?.column?.text ?? ''
  const topic = places.plainOf(isTotal ? topicOf(own, form, caption) : own)
  const name = isTotal && topic !== '' ? nameOf(topic) : nameOf(topic, places.plainOf(column))
  const surroundings = new Surroundings()
  surroundings.put(isTotal ? topic : own, 1)
  surroundings.put(topic, 1)
  surroundings.put(column, 1)
  for (const label of labels) surroundings.put(label, 0.9)
  surroundings.put(form, 0.9)
  surroundings.put(caption, 0.9)
  surroundings.put(places.headingOf(figure), 0.7)
  return {
    figure,
    isCell: true,
    role: roleOf(figure, place?.column?.role ?? null, head),
    name,
    surroundings,
    isRoleSaid: (place?.column?.role ?? null) !== null,
    isWhole: name.grams.size === 0,
    isOtherTime: figure.periodKey !== '' || /上年(?!结转)|去年|比较|增减/.test(column + labels.join('')),
  }
}

/** The nearest label that is neither a unit nor a rule; forms without labels are named by the first head cell. */
function labelOf(labels: readonly string[], figure: Figure, last: string | undefined, head: readonly Column[]): string {
  const first = head[0]
  if (labels.length === 0 && first !== undefined && first.role === null && first.rateName === null && isLabel(first.text)) return first.text
  const beside = figure.claim.label === last ? [] : [figure.claim.label]
  return [...labels, ...beside].findLast(isLabel) ?? ''
}

function isLabel(text: string): boolean {
  if (TOTAL_LABEL.test(text)) return true
  return hanLength(text) >= 2 && unitsBySymbol(text).length === 0 && !/^[≥≤<>＜＞=＝]|得满分|扣.{0,4}分/.test(text)
}

function topicOf(own: string, form: string, caption: string): string {
  if (form !== '') return form
  return WHOLE_COST.test(own) ? '项目支出' : caption.replace(TABLE_WORDS, '')
}

/** 指标值 without a column of results beside it may be either. */
function roleOf(figure: Figure, column: string | null, head: readonly Column[]): FactRole {
  const role = plainRole(column ?? figure.claim.role) ?? 'done'
  return role !== 'target' || head.some((other) => other.role === 'actual') ? role : 'either'
}
