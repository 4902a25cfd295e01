/** "项目预算合计6725万元，支出合计6611.36万元，分项目情况如下：" over the paragraphs that follow, one an item. */
import { PLANNED_ROLES } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { side } from '../relation.ts'

const BELOW = /(?:如下|分别(?:为|是)|包括|其中)[：:]?$/
const MAX_ITEMS = 60
const MIN_ITEMS = 3
const MAX_ENDS = 3

export function recogniseListsBelow(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const [block, sentences] of set.sentencesOf) {
    const content = set.report.blocks[block]
    const last = sentences.at(-1) as Sentence
    if (content === undefined || !('text' in content) || !BELOW.test(content.text.trimEnd())) continue
    for (const index of last.figures) {
      const total = set.figures[index] as Figure
      if (
        total.dimension !== 'money' ||
        total.compare !== null ||
        total.claim.role === 'change' ||
        total.claim.quantity.hedge !== undefined
      )
        continue
      const parts = itemsBelow(set, block, total)
      if (parts.length < MIN_ITEMS) continue
      relations.push({
        kind: 'sum',
        finding: 'sum',
        readings: endsOf(parts).map((items) => ({
          say: '以下各项相加',
          equation: { form: 'linear', left: side([total.index]), right: side(items.map((part) => part.index)) },
        })),
        source: { by: 'wording', ref: '以下各项合计' },
        certainty: 'error',
        guard: 'slip',
        explainBy: 'slip',
        accused: total.index,
      })
    }
  }
  return relations
}

/** What follows the last item may speak of money too. */
function endsOf(parts: readonly Figure[]): Figure[][] {
  const ends: Figure[][] = []
  for (let length = parts.length; length >= MIN_ITEMS && ends.length < MAX_ENDS; length--) ends.push(parts.slice(0, length))
  return ends
}

/** The first figure of the total's kind and role in each of the paragraphs below, as long as every one has it. */
function itemsBelow(set: ClaimSet, block: number, total: Figure): Figure[] {
  const parts: Figure[] = []
  for (let at = block + 1; at < set.report.blocks.length && parts.length < MAX_ITEMS; at++) {
    if (set.report.blocks[at]?.kind === 'table') break
    const found = (set.figuresOf.get(at) ?? []).find(
      (figure) =>
        figure.dimension === total.dimension &&
        figure.claim.role !== 'change' &&
        figure.compare === null &&
        PLANNED_ROLES.has(figure.claim.role) === PLANNED_ROLES.has(total.claim.role),
    )
    if (found === undefined) break
    parts.push(found)
  }
  return parts
}
