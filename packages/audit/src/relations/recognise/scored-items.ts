/** Items scored in running text: "满分12分，得11.5分", in a heading or paragraph, with the words that speak of it. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { isQuotedRule } from './points-said.ts'

export interface ScoredItem {
  readonly weight: Figure
  readonly score: Figure
  /** Block of the weight and score. */
  readonly block: number
  /** Stretch of the block's tidied text that speaks of this item and no other. */
  readonly start: number
  readonly end: number
  /** Last block that speaks of the item: the end of its section, where it is a heading. */
  readonly lastBlock: number
  /** Index of the first figure of the next item. */
  readonly nextFigure: number
}

/** Figures between the weight and the score of an item: the rate it is computed from, its target. */
const MAX_BETWEEN = 5
const STOPS = '。；;'
/** Characters from a stop to the figures of an item. */
const FAR = 200

export function scoredItems(set: ClaimSet): ScoredItem[] {
  const { pairs, weights } = pairsOf(set)
  const ends = endsOfSections(set)
  let next = 0
  return pairs.map(({ weight, score }, at) => {
    const block = weight.claim.anchor.block
    while (next < weights.length && (weights[next] as Figure).index <= score.index) next++
    const [before, after] = [pairs[at - 1]?.score, weights[next]]
    const text = textOf(set, block)
    const start = Math.max(before?.claim.anchor.block === block ? before.tidyEnd : 0, lastStop(text, weight.tidyEnd) + 1)
    const last = after?.claim.anchor.block === block ? Math.max(score.tidyEnd, lastStop(text, after.tidyEnd)) : text.length
    const end = nextListed(text, score.tidyEnd, last)
    return { weight, score, block, start, end, lastBlock: ends.get(block) ?? block, nextFigure: after?.index ?? set.figures.length }
  })
}

function textOf(set: ClaimSet, block: number): string {
  const content = set.report.blocks[block]
  return content !== undefined && 'text' in content ? content.text : ''
}

/** The last full stop or semicolon before an offset, not far back. */
function lastStop(text: string, offset: number): number {
  for (let at = offset - 1; at >= Math.max(0, offset - FAR); at--) if (STOPS.includes(text.charAt(at))) return at
  return Math.max(-1, offset - FAR - 1)
}

/** The next point of a list speaks of something else, even where it prints no weight: "…。3.效果指标中，…", "…；二是…". */
function nextListed(text: string, from: number, to: number): number {
  const found = NEXT_LISTED.exec(text.slice(from, Math.min(to, from + MAX_ITEM)))
  return found === null ? to : from + found.index + 1
}
const NEXT_LISTED =
  /[。；;]\s*(?:\d{1,2}[.．、](?!\d)|[（(][\d一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,2}是|其[一二三四五六]|第[一二三四五六])/
const MAX_ITEM = 2000

/** A weight and the score that follows it in the same block, no other weight or score between them. */
function pairsOf(set: ClaimSet): { pairs: { weight: Figure; score: Figure }[]; weights: Figure[] } {
  const pairs: { weight: Figure; score: Figure }[] = []
  const weights: Figure[] = []
  let weight: Figure | null = null
  for (const figure of set.figures) {
    if (figure.dimension !== 'point' || figure.seat.kind !== 'text' || isQuotedRule(figure)) continue
    const { role, anchor, quantity } = figure.claim
    if (role === 'weight') {
      weights.push(figure)
      weight = /得满分$/.test(figure.lead.trim()) ? null : figure
    } else if (role === 'score' && weight !== null) {
      const isNear = weight.claim.anchor.block === anchor.block && figure.index - weight.index <= MAX_BETWEEN
      const isPlain = figure.compare === null && quantity.hedge === undefined && weight.compare === null
      if (isNear && isPlain && !/[；;]/.test(textOf(set, anchor.block).slice(weight.tidyEnd, figure.tidyEnd)))
        pairs.push({ weight, score: figure })
      weight = null
    }
  }
  return { pairs, weights }
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
