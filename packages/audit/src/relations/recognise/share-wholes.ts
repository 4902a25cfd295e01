/** What a share may be a share of: the whole that its words name, the one its list divides, or the one that most shares prove. */
import { compare } from '@jiheng/quantity'
import { conceptAtEnd, PLANNED_ROLES } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import { conceptNear, figuresBefore } from '../../claims/look-back.ts'
import { reduce } from '../../claims/phrase-words.ts'
import { isInOrder } from '../../claims/self-names.ts'
import { judge } from '../../graph/judge.ts'
import { type Equation, side } from '../relation.ts'
import { distinct, uniqueByValue } from './distinct-values.ts'

/** Words for a whole that name nothing: the total of the list is meant. */
export const UNNAMED = /^(?:总额|总数|总量|全部|总|总体|总人数|其|合计|总计|比|总支出额|总金额|)$/

export interface Share {
  readonly share: Figure
  readonly part: Figure
  /** The whole in words; '' when the share names none. */
  readonly named: string
  /** The share before it that names a whole: "占项目支出的86.79%；…，占11.09%". */
  readonly after: Share | null
  /** The whole where it stands right before the share: 为目标6000件的136.9%. */
  readonly whole: Figure | null
}

/** "专任教师112人，其中“双师型”教师74人，占66.07%": 其中 says whose share it is, as long as the part is the first of its list. */
export function wholeOfWithin(set: ClaimSet, sentence: Sentence, { part }: Share): Figure | null {
  if (!/^\s*其中/.test(part.lead) || part.seat.kind !== 'text' || part.seat.sentence !== sentence.index) return null
  const before = figuresOfSentence(set, sentence, part.index).filter(
    (figure) => figure.dimension === part.dimension && figure.claim.role !== 'change' && !/^\s*(?:相?较|对?比|与|同)/.test(figure.lead),
  )
  const whole = before.at(-1)
  if (whole === undefined || !fits(set, whole, part)) return null
  const { opener } = sentence.clauses[part.seat.clause] ?? { opener: '' }
  const isBeside = whole.seat.kind === 'text' && part.seat.clause - whole.seat.clause === 1 && opener !== '；' && opener !== ';'
  return distinct(before) === 1 || isBeside ? whole : null
}

/** What was spent is a share of what was spent, and 网上受理 of what was 受理, where there is such a whole. */
export function likeliest(part: Figure, wholes: readonly Figure[]): readonly Figure[] {
  if (distinct(wholes) < 2) return wholes
  const sameStage = wholes.filter((whole) => isPlan(whole) === isPlan(part))
  const left = sameStage.length > 0 ? sameStage : wholes
  const verb = part.claim.label.slice(-2)
  const sameVerb = left.filter(
    ({ claim }) => verb.length === 2 && claim.label.includes(verb) && /^(?:受理|办理|收到|完成|培训|救助|发放)$/.test(verb),
  )
  return distinct(sameVerb) === 1 ? sameVerb.slice(0, 1) : left
}

const isPlan = (figure: Figure): boolean => PLANNED_ROLES.has(figure.claim.role)

export const shareOf = ({ share, part }: Share, whole: Figure): Equation => ({
  form: 'ratio',
  result: share.index,
  numerator: side([part.index]),
  denominator: side([whole.index]),
})

/** The year of the report and its last day speak of one state. */
const isNow = (set: ClaimSet, key: string): boolean => key === '' || (set.report.year !== null && key === `${set.report.year}-12-31`)

export const fits = (set: ClaimSet, figure: Figure, part: Figure): boolean =>
  (figure.periodKey === part.periodKey || (isNow(set, figure.periodKey) && isNow(set, part.periodKey))) && isWholeOf(figure, part)

const isWholeOf = (figure: Figure, part: Figure): boolean =>
  figure.index !== part.index &&
  figure.dimension === part.dimension &&
  figure.claim.role !== 'change' &&
  compare(figure.value, part.value) >= 0

/** What "占…%" without a name may mean: amounts before the list in this sentence or the one before. The one that most shares prove goes first, alone. */
export function wholesOfList(set: ClaimSet, sentence: Sentence, shares: readonly Share[], parts: ReadonlySet<number>): Figure[] {
  const first = shares[0]
  if (first === undefined) return []
  const before = sentence.figures
    .map((index) => set.figures[index] as Figure)
    .filter((figure) => figure.index < first.share.index && !parts.has(figure.index))
  const candidates = [...before.slice(-MAX_CANDIDATES).reverse(), ...previousTotals(set, sentence).slice(0, MAX_CANDIDATES)].filter(
    (figure) => fits(set, figure, first.part),
  )
  let best: { whole: Figure; holding: number } | null = null
  for (const whole of candidates) {
    const holding = shares.slice(0, MAX_CANDIDATES).filter((entry) => judge(shareOf(entry, whole), set.figures)?.holds === true).length
    if (holding > (best?.holding ?? 0)) best = { whole, holding }
  }
  if (best !== null) return [best.whole]
  const parents = [...new Set(shares.flatMap(({ part }) => parentsOf(part)))].flatMap((concept) =>
    (set.byConcept.get(concept) ?? []).slice(0, MAX_FACTS),
  )
  const facts = uniqueByValue(
    parents.filter((figure) => figure.qualifier === '' && figure.seat.kind === 'text' && fits(set, figure, first.part)),
  )
  const proven = facts.filter((whole) => shares.some((entry) => judge(shareOf(entry, whole), set.figures)?.holds === true))
  return proven.length > 0 ? proven.slice(0, 1) : uniqueByValue(candidates)
}

/** What a part is a part of, by its concept. */
function parentsOf(part: Figure): readonly string[] {
  const concept = part.claim.concept ?? ''
  if (concept === 'basic-expenditure' || concept === 'project-expenditure') return ['expenditure']
  if (concept === 'personnel-cost' || concept === 'public-cost') return ['basic-expenditure']
  if (/^(?:function|economic)-/.test(concept)) return ['expenditure', 'appropriation-expenditure']
  return /-revenue$/.test(concept) ? ['revenue'] : []
}

export function isProven(set: ClaimSet, shares: readonly Share[], wholes: readonly Figure[]): boolean {
  const whole = wholes.length === 1 ? wholes[0] : undefined
  return whole !== undefined && shares.slice(0, MAX_CANDIDATES).some((entry) => judge(shareOf(entry, whole), set.figures)?.holds === true)
}

/** Figures that answer to the name of the whole: nearest first, and only from the nearest place that has any. */
export function namedWholes(set: ClaimSet, sentence: Sentence, { part, named }: Share): Figure[] {
  const concept = conceptAtEnd(named)
  const rest = concept === null ? named : reduce(named.slice(0, named.length - concept.length), () => false)
  const answers = (figure: Figure): boolean =>
    fits(set, figure, part) &&
    (concept === null
      ? figure.claim.label !== '' && (figure.claim.label.endsWith(named) || named.endsWith(figure.claim.label))
      : figure.claim.concept === concept.concept && figure.qualifier === '' && rest === '')
  const byName = (figure: Figure): boolean =>
    rest !== '' && isWholeOf(figure, part) && figure.seat.kind === 'text' && figure.lead.replace(/[为是共]$/, '').endsWith(named)
  const inSentence = figuresOfSentence(set, sentence, part.index).filter(answers)
  if (inSentence.length > 0) return uniqueByValue(inSentence.reverse())
  const known =
    concept === null
      ? figuresBefore(set, part.claim.anchor.block, part.index, NEAR)
      : conceptNear(set, concept.concept, part.index, MAX_FACTS)
  const all = known.filter(answers)
  const inBlock = all.filter((figure) => figure.claim.anchor.block === part.claim.anchor.block)
  if (inBlock.length > 0) return uniqueByValue(inBlock.reverse())
  if (all.length === 0 && rest !== '') {
    const named = uniqueByValue(figuresBefore(set, part.claim.anchor.block, part.index, NEAR).filter(byName))
    if (named.length === 1) return named
  }
  if (all.length === 0 && concept === null) return fuzzyWholes(set, part, named)
  const inSection = all.filter(
    (figure) => figure.section === part.section || set.sections[figure.section]?.parent === set.sections[part.section]?.parent,
  )
  return uniqueByValue((inSection.length > 0 ? inSection : all).reverse())
}

/** "占在校生的50.12%" and "在校学生1620人": the name's characters in order at the end of a phrase. */
function fuzzyWholes(set: ClaimSet, part: Figure, named: string): Figure[] {
  if (named.length < 3) return []
  const found = set.figures
    .slice(Math.max(0, part.index - FAR), part.index)
    .filter(
      (figure) =>
        fits(set, figure, part) &&
        figure.seat.kind === 'text' &&
        figure.claim.quantity.hedge === undefined &&
        isInOrder(named, figure.lead.replace(/[（(].*?[）)]/g, '').slice(-named.length - 2)),
    )
  return distinct(found) === 1 ? found.slice(0, 1) : []
}

const SENTENCES_BACK = 4
/** Amounts of one sentence that an unnamed whole is looked for among. */
const MAX_CANDIDATES = 16
/** How far a whole that no concept names is looked for, and how many facts of a concept are. */
const NEAR = 60
const MAX_FACTS = 60
const FAR = 300

/** Amounts of the sentences before, in the same block, the last first. */
function previousTotals(set: ClaimSet, sentence: Sentence): Figure[] {
  const found: Figure[] = []
  for (let at = sentence.index - 1; at >= Math.max(0, sentence.index - SENTENCES_BACK); at--) {
    const previous = set.sentences[at] as Sentence
    if (previous.block !== sentence.block) break
    const amounts = previous.figures.map((index) => set.figures[index] as Figure).filter((figure) => figure.dimension !== 'ratio')
    found.push(...amounts.reverse())
  }
  return found
}

/** The last figures of the sentence before an index. */
export function figuresOfSentence(set: ClaimSet, sentence: Sentence, index: number): Figure[] {
  const first = sentence.figures[0] ?? 0
  return set.figures.slice(Math.max(first, index - NEAR), index)
}
