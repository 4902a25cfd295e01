/** Money was spent on receptions, vehicles or travel, and the number of them is printed as zero. */
import { compare, isZero, ZERO } from '@jiheng/quantity'
import { type ConceptId, conceptById, DONE_ROLES } from '@jiheng/vocabulary'
import type { Figure } from '../../claims/figure.ts'
import { quoteFigure } from '../../findings/quote.ts'
import { sayFigure } from '../../findings/say.ts'
import { textCheck } from '../text-check.ts'

const COUNTS: readonly { readonly concept: ConceptId; readonly units: RegExp; readonly words: RegExp }[] = [
  { concept: 'reception', units: /^each:(?:批次|批|个|人次|次|人)$/, words: /接待/ },
  { concept: 'vehicle-running', units: /^each:(?:辆|台)$/, words: /保有量|实有.{0,4}车/ },
  { concept: 'vehicle-purchase', units: /^each:(?:辆|台)$/, words: /购置/ },
  { concept: 'abroad', units: /^each:(?:个|人次|人|次)$/, words: /出国/ },
]

export const spentWithoutCount = textCheck(
  {
    id: 'spent-without-count',
    kind: 'contradiction',
    severity: 'info',
    wording: {
      title: '有支出而数量为零',
      remedy: '核对批次、人次、辆数是否漏填；费用由其他原因形成的，请加说明。',
      explain: '公务接待费、公务用车运行维护费、公务用车购置费、因公出国（境）费大于 0，而所列批次、人次、保有量、购置辆数、团组数为 0。',
      titleEnglish: 'Money spent, and the number of things is zero',
    },
    source: 'framework §6 ID-31 · practice §4',
  },
  (set, tell) => {
    for (const { concept, units, words } of COUNTS) {
      const spent = (set.byConcept.get(concept) ?? []).find(isSpent)
      if (spent === undefined) continue
      const counts = set.figures.filter((figure) => units.test(figure.dimension) && figure.periodKey === '' && words.test(aboutOf(figure)))
      const none = counts.filter(({ value }) => isZero(value))
      const [first, ...rest] = none
      if (first === undefined || none.length < counts.length) {
        if (counts.length > 0) tell.pass()
        continue
      }
      const name = conceptById(concept)?.label ?? ''
      tell.fail({
        message: `${name}${sayFigure(spent)}，而所列数量为${sayFigure(first)}，请核对是否漏填。`,
        quotes: [quoteFigure(set, first), quoteFigure(set, spent), ...rest.slice(0, 2).map((figure) => quoteFigure(set, figure))],
        computation: `${name}${sayFigure(spent)} > 0，数量 = 0`,
        steps: [`${name}：${sayFigure(spent)}`, `所列数量：${none.map(sayFigure).join('、')}`, '有支出的，数量一般不为 0'],
        confidence: 0.7,
      })
    }
  },
)

const isSpent = (figure: Figure): boolean =>
  figure.dimension === 'money' &&
  figure.periodKey === '' &&
  DONE_ROLES.has(figure.claim.role) &&
  figure.qualifier.replace(/^[（(]?\d{1,2}[）)]?[.．、]?/, '') === '' &&
  compare(figure.value, ZERO) > 0

const aboutOf = (figure: Figure): string => figure.lead + figure.claim.label
