/** Points by outline: a heading with its own weight and score over sub-items with theirs; what is lost, weight − score = deduction. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import { figuresBefore } from '../../claims/look-back.ts'
import { judge } from '../../graph/judge.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Equation, side } from '../relation.ts'
import { isBehind, isQuotedRule, type PointPair as Pair } from './points-said.ts'

const MAX_CHILDREN = 60
/** Figures between the weight and the score of an item: the rate it is computed from, its target. */
const MAX_BETWEEN = 5
const EACH = /各(?:为|计|占)?$/

export function recogniseScoreOutline(set: ClaimSet): NewRelation[] {
  const own = ownPairs(set)
  const relations: NewRelation[] = []
  const childrenOf = new Map<number, number[]>()
  for (const section of set.sections) {
    const siblings = childrenOf.get(section.parent)
    if (siblings === undefined) childrenOf.set(section.parent, [section.index])
    else siblings.push(section.index)
  }
  for (const section of set.sections) {
    const pair = own.get(section.index)
    const children = pair === undefined ? [] : scoredChildren(set, childrenOf.get(section.index)).map((child) => own.get(child))
    const known = children.filter((child) => child !== undefined)
    if (pair === undefined || known.length < 2 || known.length !== children.length) continue
    relations.push(...levelOf(set, pair, known))
  }
  relations.push(...statedElsewhere(set, own, childrenOf), ...itemsInText(set, own, childrenOf))
  return [...relations, ...deductions(set), ...totals(set, own), ...weightSums(set)]
}

/** "预算编制情况满分20分，得分19.5分" over the scored items under the heading of that name. */
function statedElsewhere(set: ClaimSet, own: ReadonlyMap<number, Pair>, childrenOf: ReadonlyMap<number, readonly number[]>): NewRelation[] {
  const relations: NewRelation[] = []
  const inHeadings = new Set([...own.values()].map((pair) => pair.score.index))
  const stated = pairsOfText(set).filter((pair) => !inHeadings.has(pair.score.index))
  if (stated.length === 0 || stated.length > 60) return relations
  for (const section of set.sections) {
    const children = scoredChildren(set, childrenOf.get(section.index)).map((child) => own.get(child))
    const known = children.filter((child) => child !== undefined)
    const name = nameOf(section.title)
    if (own.has(section.index) || known.length < 2 || known.length !== children.length) continue
    const isNamed = (candidate: Pair): boolean => name.length >= 3 && candidate.weight.lead.replace(/\s/g, '').includes(name)
    const pair = stated.find(isNamed) ?? stated.find(({ weight }) => weight.section === section.index)
    if (pair !== undefined) relations.push(...levelOf(set, pair, known))
  }
  return relations
}

/** 投入 of "投入情况分析（20分），自评得分19分". */
const nameOf = (title: string): string =>
  title
    .replace(/[（(][^（()）]{0,16}分[^（()）]{0,16}[）)].{0,20}$/, '')
    .replace(/[\s“”"（）()]/g, '')
    .replace(/(?:完成)?(?:情况)?(?:分析)?$/, '')

/** A scored heading over running text, below it or in its own paragraph: "目标合理性满分8分，得8分；指标明确性（12分）得10分。" */
function itemsInText(set: ClaimSet, own: ReadonlyMap<number, Pair>, childrenOf: ReadonlyMap<number, readonly number[]>): NewRelation[] {
  const bySection = new Map<number, Pair[]>()
  const inHeadings = new Set([...own.values()].map((pair) => pair.score.index))
  for (const pair of pairsOfText(set)) {
    if (inHeadings.has(pair.score.index) || !own.has(pair.weight.section) || childrenOf.has(pair.weight.section)) continue
    const items = bySection.get(pair.weight.section)
    if (items === undefined) bySection.set(pair.weight.section, [pair])
    else items.push(pair)
  }
  return [...bySection].flatMap(([section, items]) => {
    const parent = own.get(section) as Pair
    const areBelow = items.every(({ weight, score }) => Math.min(weight.index, score.index) > parent.score.index)
    return areBelow && items.length >= 2 && items.length <= MAX_CHILDREN ? levelOf(set, parent, items) : []
  })
}

/** Weight and score side by side in running text. */
function pairsOfText(set: ClaimSet): Pair[] {
  const pairs: Pair[] = []
  for (const sentence of set.sentences) {
    for (const [at, index] of sentence.figures.entries()) {
      const weight = set.figures[index] as Figure
      if (weight.dimension !== 'point' || !isWeight(set, weight)) continue
      const [before, after] = [set.figures[sentence.figures[at - 1] ?? -1], set.figures[sentence.figures[at + 1] ?? -1]]
      const score = before !== undefined && isBehind(sentence, weight, before) ? before : after
      if (score?.claim.role === 'score' && score.dimension === 'point') pairs.push({ weight, score })
    }
  }
  return pairs
}

/** Without those that say they carry no points of their own. */
function scoredChildren(set: ClaimSet, children: readonly number[] = []): readonly number[] {
  return children.slice(0, MAX_CHILDREN).filter((child) => {
    const block = set.report.blocks[set.sections[child]?.block ?? -1]
    return block === undefined || !('text' in block) || !/不(?:单独|再)?(?:计分|评分|打分|设分)/.test(block.text)
  })
}

/** The first weight and score of a section that stand in its own heading or numbered paragraph. */
function ownPairs(set: ClaimSet): Map<number, Pair> {
  const pairs = new Map<number, Pair>()
  for (const section of set.sections) {
    const figures = (set.figuresOf.get(section.block) ?? []).filter(
      (figure) => figure.dimension === 'point' && figure.seat.kind === 'text' && figure.compare === null,
    )
    const weight = figures.find((figure, at) => isWeight(set, figure) || isTogether(figures[at - 1], figure))
    const score = figures.find((figure) => figure.claim.role === 'score' && figure.index > (weight?.index ?? 0))
    if (weight !== undefined && score !== undefined && score.index - weight.index <= MAX_BETWEEN)
      pairs.set(section.index, { weight, score })
  }
  return pairs
}

/** 四项指标分值各4分，合计16分: what they weigh together. */
const isTogether = (before: Figure | undefined, figure: Figure): boolean =>
  before !== undefined && EACH.test(before.lead.trim()) && /^(?:合计|共计|共)(?:为|是)?$/.test(figure.lead.replace(/\s/g, ''))

/** Called a weight, or points alone in brackets behind a name: 目标设定（10分）. */
function isWeight(set: ClaimSet, figure: Figure): boolean {
  // 四项指标分值各4分: of each, and not of what they score together.
  if (EACH.test(figure.lead.trim())) return false
  if (figure.claim.role === 'weight') return true
  const block = set.report.blocks[figure.claim.anchor.block]
  if (figure.claim.role !== 'amount' || block === undefined || !('text' in block) || figure.tidyEnd < 0) return false
  return (
    /[（(]\d{1,3}(?:\.\d{1,2})?分?$/.test(block.text.slice(Math.max(0, figure.tidyEnd - 10), figure.tidyEnd)) &&
    /^分?[)）]/.test(block.text.slice(figure.tidyEnd, figure.tidyEnd + 2))
  )
}

/** Where the weights of the children make up the parent's, their scores must as well, and the other way round. */
function levelOf(set: ClaimSet, parent: Pair, children: readonly Pair[]): NewRelation[] {
  const sum = (total: Figure, parts: readonly Figure[]): Equation => ({
    form: 'linear',
    left: side([total.index]),
    right: side(parts.map((part) => part.index)),
  })
  const weights = sum(
    parent.weight,
    children.map((child) => child.weight),
  )
  const scores = sum(
    parent.score,
    children.map((child) => child.score),
  )
  const weightsHold = judge(weights, set.figures)?.holds === true
  const scoresHold = judge(scores, set.figures)?.holds === true
  return [
    {
      kind: 'sum',
      finding: 'weight-total',
      readings: [{ say: '下级指标分值相加', equation: weights }],
      source: { by: 'scheme', ref: '上级分值 = 下级分值之和', citation: '勾稽 ID-41' },
      certainty: scoresHold ? 'error' : 'question',
      accused: parent.weight.index,
    },
    {
      kind: 'sum',
      finding: 'score-total',
      readings: [{ say: '下级指标得分相加', equation: scores }],
      source: { by: 'scheme', ref: '上级得分 = 下级得分之和', citation: '勾稽 ID-42' },
      certainty: weightsHold ? 'error' : 'question',
      accused: parent.score.index,
    },
  ]
}

/** "满分25分，得23.6分，扣1.4分". */
function deductions(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    const points = sentence.figures
      .map((index) => set.figures[index] as Figure)
      .filter((figure) => figure.dimension === 'point' && figure.compare === null && !isQuotedRule(figure))
    for (const [at, lost] of points.entries()) {
      const [weight, score] = [points[at - 2], points[at - 1]]
      if (
        !/扣(?:减|除|分)?(?:了|分)?$/.test(lost.lead.trim()) ||
        weight?.claim.role !== 'weight' ||
        score?.claim.role !== 'score' ||
        !isOneBreath(sentence, weight, lost) ||
        /换算|折算/.test(score.lead)
      )
        continue
      relations.push({
        kind: 'difference',
        finding: 'score-total',
        readings: [
          { say: '分值 − 扣分', equation: { form: 'linear', left: side([score.index]), right: side([weight.index], [lost.index]) } },
        ],
        source: { by: 'scheme', ref: '得分 = 分值 − 扣分' },
        certainty: 'error',
        accused: score.index,
      })
    }
  }
  return relations
}

/** Neighbouring clauses without a semicolon between them. */
function isOneBreath(sentence: Sentence, first: Figure, last: Figure): boolean {
  if (first.seat.kind !== 'text' || last.seat.kind !== 'text') return false
  const between = sentence.clauses.slice(first.seat.clause + 1, last.seat.clause + 1)
  return between.length <= 3 && between.every((clause) => clause.opener !== '；' && clause.opener !== ';')
}

/** "…满分20分…满分30分…满分50分，三项满分合计100分", "…得9分（10分）…得50分（50分）…，共100分". */
function weightSums(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const total of set.figures) {
    if (total.dimension !== 'point' || total.seat.kind !== 'text' || !/合计|共计|总计|^共计?$/.test(total.lead.trim())) continue
    const isCalled = total.claim.role === 'weight'
    if (!isCalled && total.claim.role !== 'amount') continue
    const parts = figuresBefore(set, total.claim.anchor.block, total.index, 40).filter(
      (figure) =>
        figure.dimension === 'point' &&
        figure.claim.role === 'weight' &&
        figure.seat.kind === 'text' &&
        (isCalled || (total.seat.kind === 'text' && figure.seat.sentence === total.seat.sentence)),
    )
    if (parts.length < (isCalled ? 2 : 3)) continue
    relations.push({
      kind: 'sum',
      finding: 'weight-total',
      readings: [
        { say: '各项满分相加', equation: { form: 'linear', left: side([total.index]), right: side(parts.map((part) => part.index)) } },
      ],
      source: { by: 'wording', ref: '满分合计', citation: '勾稽 ID-41' },
      certainty: 'error',
      guard: 'slip',
      accused: total.index,
    })
  }
  return relations
}

/** The unit's total score against the scores of the highest scored headings. */
function totals(set: ClaimSet, own: ReadonlyMap<number, Pair>): NewRelation[] {
  const scored = set.sections.filter((section) => scoreOf(set, section.block, own.get(section.index)) !== null)
  const level = Math.min(...scored.map((section) => section.level))
  const top = scored.filter((section) => section.level === level)
  const parent = top[0]?.parent
  const siblings = set.sections.filter(
    (section) => section.parent === parent && section.level === level && (top[0]?.index ?? 0) <= section.index,
  )
  const parts = siblings.map((section) => scoreOf(set, section.block, own.get(section.index)))
  const missing = parts.filter((part) => part === null).length
  if (top.length < 3 || missing > 1 || parent === undefined || top.length !== siblings.length - missing) return []
  const known = parts.filter((part) => part !== null)
  const stated = set.figures.filter(
    (figure) =>
      figure.claim.role === 'score' &&
      figure.seat.kind === 'text' &&
      figure.dimension === 'point' &&
      !known.includes(figure) &&
      /自评|考核|综合|总|最终|原始|换算|折算|合计/.test(figure.lead),
  )
  const first = stated[0]
  if (first === undefined) return []
  return [
    {
      kind: 'sum',
      finding: 'score-total',
      readings: stated.slice(0, 6).map((figure) => ({
        say: '各部分得分相加',
        equation: { form: 'linear', left: side([figure.index]), right: side(known.map((part) => part.index)) },
      })),
      source: { by: 'scheme', ref: '总得分 = 各部分得分之和', citation: '勾稽 ID-42' },
      certainty: 'warning',
      guard: 'slip',
      accused: first.index,
      explainBy: 'nearest',
    },
  ]
}

/** The score of a scored heading: of its pair, or the only points figure of its line. Deductions (扣0分) count as nothing. */
function scoreOf(set: ClaimSet, block: number, pair: Pair | undefined): Figure | null {
  if (pair !== undefined) return pair.score
  const points = (set.figuresOf.get(block) ?? []).filter((figure) => figure.dimension === 'point' && figure.seat.kind === 'text')
  const only = points.length === 1 ? points[0] : undefined
  return only !== undefined && only.claim.role === 'score' && only.compare === null ? only : null
}
