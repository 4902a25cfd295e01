/** "财政拨款收入480万元，占本年收入的96%": a share against the part before it and the whole that it names. */
import { compare } from '@jiheng/quantity'
import { conceptAtEnd, PLANNED_ROLES } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import { conceptNear, figuresBefore } from '../../claims/look-back.ts'
import { BRACKET_LABEL, FIGURE_BEFORE, reduce, trimPhrase } from '../../claims/read-phrase.ts'
import { isInOrder } from '../../claims/self-names.ts'
import { judge } from '../../graph/judge.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Equation, type Reading, side } from '../relation.ts'

/** Words for a whole that name nothing: the total of the list is meant. */
const UNNAMED = /^(?:总额|总数|总量|全部|总|总体|总人数|其|合计|总计|比|总支出额|总金额|)$/

interface Share {
  readonly share: Figure
  readonly part: Figure
  /** The whole in words; '' when the share names none. */
  readonly named: string
  /** The share before it that names a whole: "占项目支出的86.79%；…，占11.09%". */
  readonly after: Share | null
  /** The whole where it stands right before the share: 为目标6000件的136.9%. */
  readonly whole: Figure | null
}

export function recogniseShares(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    const shares = sharesOf(set, sentence)
    if (shares.length === 0) continue
    const unnamed = shares.filter(({ named }) => UNNAMED.test(named))
    const parts = new Set(unnamed.map(({ part }) => part.index))
    const common = wholesOfList(set, sentence, unnamed, parts)
    for (const entry of shares) {
      if (entry.whole !== null) {
        relations.push(ofFigureBefore(set, sentence, entry, entry.whole))
        continue
      }
      const inherited = entry.after === null ? [] : namedWholes(set, sentence, { ...entry.after, part: entry.part })
      const within = UNNAMED.test(entry.named) && inherited.length === 0 ? wholeOfWithin(set, sentence, entry) : null
      const wholes =
        within !== null
          ? [within]
          : likeliest(
              entry.part,
              !UNNAMED.test(entry.named)
                ? namedWholes(set, sentence, entry)
                : inherited.length > 0
                  ? inherited
                  : common.filter((whole) => fits(whole, entry.part)),
            )
      const sure =
        UNNAMED.test(entry.named) && inherited.length === 0
          ? isProven(set, unnamed, wholes) || (wholes.length === 1 && entry.share.claim.label !== BRACKET_LABEL)
          : distinct(wholes) === 1
      if (wholes.length === 0) continue
      const maySlip = !sure && wholes.length <= MAX_SLIPPING && isLong(entry.share)
      relations.push({
        kind: 'ratio',
        finding: 'ratio',
        readings: wholes.map((whole) => ({ say: `${nameOf(entry.part)} ÷ ${nameOf(whole)}`, equation: shareOf(entry, whole) })),
        source: { by: 'wording', ref: '占…%' },
        certainty: sure ? 'error' : maySlip ? 'warning' : 'question',
        ...(maySlip ? { guard: 'slip' as const, explainBy: 'slip' as const } : {}),
        accused: entry.share.index,
      })
    }
  }
  return relations
}

/** "专任教师112人，其中“双师型”教师74人，占66.07%": 其中 says whose share it is, as long as the part is the first of its list. */
function wholeOfWithin(set: ClaimSet, sentence: Sentence, { part }: Share): Figure | null {
  if (!/^\s*其中/.test(part.lead) || part.seat.kind !== 'text' || part.seat.sentence !== sentence.index) return null
  const before = figuresOfSentence(set, sentence, part.index).filter(
    (figure) => figure.dimension === part.dimension && figure.claim.role !== 'change' && !/^\s*(?:相?较|对?比|与|同)/.test(figure.lead),
  )
  const whole = before.at(-1)
  if (whole === undefined || !fits(whole, part)) return null
  const { opener } = sentence.clauses[part.seat.clause] ?? { opener: '' }
  const isBeside = whole.seat.kind === 'text' && part.seat.clause - whole.seat.clause === 1 && opener !== '；' && opener !== ';'
  return distinct(before) === 1 || isBeside ? whole : null
}

/** What was spent is a share of what was spent, and 网上受理 of what was 受理, where there is such a whole. */
function likeliest(part: Figure, wholes: readonly Figure[]): readonly Figure[] {
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

/** A rate with so many digits is hit by a slip of another whole only once in a while. */
const isLong = (share: Figure): boolean => share.claim.quantity.value.replace(/[^\d]/g, '').length >= LONG_RATE
const LONG_RATE = 4
const MAX_SLIPPING = 3

/** "8214件，为目标6000件的136.9%". */
function ofFigureBefore(set: ClaimSet, sentence: Sentence, entry: Share, whole: Figure): NewRelation {
  const others = figuresOfSentence(set, sentence, whole.index).filter(
    (figure) => figure.index !== entry.part.index && figure.dimension === whole.dimension,
  )
  const readings: Reading[] = [
    { say: `${nameOf(entry.part)} ÷ ${nameOf(whole)}`, equation: shareOf(entry, whole) },
    ...others.map((part): Reading => ({ say: '所列两数相除', equation: shareOf({ ...entry, part }, whole), onlyExplains: true })),
  ]
  return {
    kind: 'ratio',
    finding: 'ratio',
    readings,
    source: { by: 'wording', ref: '为…的…%' },
    certainty: 'error',
    accused: entry.share.index,
  }
}

const nameOf = (figure: Figure): string => figure.claim.label || '该数'

const shareOf = ({ share, part }: Share, whole: Figure): Equation => ({
  form: 'ratio',
  result: share.index,
  numerator: side([part.index]),
  denominator: side([whole.index]),
})

/** The shares of a sentence, each with the nearest amount or count before it. */
function sharesOf(set: ClaimSet, sentence: Sentence): Share[] {
  const shares: Share[] = []
  let part: Figure | null = null
  let before: Figure | null = null
  for (const index of sentence.figures) {
    const figure = set.figures[index] as Figure
    if (figure.claim.role === 'share' && figure.compare === null) {
      const share = shareFrom(figure, part, before, firstLike(set, sentence, part), shares)
      if (share !== null) shares.push(share)
    } else if (figure.claim.role !== 'change' && figure.dimension !== 'ratio' && figure.dimension !== 'percentage-point') {
      before = part
      part = figure
    }
  }
  return shares
}

/** "举办活动168场，其中讲座24场…，参与2万人次，完成计划150场的112%": what the sentence starts with is measured. */
function firstLike(set: ClaimSet, sentence: Sentence, whole: Figure | null): Figure | null {
  if (whole === null) return null
  const first = sentence.figures.map((index) => set.figures[index] as Figure).find(({ dimension }) => dimension === whole.dimension)
  return first === undefined || first.index >= whole.index || first.claim.role === 'change' || !/完成|为|达/.test(whole.lead) ? null : first
}

function shareFrom(
  share: Figure,
  part: Figure | null,
  before: Figure | null,
  firstAlike: Figure | null,
  earlier: readonly Share[],
): Share | null {
  if (part === null || hasSubject(share, part)) return null
  if (share.against === FIGURE_BEFORE) {
    const done = before?.dimension === part.dimension ? before : firstAlike
    return done === null ? null : { share, part: done, named: FIGURE_BEFORE, after: null, whole: part }
  }
  const named = trimPhrase((share.against ?? '').replace(/[“”"（()）\s]/g, ''))
  const after = UNNAMED.test(named) ? (earlier.findLast((entry) => !UNNAMED.test(entry.named) && entry.whole === null) ?? null) : null
  return { share, part, named, after, whole: null }
}

/** "服务871.54万元，面向中小企业采购占91.6%": the share of something named for itself, of which no amount stands before it. */
function hasSubject(share: Figure, part: Figure): boolean {
  if (share.seat.kind !== 'text' || part.seat.kind !== 'text') return false
  if (share.seat.sentence === part.seat.sentence && share.seat.clause === part.seat.clause) return false
  const words = /([\u4e00-\u9fff]{4,})占(?!比)[^占]*$/.exec(share.lead.replace(/[\s“”"（()）]/g, ''))?.[1]
  return words !== undefined && !/比|约|分别|仅|共|合计|支出|经费|资金|该|金额|数|两项/.test(words)
}

const fits = (figure: Figure, part: Figure): boolean => figure.periodKey === part.periodKey && isWholeOf(figure, part)

const isWholeOf = (figure: Figure, part: Figure): boolean =>
  figure.index !== part.index &&
  figure.dimension === part.dimension &&
  figure.claim.role !== 'change' &&
  compare(figure.value, part.value) >= 0

/** What "占…%" without a name may mean: amounts before the list in this sentence or the one before. The one that most shares prove goes first, alone. */
function wholesOfList(set: ClaimSet, sentence: Sentence, shares: readonly Share[], parts: ReadonlySet<number>): Figure[] {
  const first = shares[0]
  if (first === undefined) return []
  const before = sentence.figures
    .map((index) => set.figures[index] as Figure)
    .filter((figure) => figure.index < first.share.index && !parts.has(figure.index))
  const candidates = [...before.slice(-MAX_CANDIDATES).reverse(), ...previousTotals(set, sentence).slice(0, MAX_CANDIDATES)].filter(
    (figure) => fits(figure, first.part),
  )
  let best: { whole: Figure; holding: number } | null = null
  for (const whole of candidates) {
    const holding = shares.filter((entry) => judge(shareOf(entry, whole), set.figures)?.holds === true).length
    if (holding > (best?.holding ?? 0)) best = { whole, holding }
  }
  if (best !== null) return [best.whole]
  const parents = [...new Set(shares.flatMap(({ part }) => parentsOf(part)))].flatMap((concept) =>
    (set.byConcept.get(concept) ?? []).slice(0, MAX_FACTS),
  )
  const facts = uniqueByValue(
    parents.filter((figure) => figure.qualifier === '' && figure.seat.kind === 'text' && fits(figure, first.part)),
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

function isProven(set: ClaimSet, shares: readonly Share[], wholes: readonly Figure[]): boolean {
  const whole = wholes.length === 1 ? wholes[0] : undefined
  return whole !== undefined && shares.some((entry) => judge(shareOf(entry, whole), set.figures)?.holds === true)
}

/** Figures that answer to the name of the whole: nearest first, and only from the nearest place that has any. */
function namedWholes(set: ClaimSet, sentence: Sentence, { part, named }: Share): Figure[] {
  const concept = conceptAtEnd(named)
  const rest = concept === null ? named : reduce(named.slice(0, named.length - concept.length), () => false)
  const answers = (figure: Figure): boolean =>
    fits(figure, part) &&
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
        fits(figure, part) &&
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
function figuresOfSentence(set: ClaimSet, sentence: Sentence, index: number): Figure[] {
  const first = sentence.figures[0] ?? 0
  return set.figures.slice(Math.max(first, index - NEAR), index)
}

const keyOf = (figure: Figure): string => `${figure.value.coefficient}e${figure.value.scale}`

export function uniqueByValue(figures: readonly Figure[]): Figure[] {
  return [...new Map(figures.map((figure) => [keyOf(figure), figure])).values()]
}

export function distinct(figures: readonly Figure[]): number {
  return new Set(figures.map(keyOf)).size
}
