/** "全年借阅51230人次…，一至四季度分别为…", "一季度3120辆、二季度3480辆、三季度…、四季度…": four quarters make the year. */
import { compare } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import { figuresBefore } from '../../claims/look-back.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'
import { isBase } from './growth-base.ts'

const TOGETHER = /(?:一至四|1至4|1[-—~]4|四个|各|第一至第四)季度(?:的)?[^，。；\d]{0,8}(?:分别|依次)(?:为|是|达)?[^，。；\d]{0,6}$/
const QUARTERS = [/第?一季度/, /第?二季度/, /第?三季度/, /第?四季度/] as const
/** What is left at the end of each quarter, or how much of the year's is done by then, does not add up. */
const NO_FLOW = /累计|余额|末|率|进度|平均|均价|在[岗校册院]|存栏|保有/
const LOOK_BACK = 12
const MAX_TOTALS = 4

export function recogniseQuarters(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    if (sentence.figures.length < QUARTERS.length || !textOf(set, sentence).includes('季度')) continue
    const figures = sentence.figures.map((index) => set.figures[index] as Figure)
    for (const at of figures.keys()) {
      const four = figures.slice(at, at + QUARTERS.length)
      if (four.length < QUARTERS.length || !areQuarters(set, sentence, four)) continue
      const relation = relationOf(set, sentence, four)
      if (relation !== null) relations.push(relation)
      break
    }
  }
  return relations
}

const textOf = (set: ClaimSet, { block, start, end }: Sentence): string => {
  const content = set.report.blocks[block]
  return content !== undefined && 'text' in content ? content.text.slice(start, end) : ''
}

const isAmount = (figure: Figure): boolean =>
  (/^(?:money|area|mu|length|mass|volume)$/.test(figure.dimension) || figure.dimension.startsWith('each:')) &&
  figure.compare === null &&
  figure.claim.quantity.hedge === undefined &&
  figure.claim.role !== 'change'

/** Four amounts of a kind, each with its quarter before it, or all together with 一至四季度分别为. */
function areQuarters(set: ClaimSet, sentence: Sentence, four: readonly Figure[]): boolean {
  const [first, , , last] = four
  if (first === undefined || last === undefined || last.index - first.index !== QUARTERS.length - 1) return false
  if (four.some((figure) => !isAmount(figure) || figure.dimension !== first.dimension)) return false
  const words = (from: number, to: number): string => textOf(set, { ...sentence, start: from, end: to }).replace(/\s/g, '')
  const before = words(Math.max(sentence.start, first.tidyEnd - 40), first.tidyEnd).replace(/[\d.,，]+[^\d，。；]{0,4}$/, '')
  if (NO_FLOW.test(before)) return false
  if (TOGETHER.test(before)) return true
  return four.every((figure, at) => {
    const from = at === 0 ? Math.max(sentence.start, figure.tidyEnd - 24) : (four[at - 1] as Figure).tidyEnd
    return (QUARTERS[at] as RegExp).test(words(from, figure.tidyEnd))
  })
}

/** Against the amount of the kind that stands before: the nearest, unless another fits. */
function relationOf(set: ClaimSet, sentence: Sentence, four: readonly Figure[]): NewRelation | null {
  const first = four[0] as Figure
  const totals = figuresBefore(set, sentence.block, first.index, LOOK_BACK)
    .filter(
      (figure) =>
        isAmount(figure) &&
        figure.dimension === first.dimension &&
        !isBase(figure) &&
        four.every((quarter) => compare(figure.value, quarter.value) > 0),
    )
    .toReversed()
    .slice(0, MAX_TOTALS)
  const [total] = totals
  if (total === undefined) return null
  const right = side(four.map(({ index }) => index))
  return {
    kind: 'sum',
    finding: 'sum',
    readings: totals.map((whole): Reading => ({ say: '四个季度相加', equation: { form: 'linear', left: side([whole.index]), right } })),
    source: { by: 'wording', ref: '全年 = 四个季度之和' },
    certainty: 'warning',
    ...(totals.length > 1 ? { guard: 'slip' as const, explainBy: 'slip' as const } : {}),
    accused: total.index,
  }
}
