/** Items scored in running text: "满分12分，得11.5分", in a heading or paragraph, with the words that speak of it. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'

export interface ScoredItem {
  readonly weight: Figure
  readonly score: Figure
  /** Block of the weight and score. */
  readonly block: number
  /** Last block that speaks of the item: the end of its section, where it is a heading. */
  readonly lastBlock: number
  /** Index of the first figure of the next item. */
  readonly nextFigure: number
}

/** Figures between the weight and the score of an item: the rate it is computed from, its target. */
const MAX_BETWEEN = 5

export function scoredItems(set: ClaimSet): ScoredItem[] {
  const pairs = pairsOf(set)
  const ends = endsOfSections(set)
  return pairs.map(({ weight, score }, at) => {
    const block = weight.claim.anchor.block
    return { weight, score, block, lastBlock: ends.get(block) ?? block, nextFigure: pairs[at + 1]?.weight.index ?? set.figures.length }
  })
}

/** A weight and the score that follows it in the same block, no other weight or score between them. */
function pairsOf(set: ClaimSet): { weight: Figure; score: Figure }[] {
  const pairs: { weight: Figure; score: Figure }[] = []
  let weight: Figure | null = null
  for (const figure of set.figures) {
    if (figure.dimension !== 'point' || figure.seat.kind !== 'text') continue
    const { role, anchor, quantity } = figure.claim
    if (role === 'weight') weight = figure
    else if (role === 'score' && weight !== null) {
      const isNear = weight.claim.anchor.block === anchor.block && figure.index - weight.index <= MAX_BETWEEN
      const isPlain = figure.compare === null && quantity.hedge === undefined && weight.compare === null
      if (isNear && isPlain) pairs.push({ weight, score: figure })
      weight = null
    }
  }
  return pairs
}

/** Last block of each section, by the block of its heading. */
function endsOfSections(set: ClaimSet): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  const open: { block: number; level: number }[] = []
  for (const { block, level } of set.sections) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) ends.set(open.pop()?.block ?? -1, block - 1)
    open.push({ block, level })
  }
  for (const { block } of open) ends.set(block, set.report.blocks.length - 1)
  return ends
}
