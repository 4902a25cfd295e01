/** "财政拨款收入2254.36万元，占本年收入的99.69%": a share against the part before it and the whole that it names. */
import { compare } from '@jiheng/quantity'
import { conceptAtEnd } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import { BRACKET_LABEL, reduce, trimPhrase } from '../../claims/read-phrase.ts'
import { judge } from '../../graph/judge.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Equation, side } from '../relation.ts'

/** Words for a whole that name nothing: the total of the list is meant. */
const UNNAMED = /^(?:总额|总数|总量|全部|总|总体|总人数|其|合计|总计|比|总支出额|总金额|)$/

interface Share {
  readonly share: Figure
  readonly part: Figure
  /** The whole in words; '' when the share names none. */
  readonly named: string
  /** The share before it that names a whole: "占项目支出的86.79%；…，占11.09%". */
  readonly after: Share | null
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
      const inherited = entry.after === null ? [] : namedWholes(set, sentence, { ...entry.after, part: entry.part })
      const wholes = !UNNAMED.test(entry.named)
        ? namedWholes(set, sentence, entry)
        : inherited.length > 0
          ? inherited
          : common.filter((whole) => fits(whole, entry.part))
      const sure =
        UNNAMED.test(entry.named) && inherited.length === 0
          ? isProven(set, unnamed, wholes) || (wholes.length === 1 && entry.share.claim.label !== BRACKET_LABEL)
          : distinct(wholes) === 1
      if (wholes.length === 0) continue
      relations.push({
        kind: 'ratio',
        finding: 'ratio',
        readings: wholes.map((whole) => ({ say: `${nameOf(entry.part)} ÷ ${nameOf(whole)}`, equation: shareOf(entry, whole) })),
        source: { by: 'wording', ref: '占…%' },
        certainty: sure ? 'error' : 'question',
        accused: entry.share.index,
      })
    }
  }
  return relations
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
  for (const index of sentence.figures) {
    const figure = set.figures[index] as Figure
    if (figure.claim.role === 'share' && figure.compare === null) {
      const named = trimPhrase((figure.against ?? '').replace(/[“”"（()）\s]/g, ''))
      const after = UNNAMED.test(named) ? (shares.findLast((entry) => !UNNAMED.test(entry.named)) ?? null) : null
      if (part !== null) shares.push({ share: figure, part, named, after })
    } else if (figure.claim.role !== 'change' && figure.dimension !== 'ratio' && figure.dimension !== 'percentage-point') part = figure
  }
  return shares
}

const fits = (figure: Figure, part: Figure): boolean =>
  figure.index !== part.index &&
  figure.dimension === part.dimension &&
  figure.periodKey === part.periodKey &&
  figure.claim.role !== 'change' &&
  compare(figure.value, part.value) >= 0

/** What "占…%" without a name may mean: amounts before the list in this sentence or the one before. The one that most shares prove goes first, alone. */
function wholesOfList(set: ClaimSet, sentence: Sentence, shares: readonly Share[], parts: ReadonlySet<number>): Figure[] {
  const first = shares[0]
  if (first === undefined) return []
  const before = sentence.figures
    .map((index) => set.figures[index] as Figure)
    .filter((figure) => figure.index < first.share.index && !parts.has(figure.index))
  const candidates = [...before.reverse(), ...previousTotals(set, sentence)].filter((figure) => fits(figure, first.part))
  let best: { whole: Figure; holding: number } | null = null
  for (const whole of candidates) {
    const holding = shares.filter((entry) => judge(shareOf(entry, whole), set.figures)?.holds === true).length
    if (holding > (best?.holding ?? 0)) best = { whole, holding }
  }
  return best === null ? uniqueByValue(candidates) : [best.whole]
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
  const inSentence = sentence.figures
    .map((index) => set.figures[index] as Figure)
    .filter((figure) => figure.index < part.index && answers(figure))
  if (inSentence.length > 0) return uniqueByValue(inSentence.reverse())
  const all = set.figures.filter(answers)
  const inBlock = all.filter((figure) => figure.claim.anchor.block === part.claim.anchor.block)
  if (inBlock.length > 0) return uniqueByValue(inBlock.reverse())
  const inSection = all.filter(
    (figure) => figure.section === part.section || set.sections[figure.section]?.parent === set.sections[part.section]?.parent,
  )
  return uniqueByValue((inSection.length > 0 ? inSection : all).reverse())
}

/** Amounts of the sentence before, in the same block, the last first. */
function previousTotals(set: ClaimSet, sentence: Sentence): Figure[] {
  const previous = set.sentences[sentence.index - 1]
  if (previous === undefined || previous.block !== sentence.block) return []
  return previous.figures
    .map((index) => set.figures[index] as Figure)
    .filter((figure) => figure.dimension !== 'ratio')
    .reverse()
}

const keyOf = (figure: Figure): string => `${figure.value.coefficient}e${figure.value.scale}`

export function uniqueByValue(figures: readonly Figure[]): Figure[] {
  return [...new Map(figures.map((figure) => [keyOf(figure), figure])).values()]
}

export function distinct(figures: readonly Figure[]): number {
  return new Set(figures.map(keyOf)).size
}
