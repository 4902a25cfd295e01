/** Which rows of a table name the columns below them. */
import { isFigure } from './raw-table.ts'

export interface Labelled {
  readonly headerRows: number
  readonly labelRows: readonly number[]
}

const LABEL =
  /^(序号|编号|编码|代码|行次|栏次|档次|年份|月份|类别|分类|性质|得分率?|分值|分数|权重分?值?|权数|满分|总分|备注|名称|单位|部门|指标|合计|小计|总计|年|年度|其中.{0,10})$|(名称|编码|代码|级指标|绩效指标|指标值|目标值?|完成值|实际值|得分|分值|权重|度量单位|计量单位|单位|预算数?|决算数?|执行数?|执行率|支付率|到位率|支出数|收入数|金额|比例|比率|占比|[率额数]|备注|说明|内容|情况|原因|措施|标准|依据|类别|类型|科目|职能|活动|任务|时间|日期|期限|差额|合计|小计|等级|结果|来源|性质|单价|年初|年末|期初|期末|上年|本年|完成)$/
/** What money is for: a column when short, else the name of a project. */
const MONEY = /(支出|收入|资金|项目|经费|费用|拨款|结转|结余)$/
const LONGEST_MONEY = 8
/** Names of indicators' kinds stand in rows, not above columns. */
const KIND_OF_INDICATOR = /(数量|质量|时效|成本|产出|效益|效果|满意度|定性|定量|管理|经济|社会|生态|影响|履职)指标$|^定[性量]/
const FORM_KEY = /^.{0,6}(名称|部门|单位|编码|代码|编号|负责人|联系人|电话|[)）])[:：]?$/
const LONGEST_LABEL = 16
const MORE = 9

/** `rows` are the squeezed texts of the cells. */
export function labelRows(rows: readonly (readonly string[])[]): Labelled {
  const found: number[] = []
  let header = 0
  let canLead = true
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as readonly string[]
    const isLabels = isLabelRow(row, canLead ? found.length : MORE)
    if (isLabels) found.push(i)
    if (!canLead) continue
    if (isLabels) header = i + 1
    else if (!isTitleRow(row) || found.length > 0) canLead = false
    else header = i + 1
  }
  return { headerRows: found.length > 0 && (found[0] ?? 0) < header ? header : 0, labelRows: found }
}

/** `labelsAbove`: how many header rows stand above, while they still lead; the first needs the least proof. */
function isLabelRow(row: readonly string[], labelsAbove: number): boolean {
  const filled = row.filter((words) => words !== '')
  if (filled.length < 2 || filled.some((words) => isFigure(words) || words.length > 30 || /[。；]/.test(words))) return false
  if (isFormRow(row)) return false
  const labels = filled.filter(isLabel).length
  if (labelsAbove === 0) return labels >= filled.length * 0.6
  return (filled.length >= 3 || labelsAbove < MORE) && labels >= filled.length * 0.75
}

/** The words of one cell name a column. */
export function isLabel(words: string): boolean {
  if (/^(19|20)\d\d年?[度初末底]?$/.test(words)) return true
  const bare = words.replace(/[（(][^）)]*[）)]?$/, '').replace(/[①-⑳*＊\d]+$/, '')
  if (bare === '' || bare.length > LONGEST_LABEL || KIND_OF_INDICATOR.test(bare)) return false
  return LABEL.test(bare) || (bare.length <= LONGEST_MONEY && MONEY.test(bare))
}

/** `项目名称 | 某某工程 | 主管部门 | 某某局`: keys, each with its value beside it. */
function isFormRow(row: readonly string[]): boolean {
  const filled = row.filter((words) => words !== '')
  if (filled.length % 2 === 1 || filled.length > 6) return false
  return filled.every((words, i) => (i % 2 === 0 ? FORM_KEY.test(words) : !isLabel(words)))
}

/** One cell across: the table's title or its unit of money. */
function isTitleRow(row: readonly string[]): boolean {
  const filled = row.filter((words) => words !== '')
  return filled.length === 1 && !isFigure(filled[0] as string) && (filled[0] as string).length <= 40
}
