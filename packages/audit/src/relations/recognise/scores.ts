/** Points in running text: "指标2分，得1.5分", block scores under their headings, totals over blocks. */
import { add, compare, type Decimal, decimal, ZERO } from '@jiheng/quantity'
import type { ClaimSet, Section } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { side } from '../relation.ts'
import { isQuotedRule, type PointPair, pairsOfPoints } from './points-said.ts'

export function recogniseScores(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  const pairs: PointPair[] = []
  for (const sentence of set.sentences) {
    const points = sentence.figures
      .map((index) => set.figures[index] as Figure)
      .filter(
        (figure) =>
          figure.dimension === 'point' && figure.compare === null && figure.claim.quantity.hedge === undefined && !isQuotedRule(figure),
      )
    for (const { weight, score } of pairsOfPoints(sentence, points)) {
      pairs.push({ weight, score })
      relations.push({
        kind: 'bound',
        finding: 'impossible-value',
        readings: [{ say: '得分不超过分值', equation: { form: 'order', low: side([score.index]), high: side([weight.index]) } }],
        source: { by: 'scheme', ref: '得分不超过分值', citation: '勾稽 ID-43' },
        certainty: 'error',
        accused: score.index,
      })
    }
    relations.push(...totalOverBlocks(set, sentence, points), ...totalOverHundred(set, sentence, points))
  }
  relations.push(...blocksOverItems(set, pairs))
  return relations
}

/** "自评得分88分…其中，预算执行率6分，投入管理24分…": the total against the block scores of the next clauses or sentence. */
function totalOverBlocks(set: ClaimSet, sentence: Sentence, points: readonly Figure[]): NewRelation[] {
  const next = set.sentences[sentence.index + 1]
  const total = points.find((figure) => figure.claim.role === 'score' && /总|整体|自评|综合|最终|合计|共/.test(figure.lead))
  if (total === undefined) return []
  const isMarked = (figure: Figure): boolean => figure.claim.role === 'score' && figure !== total
  // "产出指标40分" is a weight by its words; under 其中 of a score, where nothing else is called one, it is a part of it.
  const areScores = !points.some((figure) => isMarked(figure) || figure.index < total.index)
  const isPart = (figure: Figure): boolean =>
    isMarked(figure) || ((figure.claim.role === 'amount' || (areScores && figure.claim.role === 'weight')) && isNamedPart(figure))
  const after = points.filter((figure) => figure.index > total.index && isPart(figure))
  const following =
    next !== undefined && next.block === sentence.block
      ? next.figures.map((index) => set.figures[index] as Figure).filter((figure) => figure.dimension === 'point' && isPart(figure))
      : []
  const parts = after.length >= 2 ? after : following.length >= 2 && opensWithin(set, next as Sentence) ? following : []
  if (parts.length < 2 || parts.some((part) => part.compare !== null || part.claim.quantity.hedge !== undefined)) return []
  return [
    {
      kind: 'sum',
      finding: 'score-total',
      accused: total.index,
      // What the sentence lists need not be all: only a slip, or parts above their total, accuse.
      certainty: 'error',
      guard: 'slip',
      source: { by: 'wording', ref: '各部分得分相加', citation: '勾稽 ID-42' },
      readings: [
        { say: '各部分得分相加', equation: { form: 'linear', left: side([total.index]), right: side(parts.map((part) => part.index)) } },
      ],
    },
  ]
}

/** "综合评分97.06分。资金执行得9.76分（10分）、产出得47.30分（50分）…": the next sentence scores all that makes the hundred. */
function totalOverHundred(set: ClaimSet, sentence: Sentence, points: readonly Figure[]): NewRelation[] {
  const next = set.sentences[sentence.index + 1]
  const totals = points.filter((figure) => figure.claim.role === 'score')
  const [total] = totals
  if (total === undefined || totals.length > 1 || next === undefined || next.figures.length > MAX_FIGURES) return []
  const parts = pairsOfPoints(
    next,
    next.figures.map((index) => set.figures[index] as Figure).filter(({ dimension }) => dimension === 'point'),
  )
  const hundred = parts.reduce<Decimal>((sum, { weight }) => add(sum, weight.value), ZERO)
  if (parts.length < 2 || compare(hundred, HUNDRED) !== 0 || !/总|综合|自评|评价|整体|项目|部门/.test(total.lead)) return []
  return [
    {
      kind: 'sum',
      finding: 'score-total',
      accused: total.index,
      certainty: 'error',
      source: { by: 'wording', ref: '各部分得分相加', citation: '勾稽 ID-42' },
      readings: [
        {
          say: '各部分得分相加',
          equation: { form: 'linear', left: side([total.index]), right: side(parts.map(({ score }) => score.index)) },
        },
      ],
    },
  ]
}
const HUNDRED = decimal('100')
const MAX_FIGURES = 60

/** "预算执行9.55分": a part by its name alone; bounds of grades (90分以上为优) and deductions are none. */
function isNamedPart(figure: Figure): boolean {
  const words = figure.lead.replace(/\s/g, '').replace(/^其中[：:]?/, '')
  return (
    /^[\u4e00-\u9fff]{2,12}$/.test(words) &&
    !/扣|加|满分|分值|不足|不含|低于|高于/.test(words) &&
    !/^(?:及|以|（|\(|为|的|至)/.test(figure.tail.trim())
  )
}

function opensWithin(set: ClaimSet, sentence: Sentence): boolean {
  const block = set.report.blocks[sentence.block]
  return block !== undefined && 'text' in block && /其中|分别/.test(block.text.slice(sentence.start, sentence.start + 8))
}

/** A block score stated elsewhere against the item scores under the heading of that name. */
function blocksOverItems(set: ClaimSet, pairs: readonly PointPair[]): NewRelation[] {
  const relations: NewRelation[] = []
  const inPairs = new Set(pairs.map((pair) => pair.score.index))
  const stated = new Map<string, Figure>()
  for (const figure of set.figures) {
    if (figure.dimension !== 'point' || figure.claim.role !== 'score' || figure.seat.kind !== 'text' || inPairs.has(figure.index)) continue
    for (const name of [blockName(figure.claim.label), blockName(figure.lead)])
      if (name !== '' && !stated.has(name)) stated.set(name, figure)
  }
  for (const [section, items] of itemsBySection(set.sections, pairs)) {
    const name = blockName((set.sections[section] as Section).title)
    const figure = stated.get(name)
    if (name === '' || figure === undefined || items.length < 3) continue
    relations.push({
      kind: 'sum',
      finding: 'score-total',
      accused: figure.index,
      certainty: 'warning',
      source: { by: 'scheme', ref: `${name}得分 = 所列各指标得分之和`, citation: '勾稽 ID-42' },
      readings: [
        {
          say: '所列各指标得分相加',
          equation: { form: 'linear', left: side([figure.index]), right: side(items.map((pair) => pair.score.index)) },
        },
      ],
    })
  }
  return relations
}

/** The pairs under each section, however deep. */
function itemsBySection<Pair extends { readonly score: Figure }>(
  sections: readonly Section[],
  pairs: readonly Pair[],
): Map<number, Pair[]> {
  const found = new Map<number, Pair[]>()
  for (const pair of pairs) {
    for (let at = pair.score.section; at >= 0; at = (sections[at] as Section).parent) {
      const items = found.get(at)
      if (items === undefined) found.set(at, [pair])
      else items.push(pair)
    }
  }
  return found
}

/** 过程管理 from "2.过程管理指标分析" and from "过程管理指标得分". */
export function blockName(text: string): string {
  const match = /([\u4e00-\u9fff]{2,8}?)(?:类)?指标/.exec(text.replace(/\s/g, ''))
  return match === null ? '' : (match[1] ?? '')
}
