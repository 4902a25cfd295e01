/**
 * Indicators that are told one a paragraph, numbered through: "指标1：预算执行率（10分，得9.37分）。…", then "以上九项指标分值合计100分".
 * Their full marks make up the hundred, their scores the score that stands above them.
 */
import { compare, decimal } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { judge } from '../../graph/judge.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Equation, side } from '../relation.ts'
import { type ScoredItem, scoredItems } from './scored-items.ts'

const NUMBER = /^\s*(?:指标)?[（(]?(\d{1,2})(?:[）)]|[.．、：:])(?!\d)/
const LEAST_ITEMS = 4
/** Blocks from the last item to the sum of the full marks, and from the score to the first item. */
const BELOW = 2
const ABOVE = 3
const HUNDRED = decimal('100')

export function recogniseScoredLists(set: ClaimSet): NewRelation[] {
  // Items under headings of their own are judged as an outline.
  const headed = new Set(set.sections.map(({ block }) => block))
  return runsOf(set, headed).flatMap((items) => [...weightsOf(set, items), ...scoresOf(set, items)])
}

/** Paragraphs numbered 1, 2, 3 … with one scored item each. */
function runsOf(set: ClaimSet, headed: ReadonlySet<number>): ScoredItem[][] {
  const runs: ScoredItem[][] = []
  for (const item of scoredItems(set)) {
    const number = headed.has(item.block) ? 0 : numberOf(set, item.block)
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (number === 1) runs.push([item])
    else if (run !== undefined && last !== undefined && number === run.length + 1 && item.block === last.block + 1) run.push(item)
  }
  return runs.filter((run) => run.length >= LEAST_ITEMS && numberOf(set, (run.at(-1) as ScoredItem).block + 1) === 0)
}

function numberOf(set: ClaimSet, block: number): number {
  const content = set.report.blocks[block]
  return content?.kind === 'paragraph' ? Number(NUMBER.exec(content.text)?.[1] ?? 0) : 0
}

function weightsOf(set: ClaimSet, items: readonly ScoredItem[]): NewRelation[] {
  const end = (items.at(-1) as ScoredItem).block
  const total = blocksFrom(set, end + 1, end + BELOW).find(
    ({ dimension, claim, lead, compare: bound }) =>
      dimension === 'point' &&
      claim.role === 'weight' &&
      bound === null &&
      /(?:合计|共计|总计|共)(?:为|是)?$/.test(lead.replace(/\s/g, '')),
  )
  if (total === undefined || !countsThem(set, total, items.length)) return []
  const weights = items.map(({ weight }) => weight)
  return [
    {
      kind: 'sum',
      finding: 'weight-total',
      accused: total.index,
      certainty: 'error',
      source: { by: 'wording', ref: '各项指标分值合计', citation: '勾稽 ID-41' },
      readings: [{ say: '各项指标分值相加', equation: sumOf(total, weights) }],
    },
  ]
}

/** "以上十二项指标": as many as were found, where their number is told. */
function countsThem(set: ClaimSet, total: Figure, found: number): boolean {
  const sentence = total.seat.kind === 'text' ? set.sentences[total.seat.sentence] : undefined
  const counts = (sentence?.figures ?? []).map((index) => set.figures[index] as Figure).filter(({ dimension }) => dimension === 'each:项')
  return counts.every(({ value }) => compare(value, decimal(String(found))) === 0)
}

function scoresOf(set: ClaimSet, items: readonly ScoredItem[]): NewRelation[] {
  const first = (items[0] as ScoredItem).block
  const total = blocksFrom(set, Math.max(0, first - ABOVE), first - 1).findLast(
    ({ dimension, claim, lead, compare: bound, value }) =>
      dimension === 'point' &&
      claim.role === 'score' &&
      bound === null &&
      /(?:自评|综合|总|最终)/.test(lead) &&
      compare(value, HUNDRED) <= 0,
  )
  if (total === undefined) return []
  const isWhole = weightsOf(set, items).some(({ readings }) => judge(readings[0]?.equation as Equation, set.figures)?.holds === true)
  return [
    {
      kind: 'sum',
      finding: 'score-total',
      accused: total.index,
      certainty: isWhole ? 'error' : 'warning',
      ...(isWhole ? {} : { guard: 'slip' as const }),
      source: { by: 'scheme', ref: '总得分 = 各项指标得分之和', citation: '勾稽 ID-42' },
      readings: [
        {
          say: '各项指标得分相加',
          equation: sumOf(
            total,
            items.map(({ score }) => score),
          ),
        },
      ],
    },
  ]
}

const sumOf = (total: Figure, parts: readonly Figure[]): Equation => ({
  form: 'linear',
  left: side([total.index]),
  right: side(parts.map(({ index }) => index)),
})

function blocksFrom(set: ClaimSet, from: number, to: number): Figure[] {
  const found: Figure[] = []
  for (let block = from; block <= to; block++) found.push(...(set.figuresOf.get(block) ?? []).filter(({ seat }) => seat.kind === 'text'))
  return found
}
