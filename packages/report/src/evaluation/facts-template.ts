/** 基础数据填报表.xlsx: one row for each thing that a scheme has to be told. What is filled comes back by readFactTable. */
import { factHeads, type Question } from '@jiheng/evaluation'
import { printableLine } from '../list/printable.ts'
import { writeBook } from '../list/sheet-library.ts'
import { AUTHOR } from '../wording/words.ts'
import { unitWord } from './evaluation-words.ts'
import { type FormColumn, type FormRow, formSheet } from './form-sheet.ts'

export interface FactsTemplateOptions {
  /** Of the scheme. */
  readonly label: string
  readonly year: number
  /** Put into every row; '' when the sheet is for several. */
  readonly unit: string
}

const H = (column: keyof typeof factHeads): string => factHeads[column][0] as string

const plain: readonly FormColumn[] = [
  { head: H('unit'), width: 16, isToFill: true },
  { head: H('item'), width: 19 },
  { head: H('label'), width: 22 },
  { head: H('part'), width: 22 },
  { head: '填报要求', width: 26 },
  { head: H('period'), width: 11, isCentred: true },
  { head: H('value'), width: 13, isToFill: true, isCentred: true },
  { head: H('measure'), width: 9, isToFill: true, isCentred: true },
  { head: H('date'), width: 12, isToFill: true, isCentred: true },
  { head: H('class'), width: 14, isToFill: true, isCentred: true },
  { head: H('source'), width: 14, isToFill: true },
  { head: H('evidence'), width: 18, isToFill: true },
  { head: H('note'), width: 18, isToFill: true },
]

/** Only a form that asks for it has the column: most have nothing to choose there. */
const basis: FormColumn = { head: H('basis'), width: 12, isToFill: true, isCentred: true }

const at = (head: string): number => plain.findIndex((column) => column.head === head)
const [MEASURE, DATE, CLASS, VALUE] = [at(H('measure')), at(H('date')), at(H('class')), at(H('value'))]
const BASIS = plain.length
const MONEY = ['万元', '元', '亿元']

const NOTE =
  '绿色的列填报，灰色的格不用填。数字可以带千位分隔符；金额看清“计量单位”是万元还是元。没有发生的填 0，没有数据的空着（空着不等于 0），不适用的在“数值”填“不适用”并在“说明”写明原因。佐证材料写文件名和页码，例如“国库支付明细 第3页”，没有文件的写凭证号或合同号，几份之间用分号隔开。'

const BASIS_NOTE = '“口径”有选项的，选填报的数按哪一种统计；一项只填一种口径。'

export async function factsTemplate(questions: readonly Question[], { label, year, unit }: FactsTemplateOptions): Promise<Uint8Array> {
  const title = printableLine(`${year}年度基础数据填报表（${label}）`, 120)
  const withBasis = questions.some(({ bases }) => bases.length > 0)
  const columns = withBasis ? [...plain, basis] : plain
  const sheet = formSheet({
    name: '基础数据',
    title,
    note: withBasis ? `${NOTE}${BASIS_NOTE}` : NOTE,
    columns,
    rows: questions.map((question) => rowOf(question, unit)),
    frozen: 3,
  })
  return writeBook({ title, author: AUTHOR, date: null, sheets: [sheet], isLarge: false })
}

function rowOf(question: Question, unit: string): FormRow {
  const { item, label, part, kind, year, isInstant } = question
  const word = question.unit === null ? '' : unitWord(question.unit)
  const choices = new Map<number, readonly string[]>()
  if (MONEY.includes(word)) choices.set(MEASURE, MONEY)
  if (kind === 'check') choices.set(VALUE, ['是', '否', '不适用'])
  if (kind === 'class')
    choices.set(
      CLASS,
      question.choices.map((one) => one.label),
    )
  const measure = kind === 'class' ? '%' : kind === 'figure' ? word : kind === 'points' || kind === 'deduction' ? '分' : ''
  const cells = [unit, item, label, part?.label ?? '', ask(question, word), isInstant ? `${year}-12-31` : String(year), '', measure]
  if (question.bases.length > 0) choices.set(BASIS, question.bases)
  return { cells, unused: question.bases.length > 0 ? unusedOf(kind) : new Set([...unusedOf(kind), BASIS]), choices }
}

function unusedOf(kind: Question['kind']): ReadonlySet<number> {
  const unused = new Set([DATE, CLASS])
  if (kind === 'date') unused.delete(DATE)
  if (kind === 'class') unused.delete(CLASS)
  if (kind === 'date' || kind === 'check') unused.add(MEASURE)
  return unused
}

function ask({ kind, follows, needed, isInstant }: Question, word: string): string {
  switch (kind) {
    case 'date':
      return '填完成日期，例如 2023-10-31；没有完成填“未完成”'
    case 'check':
      return '选“是”或“否”'
    case 'class':
      return '选等次，并在“数值”填得分率（占分值的 %）'
    case 'points':
      return '填评定的分数，并在“说明”写理由'
    case 'deduction':
      return '有扣分的才填：填扣几分，并在“说明”写原因；一项一行，不够可以加行'
    case 'group':
      return '填这一组的数值'
    case 'figure': {
      const what = `填${isInstant ? '数' : '全年数'}${word === '' ? '' : `，${word}`}`
      const used = needed.length > 2 ? `${needed.slice(0, 2).join('、')}等 ${needed.length} 项` : needed.join('、')
      return follows === null ? `${what}。用于：${used}` : `可以不填，按“${follows}”算出；填了以填的为准`
    }
  }
}
