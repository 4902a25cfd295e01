/** None is said to have been, and yet an amount or a number of the same thing is printed: 无项目支出 beside 项目支出2.7万元. */
import { compare, ZERO } from '@jiheng/quantity'
import { type ConceptId, DONE_ROLES, PLANNED_ROLES } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { quoteFigure } from '../../findings/quote.ts'
import { sayFigure } from '../../findings/say.ts'
import { type Fault, textCheck } from '../text-check.ts'
import { type DeniedCost, deniedCosts } from './denied-cost.ts'
import { type Denial, denialsIn, scopeIn } from './denied-spending.ts'
import { quoteClause, quoteSpan, sentenceText, titlesOver, wordsOf } from './said.ts'

/** No report denies more; a text made to do so is looked at no further. */
const MOST = 200
/** Some of a part is some of the whole. */
const PARTS: Readonly<Record<ConceptId, readonly ConceptId[]>> = {
  'three-public': ['abroad', 'vehicles', 'vehicle-purchase', 'vehicle-running', 'reception'],
  vehicles: ['vehicle-purchase', 'vehicle-running'],
}
const PUBLIC: ReadonlySet<ConceptId> = new Set(['three-public', ...(PARTS['three-public'] ?? [])])
const OWN_MONEY = /自有资金|单位资金|其他资金|自筹|事业收入|非财政/
/** Names so wide that only their full wording counts. */
const FULL_NAME: Readonly<Record<ConceptId, RegExp>> = {
  'project-expenditure': /项目(?:经费|资金)?支出|项目经费/,
  procurement: /政府采购/,
  liabilities: /负债/,
  'budget-addition': /追加/,
  training: /培训费/,
  meeting: /会议费/,
}

export const noneYetSome = textCheck(
  {
    id: 'none-yet-some',
    kind: 'contradiction',
    severity: 'error',
    wording: {
      title: '前称没有，后列数额',
      remedy: '核对该项是否发生，统一前后表述；口径不同的，请注明口径。',
      explain: '“无项目支出”“未发生公务接待费”“未追加预算”“未安排宣传支出”等表述，与同一年度、同一口径下该项的金额、批次、人次、辆数对照。',
      titleEnglish: 'Said to be none, and yet an amount is printed',
    },
    source: 'framework §6 ID-59、60',
  },
  (set, tell) => {
    const told = new Set<ConceptId>()
    for (const denial of denialsIn(set).slice(0, MOST)) {
      if (told.has(denial.concept)) continue
      const against = [denial.concept, ...(PARTS[denial.concept] ?? [])].flatMap((concept) => set.byConcept.get(concept) ?? [])
      const figures = against.filter((figure) => contradicts(set, figure, denial))
      const [first] = figures
      if (first === undefined) tell.pass()
      else {
        told.add(denial.concept)
        tell.fail(faultOf(set, denial, first, figures))
      }
    }
    const costs = deniedCosts(set)
    for (let at = costs.found.length; at < costs.denied; at++) tell.pass()
    for (const cost of costs.found) tell.fail(() => costFault(set, cost))
  },
)

function costFault(set: ClaimSet, { said, figure }: DeniedCost): Fault {
  const some = `${nameOf(figure)}${sayFigure(figure)}`
  return {
    severity: 'warning',
    message: `此处称“${said.words}”，另处却列有${some}，请核对。`,
    quotes: [quoteClause(set, said), quoteFigure(set, figure)],
    computation: `${said.words} ↔ ${some}`,
    steps: [`此处表述为没有：“${said.words}”`, `同一年度列有：${some}`, '没有安排的，数额应为 0'],
    confidence: 0.8,
  }
}

function faultOf(set: ClaimSet, denial: Denial, first: Figure, figures: readonly Figure[]): Fault {
  const accused = quoteSpan(set, denial.said, denial.until)
  const words = wordsOf(set, denial.said, denial.until)
  const quotes = figures.slice(0, 3).map((figure) => quoteFigure(set, figure))
  const printed = first.seat.kind === 'text' ? (quotes[0]?.text ?? '') : ''
  const some = printed !== '' && printed.length <= 40 ? `“${printed}”` : `${nameOf(first)}${sayFigure(first)}`
  const isCertain = first.dimension === 'money' && first.seat.kind === 'text' && denial.concept === first.claim.concept
  return {
    severity: isCertain && denial.scope === null && !denial.isMild ? 'error' : 'warning',
    message: `此处称“${words}”，另处却写${some}，二者不能同时成立，请核对。`,
    quotes: [accused, ...quotes],
    computation: `${words} ↔ ${some}`,
    steps: [`此处表述为没有：“${words}”`, `同一年度写有：${some}`, '没有发生的，数额应为 0'],
    confidence: isCertain ? 0.9 : 0.8,
  }
}

const nameOf = (figure: Figure): string => plain(figure.claim.label)
const plain = (words: string): string => words.replace(/^(?:[（(]?\d{1,3}[）)]?[.．、]|[①-⑳])/, '')

function contradicts(set: ClaimSet, figure: Figure, denial: Denial): boolean {
  const { claim } = figure
  if (compare(figure.value, ZERO) <= 0 || claim.confidence < 0.5 || claim.who !== null || plain(figure.qualifier) !== '') return false
  if (figure.dimension !== 'money' && (!figure.dimension.startsWith('each:') || !figure.ownLabel)) return false
  if (!roleFits(figure, denial) || !isOfTheYear(set, figure, denial)) return false
  const concept = claim.concept ?? ''
  if (FULL_NAME[concept]?.test(claim.label) === false) return false
  if (denial.isSurplusOnly && /结转/.test(claim.label)) return false
  if (figure.seat.kind === 'text' && figure.seat.sentence === denial.said.sentence.index && !goesOn(figure, denial)) return false
  return fundsFit(set, figure, denial)
}

/** 没有结转结余，年末结转结余23.1万元: told in one breath, of the same funds. */
const goesOn = ({ seat, claim, ownLabel }: Figure, { until, scope }: Denial): boolean =>
  seat.kind === 'text' && seat.clause > until.at && ownLabel && scope === null && claim.scope === null

function roleFits({ claim, dimension }: Figure, { concept, isPlanned }: Denial): boolean {
  if (concept.startsWith('budget-')) return DONE_ROLES.has(claim.role) || PLANNED_ROLES.has(claim.role)
  if (isPlanned) return PLANNED_ROLES.has(claim.role)
  return DONE_ROLES.has(claim.role) || (claim.role === 'count' && dimension !== 'money')
}

function isOfTheYear(set: ClaimSet, { periodKey, claim }: Figure, { concept }: Denial): boolean {
  if (periodKey === '') return true
  const { year } = set.report
  if (year === null || claim.period === null) return false
  if (concept === 'carry-in') return periodKey === `${year}-01-01` || periodKey === `${year - 1}-12-31`
  return (concept === 'carry-out' || concept === 'liabilities') && periodKey === `${year}-12-31`
}

/** Other money may have paid what 财政拨款 did not. */
function fundsFit(set: ClaimSet, figure: Figure, { concept, scope }: Denial): boolean {
  const around = wordsRound(set, figure)
  const named = figure.claim.scope ?? scopeIn(titlesOver(set, figure.section).join('，'))
  if (PUBLIC.has(concept)) return named !== 'own-funds' && named !== 'special-account' && !OWN_MONEY.test(around)
  return scope === null || named === scope
}

function wordsRound(set: ClaimSet, figure: Figure): string {
  const titles = titlesOver(set, figure.section).join('，')
  if (figure.seat.kind !== 'text') return titles
  const sentence = set.sentences[figure.seat.sentence]
  return titles + (sentence === undefined ? '' : sentenceText(set, sentence))
}
