/** "财政拨款收入2254.36万元，占本年收入的99.69%": a share against the part before it and the whole that it names. */
import { conceptAtEnd } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import { reduce, trimPhrase } from '../../claims/read-phrase.ts'
import type { NewRelation } from '../recogniser.ts'
import { side } from '../relation.ts'

/** Words for a whole that name nothing: the total of the list is meant. */
const UNNAMED = /^(?:总额|总数|总量|全部|总|总体|总人数|其|合计|总计|比|总支出额|总金额|)$/

export function recogniseShares(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    for (const index of sentence.figures) {
      const share = set.figures[index] as Figure
      if (share.claim.role !== 'share' || share.compare !== null) continue
      const part = partOf(set, sentence, share)
      if (part === null) continue
      const wholes = wholesOf(set, sentence, share, part)
      if (wholes.candidates.length === 0) continue
      relations.push({
        kind: 'ratio',
        finding: 'ratio',
        readings: wholes.candidates.map((whole) => ({
          say: `${nameOf(part)} ÷ ${nameOf(whole)}`,
          equation: { form: 'ratio', result: share.index, numerator: side([part.index]), denominator: side([whole.index]) },
        })),
        source: { by: 'wording', ref: '占…%' },
        certainty: wholes.sure ? 'error' : 'question',
        accused: share.index,
      })
    }
  }
  return relations
}

const nameOf = (figure: Figure): string => figure.claim.label || '该数'

/** The nearest amount or count before the share in its sentence. */
function partOf(set: ClaimSet, sentence: Sentence, share: Figure): Figure | null {
  for (let i = sentence.figures.indexOf(share.index) - 1; i >= 0; i--) {
    const figure = set.figures[sentence.figures[i] as number] as Figure
    if (figure.claim.role === 'change' || figure.dimension === 'ratio' || figure.dimension === 'percentage-point') continue
    return figure
  }
  return null
}

function wholesOf(set: ClaimSet, sentence: Sentence, share: Figure, part: Figure): { candidates: Figure[]; sure: boolean } {
  const fits = (figure: Figure): boolean =>
    figure.index !== part.index &&
    figure.dimension === part.dimension &&
    figure.periodKey === part.periodKey &&
    figure.claim.role !== 'change'
  const before = sentence.figures
    .slice(0, sentence.figures.indexOf(part.index))
    .map((index) => set.figures[index] as Figure)
    .filter(fits)
  const named = trimPhrase((share.against ?? '').replace(/[“”"（()）\s]/g, ''))
  if (UNNAMED.test(named)) {
    if (before.length > 0) return { candidates: before.reverse(), sure: true }
    return { candidates: previousTotals(set, sentence).filter(fits), sure: false }
  }
  const concept = conceptAtEnd(named)
  const rest = concept === null ? named : reduce(named.slice(0, named.length - concept.length), () => false)
  const answers = (figure: Figure): boolean =>
    fits(figure) &&
    (concept === null
      ? figure.claim.label !== '' && (figure.claim.label.endsWith(named) || named.endsWith(figure.claim.label))
      : figure.claim.concept === concept.concept && figure.qualifier === '' && rest === '')
  const near = before.filter(answers)
  if (near.length > 0) return { candidates: near.reverse(), sure: true }
  const block = part.claim.anchor.block
  const sameBlock = set.figures.filter((figure) => figure.claim.anchor.block === block && answers(figure))
  if (sameBlock.length > 0) return { candidates: sameBlock.reverse(), sure: true }
  const all = set.figures.filter(answers)
  const sameSection = all.filter(
    (figure) => figure.section === part.section || set.sections[figure.section]?.parent === set.sections[part.section]?.parent,
  )
  const scoped = sameSection.length > 0 ? sameSection : all
  return { candidates: scoped.reverse(), sure: concept !== null && distinct(scoped) === 1 }
}

/** Figures of the sentence before, in the same block. */
function previousTotals(set: ClaimSet, sentence: Sentence): Figure[] {
  const previous = set.sentences[sentence.index - 1]
  if (previous === undefined || previous.block !== sentence.block) return []
  return previous.figures
    .map((index) => set.figures[index] as Figure)
    .filter((figure) => figure.dimension !== 'ratio')
    .reverse()
}

export function distinct(figures: readonly Figure[]): number {
  return new Set(figures.map((figure) => `${figure.value.coefficient}e${figure.value.scale}`)).size
}
