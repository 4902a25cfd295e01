/** Spending is said to have stayed within its budget, and yet more than the budget is printed as spent. */
import { compare } from '@jiheng/quantity'
import { type ConceptId, conceptById, DONE_ROLES, PLANNED_ROLES } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { quoteFigure } from '../../findings/quote.ts'
import { sayFigure } from '../../findings/say.ts'
import { type Fault, type Tell, textCheck } from '../text-check.ts'
import { type Beside, budgetBeside } from './budget-beside.ts'
import { isNotYet, isOutlook, namesOtherYear, quoteClause, type Said, saidOf, sentenceText } from './said.ts'

/** What a budget is kept for, with the words that name it. */
const KEPT: readonly ConceptId[] = [
  'three-public',
  'reception',
  'vehicles',
  'vehicle-running',
  'vehicle-purchase',
  'abroad',
  'meeting',
  'training',
  'personnel-cost',
  'public-cost',
  'running-cost',
  'basic-expenditure',
  'project-expenditure',
]
const NAMES = KEPT.map((concept) => {
  const found = conceptById(concept)
  return { concept, names: found === undefined ? [] : [found.label, ...found.aliases].filter((name) => name.length >= 3) }
})
/** What is meant when all spending is: the parts that every report tells the budget of. */
const WHOLE: readonly ConceptId[] = ['expenditure', 'personnel-cost', 'public-cost', 'basic-expenditure', 'three-public']
const WITHIN =
  /^(.{0,40}?)(?:均|都|全部|严格|有效|合理)*(?:(?:无|未|没有|未出现|没有出现|未发生|没有发生)(?:任何)?超(?:出|过)?(?:年初|年度|全年|批复)?预算|(?:控制|压缩|保持)在(?:了)?(?:年初|年度|全年|财政批复|批复|核定|调整|整体)*(?:的)?预算(?:总额|数|指标|批复数|安排|额度|范围)?(?:的)?(?:以内|之内|范围内|范围之内|内)|(?:未|没有)(?:突破|超过|超出)(?:了)?(?:年初|年度|全年|批复|调整)*(?:的)?预算(?:数|总额|指标|安排)?)(?:安排)?(?:支出)?(?:的)?(?:情况|现象|问题)?$/
/** "“三公”经费各项支出": the whole and each of its parts. */
const EACH_ITEM = /各项|分项|各类|每一?项/
const PUBLIC_ITEMS: readonly ConceptId[] = ['reception', 'vehicles', 'vehicle-running', 'vehicle-purchase', 'abroad']
const MARKS = /[“”"'‘’「」\s]/g
const AGAINST_INITIAL = /年初/
const PART = /项目(?!支出|经费|资金支出)|下属|所属|本级/

export const withinBudgetYetOver = textCheck(
  {
    id: 'within-budget-yet-over',
    kind: 'contradiction',
    severity: 'error',
    wording: {
      title: '称未超预算而支出超过预算',
      remedy: '核对预算数和支出数，或更正“未超预算”的表述；预算有调整的，请列出调整后预算数。',
      explain:
        '“无超预算”“控制在预算以内”等表述，与同一事项所列预算数、支出数对照；有调整预算数的以调整预算数为准；“未超过年初预算N万元”与同句所列支出对照。',
      titleEnglish: 'Said to be within budget, and yet over it',
    },
    source: 'framework §6 ID-66',
  },
  (set, tell) => {
    const told = new Set<ConceptId>()
    const pairs = pairsOf(set)
    for (const sentence of set.sentences) {
      if (!sentenceText(set, sentence).includes('预算')) continue
      const clauses = saidOf(set, sentence)
      for (const at of clauses.keys()) lookAt(set, clauses, at, told, pairs, tell)
    }
  },
)

function lookAt(set: ClaimSet, clauses: readonly Said[], at: number, told: Set<ConceptId>, pairFor: PairFor, tell: Tell): void {
  const said = clauses[at] as Said
  if (!said.words.includes('预算')) return
  const beside = budgetBeside(set, clauses, at)
  if (beside !== null && !isNotYet(said.words) && !isOutlook(set, said.sentence.section)) {
    if (compare(beside.spent.value, beside.budget.value) > 0) tell.fail(besideFault(set, said, beside))
    else tell.pass()
    return
  }
  const words = said.words.replace(MARKS, '').replace(/出国[（(]境[）)]/g, '出国境')
  const match = words.length > 90 ? null : WITHIN.exec(words)
  if (match === null || isNotYet(words) || isOutlook(set, said.sentence.section) || namesOtherYear(words, set.report.year)) return
  const concepts = keptIn(clauses.slice(Math.max(0, at - 2), at), match[1] ?? '')
  if (concepts === null) {
    tell.notApplicable()
    return
  }
  const pairs = concepts.flatMap((concept) => pairFor(concept, AGAINST_INITIAL.test(match[0])) ?? [])
  const over = pairs.filter(({ concept, spent, budget }) => compare(spent.value, budget.value) > 0 && !told.has(concept))
  if (over.length > 0) tell.fail(faultOf(set, said, over))
  else if (pairs.length > 0) tell.pass()
  else tell.cannotTell(null, '所称事项的预算数或支出数')
  for (const { concept } of over) told.add(concept)
}

function faultOf(set: ClaimSet, said: Said, over: readonly Pair[]): Fault {
  const isCertain = over.some(({ budget }) => budget.claim.role !== 'initial-budget') || AGAINST_INITIAL.test(said.words)
  const told = over.map(
    ({ concept, spent, budget }) => `${conceptById(concept)?.label ?? ''}支出${sayFigure(spent)} > 预算${sayFigure(budget)}`,
  )
  return {
    severity: isCertain ? 'error' : 'warning',
    message: `此处称“${said.words}”，而所列支出大于预算：${told.join('；')}，请核对${isCertain ? '' : '（预算有调整的，请列出调整后预算数）'}。`,
    quotes: [quoteClause(set, said), ...over.flatMap(({ spent, budget }) => [quoteFigure(set, spent), quoteFigure(set, budget)])],
    computation: told.join('；'),
    steps: [...told, `支出大于预算，与“${said.words}”不符`],
    confidence: isCertain ? 0.9 : 0.75,
  }
}

function besideFault(set: ClaimSet, said: Said, { spent, budget }: Beside): Fault {
  const told = `支出${sayFigure(spent)} > 预算${sayFigure(budget)}`
  return {
    severity: 'warning',
    message: `此处称“${said.words}”，而所列支出为${sayFigure(spent)}，大于该预算，请核对。`,
    quotes: [quoteClause(set, said), quoteFigure(set, spent)],
    computation: told,
    steps: [told, `支出大于预算，与“${said.words}”不符`],
    confidence: 0.85,
  }
}

/** The concepts whose budget is kept; null when a project or a part of the department is spoken of. */
function keptIn(before: readonly Said[], subject: string): readonly ConceptId[] | null {
  for (const phrase of [subject, ...before.map(({ words }) => words.replace(MARKS, '')).reverse()]) {
    if (PART.test(phrase)) return null
    const named = NAMES.filter(({ names }) => names.some((name) => phrase.includes(name))).map(({ concept }) => concept)
    if (named.length > 0)
      return named.includes('three-public') && EACH_ITEM.test(phrase) ? [...new Set([...named, ...PUBLIC_ITEMS])] : named
    if (/(?:支出总额|总支出|支出|经费|资金|开支|收支)(?:总额|总量|规模|数)?$/.test(phrase)) break
  }
  return /支出总额|总支出|整体支出/.test(subject) ? ['expenditure'] : WHOLE
}

interface Pair {
  readonly concept: ConceptId
  readonly spent: Figure
  readonly budget: Figure
}

type PairFor = (concept: ConceptId, isInitial: boolean) => Pair | null

/** Each pair is looked for once. */
function pairsOf(set: ClaimSet): PairFor {
  const found = new Map<string, Pair | null>()
  return (concept, isInitial) => {
    const key = `${concept} ${isInitial}`
    const pair = found.get(key) ?? (found.has(key) ? null : pairOf(set, concept, isInitial))
    found.set(key, pair)
    return pair
  }
}

/** The largest budget and the smallest spending that are printed for the whole of the unit and the year; null unless both are. */
function pairOf(set: ClaimSet, concept: ConceptId, isInitial: boolean): Pair | null {
  const figures = (set.byConcept.get(concept) ?? []).filter((figure) => isWhole(figure))
  const budgets = [...figures, ...(concept === 'expenditure' ? (set.byConcept.get('budget') ?? []).filter(isWhole) : [])]
  const budget = largest(budgets.filter(({ claim }) => (isInitial ? claim.role === 'initial-budget' : PLANNED_ROLES.has(claim.role))))
  const spent = smallest(figures.filter(({ claim }) => DONE_ROLES.has(claim.role)))
  if (
    budget === null ||
    spent === null ||
    (budget.claim.scope !== null && spent.claim.scope !== null && budget.claim.scope !== spent.claim.scope)
  )
    return null
  if (concept === 'expenditure' && budget.claim.role !== 'adjusted-budget') return null
  if (budget.claim.role !== 'adjusted-budget' && !isInitial && !isPublic(concept) && isAdjusted(set)) return null
  return { concept, spent, budget }
}

const isPublic = (concept: ConceptId): boolean => KEPT.indexOf(concept) < KEPT.indexOf('meeting')

/** What was added in the year may cover more than the initial budget. */
const isAdjusted = (set: ClaimSet): boolean =>
  set.byConcept.has('budget-addition') || set.figures.some(({ claim, qualifier }) => claim.role === 'adjusted-budget' && qualifier === '')

const isWhole = (figure: Figure): boolean =>
  figure.dimension === 'money' &&
  figure.periodKey === '' &&
  figure.claim.who === null &&
  figure.qualifier.replace(/^[（(]?\d{1,2}[）)]?[.．、]?/, '') === ''

function largest(figures: readonly Figure[]): Figure | null {
  return figures.reduce<Figure | null>((best, figure) => (best === null || compare(figure.value, best.value) > 0 ? figure : best), null)
}

function smallest(figures: readonly Figure[]): Figure | null {
  return figures.reduce<Figure | null>((best, figure) => (best === null || compare(figure.value, best.value) < 0 ? figure : best), null)
}
