/** Work that is told to end before it began: finished before it was started, started before it was put out to tender. */
import { type PeriodReading, readPeriods } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Sentence } from '../../claims/figure.ts'
import { quoteInClause } from '../../findings/quote.ts'
import { type Tell, textCheck } from '../text-check.ts'

const wording = {
  title: '完成时间早于开始时间',
  remedy: '核对两处时间。',
  explain:
    '同一句中写明年月的先后环节（立项、招标、签订合同、开工、完工、验收），后一环节的时间早于前一环节。各环节都只写一次时才判断；补签、追认等不在此列。',
  titleEnglish: 'Work that ends before it begins',
}

export const finishedBeforeBegun = textCheck(
  { id: 'finished-before-begun', kind: 'date', severity: 'warning', wording, source: '项目实施的先后次序' },
  (set, tell) => {
    for (const sentence of set.sentences) lookAt(set, sentence, tell)
  },
)

/** In the order of the work. A step may overlap its neighbours by a month, as it is printed. */
const STEPS: readonly (readonly [name: string, words: RegExp])[] = [
  ['开工', /开工|动工|开始施工|进场施工|启动实施|启动建设|开始实施/],
  ['完工', /完工|竣工|建成|完成(?:竣工)?验收|通过(?:竣工)?验收|投入使用|投用/],
]
const TENDER: readonly (readonly [name: string, words: RegExp])[] = [
  ['发布招标公告', /(?:发布|挂出)[^，。；]{0,6}(?:招标|采购|磋商)公告|(?:公开)?招标/],
  ['签订合同', /签订[^，。；]{0,8}(?:合同|协议)|签约/],
]
const APART = /补签|补办|追认|提前|分批|分期|一期|二期|三期|首批|第[一二三四五]|部分|其余|剩余|另|其中|原|续|上年|分别/

function lookAt(set: ClaimSet, sentence: Sentence, tell: Tell): void {
  const block = set.report.blocks[sentence.block]
  if (block === undefined || !('text' in block)) return
  const text = block.text.slice(sentence.start, sentence.end)
  if (!/20\d{2}\s?年/.test(text) || APART.test(text) || readPeriods(text).filter(isMonth).length !== 2) return
  for (const [first, second] of [STEPS, TENDER] as readonly [typeof STEPS, typeof TENDER]) {
    const begun = onlyDate(text, sentence, first as (typeof STEPS)[0])
    const ended = onlyDate(text, sentence, second as (typeof STEPS)[0])
    // What ends may be something else when it has a name of its own.
    if (begun === null || ended === null || begun.start > ended.start || !ended.isBare) continue
    if (ended.to >= begun.from) {
      tell.pass()
      continue
    }
    tell.fail(() => ({
      message: `写明${begun.name}在${begun.words}，${ended.name}却在${ended.words}，请核对时间。`,
      quotes: [ended, begun].map(({ start, end }) => quoteInClause(set, sentence.block, sentence.start + start, sentence.start + end)) as [
        ReturnType<typeof quoteInClause>,
        ReturnType<typeof quoteInClause>,
      ],
      computation: `${ended.words} 早于 ${begun.words}`,
      steps: [`${begun.name}：${begun.words}`, `${ended.name}：${ended.words}`, '后一环节早于前一环节'],
    }))
  }
}

interface Dated {
  readonly name: string
  readonly words: string
  readonly from: string
  readonly to: string
  readonly start: number
  readonly end: number
  /** Nothing but 并于 and the like stands before the date in its clause. */
  readonly isBare: boolean
}

/** The date in the one clause that names the step; null when none or several do. */
function onlyDate(text: string, sentence: Sentence, [name, words]: (typeof STEPS)[0]): Dated | null {
  const clauses = sentence.clauses.filter(({ start, end }) => words.test(text.slice(start - sentence.start, end - sentence.start)))
  const [clause, ...more] = clauses
  if (clause === undefined || more.length > 0) return null
  const from = clause.start - sentence.start
  const dates = readPeriods(text.slice(from, clause.end - sentence.start)).filter(isMonth)
  const [date, ...others] = dates
  if (date === undefined || others.length > 0 || date.period === null) return null
  const printed = text.slice(from + date.start, from + date.end)
  const isBare = /^[并且已后于在至\s]*$/.test(text.slice(from, from + date.start))
  return { name, words: printed, from: date.period.from, to: date.period.to, start: from + date.start, end: from + date.end, isBare }
}

const isMonth = ({ period, relative }: PeriodReading): boolean => period !== null && relative === undefined && /月/.test(period.asPrinted)
