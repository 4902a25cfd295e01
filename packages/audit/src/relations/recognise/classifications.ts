/**
 * Lists by function class, economic class or economic item: they divide an expenditure completely.
 * Framework ID-10, ID-13…15, ID-17, ID-18.
 */
import { ECONOMIC_ITEMS } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import { conceptNear } from '../../claims/look-back.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'
import { cite } from './identity-relation.ts'
import { isEconomicClass, isEconomicItem, isFunctionClass } from './partitions.ts'

/** Revenue stands for the expenditure it pays only where both are told in one breath. */
const REVENUES = new Set(['appropriation-revenue', 'revenue'])
const TOTALS = new Set([
  'expenditure',
  'appropriation-expenditure',
  'basic-expenditure',
  'project-expenditure',
  'budget',
  'appropriation-revenue',
  'revenue',
  'expenditure-grand-total',
  'grand-total',
])
/** More items that may count either way would make every sum reachable. */
const MAX_FACTS = 60
const MAX_EITHER = 6

export function recogniseClassifications(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  const lists: Figure[][] = []
  for (const sentence of set.sentences) {
    for (const [family, least] of [
      [isFunctionClass, 2],
      [isEconomicClass, 2],
    ] as const) {
      for (const list of runsOf(set, sentence, family)) {
        if (list.length < least) continue
        lists.push(list)
        const relation = classSum(set, sentence, list)
        if (relation !== null) relations.push(relation)
      }
    }
    relations.push(...itemSums(set, sentence))
  }
  return relations
}

/** Figures of one family in a sentence, each concept once, one role and period; shares and changes between them are passed over. */
function runsOf(set: ClaimSet, sentence: Sentence, family: (figure: Figure) => boolean): Figure[][] {
  const runs: Figure[][] = []
  let run: Figure[] = []
  for (const index of sentence.figures) {
    const figure = set.figures[index] as Figure
    if (figure.dimension !== 'money' || figure.claim.role === 'change') continue
    if (!family(figure) || figure.qualifier !== '' || !figure.ownLabel) continue
    if (
      run.some((other) => other.claim.concept === figure.claim.concept) ||
      (run[0] !== undefined && run[0].claim.role !== figure.claim.role)
    ) {
      runs.push(run)
      run = []
    }
    run.push(figure)
  }
  runs.push(run)
  return runs.filter((list) => list.length > 0)
}

/** The classes against every total near them: they may divide any of the expenditures that the report has just named. */
function classSum(set: ClaimSet, sentence: Sentence, list: readonly Figure[]): NewRelation | null {
  const first = list[0] as Figure
  const text = sentenceLead(set, sentence)
  if (/其中|主要/.test(text) && !/按.{0,12}分/.test(text)) return null
  const totals = nearTotals(set, sentence, first)
  if (totals.length === 0 && trailing(set, sentence, list).length === 0) return null
  const inSentence = [...trailing(set, sentence, list), ...totals].filter(
    (total) => total.seat.kind === 'text' && total.seat.sentence === sentence.index,
  )
  const ordered = [...inSentence, ...totals.filter((total) => !inSentence.includes(total))]
  const indexes = list.map((figure) => figure.index)
  return {
    kind: 'sum',
    finding: 'sum',
    readings: ordered
      .slice(0, 8)
      .map((total) => ({ say: '各类支出相加', equation: { form: 'linear', left: side([total.index]), right: side(indexes) } })),
    source: {
      by: 'identity',
      ref: isFunctionClass(first) ? '功能分类合计 = 支出合计' : '经济分类合计 = 支出合计',
      citation: cite(isFunctionClass(first) ? 'ID-13' : 'ID-14', '预算法实施条例 40'),
    },
    certainty: /按.{0,14}(?:分|科目)|包括|包含/.test(text) || list.length >= 3 ? 'error' : 'warning',
    accused: (ordered[0] as Figure).index,
    explainBy: 'nearest',
  }
}

/** A total after the list in its own sentence: "…，合计5302.16万元". */
function trailing(set: ClaimSet, sentence: Sentence, list: readonly Figure[]): Figure[] {
  const last = list.at(-1) as Figure
  return sentence.figures
    .map((index) => set.figures[index] as Figure)
    .filter((figure) => figure.index > last.index && figure.dimension === 'money' && figure.announcesTotal)
}

function sentenceLead(set: ClaimSet, sentence: Sentence): string {
  const block = set.report.blocks[sentence.block]
  return block !== undefined && 'text' in block ? block.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 40)) : ''
}

/** Totals of the same plan side and period: those of the sentence, its block, its section, then the nearest before. */
function nearTotals(set: ClaimSet, sentence: Sentence, like: Figure): Figure[] {
  const isPlan = (figure: Figure): boolean => ['initial-budget', 'adjusted-budget', 'budget'].includes(figure.claim.role)
  const wanted = (figure: Figure): boolean =>
    figure.claim.concept !== null &&
    TOTALS.has(figure.claim.concept) &&
    figure.qualifier === '' &&
    figure.dimension === 'money' &&
    figure.periodKey === like.periodKey &&
    figure.claim.role !== 'change' &&
    isPlan(figure) === isPlan(like) &&
    figure.seat.kind === 'text' &&
    figure.compare === null
  const block = sentence.block
  const known = [...TOTALS]
    .flatMap((concept) =>
      conceptNear(set, concept, like.index, MAX_FACTS).filter(
        (figure) => Math.abs(figure.claim.anchor.block - block) <= 6 && wanted(figure),
      ),
    )
    .sort((a, b) => a.index - b.index)
  const scope = (distance: number): Figure[] =>
    known.filter(
      (figure) =>
        figure.claim.anchor.block <= block &&
        figure.claim.anchor.block >= block - distance &&
        (distance === 0 || !REVENUES.has(figure.claim.concept ?? '')),
    )
  for (const distance of [0, 2, 6]) {
    const found = scope(distance).filter((figure) => figure.index < like.index)
    if (found.length > 0)
      return [...found].reverse().concat(
        distance === 0
          ? scope(6)
              .filter((figure) => !found.includes(figure))
              .reverse()
          : [],
      )
  }
  return []
}

/** A list of economic items: personnel items make the personnel cost, the others the public cost of the same report. */
function itemSums(set: ClaimSet, sentence: Sentence): NewRelation[] {
  const items = sentence.figures
    .map((index) => set.figures[index] as Figure)
    .filter(
      (figure) =>
        isEconomicItem(figure) &&
        figure.dimension === 'money' &&
        figure.claim.role !== 'change' &&
        figure.ownLabel &&
        figure.qualifier === '',
    )
  const named = new Set(items.map((item) => item.claim.concept))
  if (items.length < 8 || named.size !== items.length) return []
  const total = sentenceTotal(set, sentence, items[0] as Figure)
  if (total === null) return []
  const relations: NewRelation[] = [
    {
      kind: 'sum',
      finding: 'sum',
      source: { by: 'identity', ref: '各款相加', citation: cite('ID-14', '预算法实施条例 40') },
      certainty: 'warning',
      accused: total.index,
      readings: [
        { say: '各款相加', equation: { form: 'linear', left: side([total.index]), right: side(items.map((item) => item.index)) } },
      ],
    },
  ]
  const sideOf = (item: Figure): string => ECONOMIC_ITEMS.get(item.claim.concept as string)?.side ?? 'either'
  const either = items.filter((item) => sideOf(item) === 'either')
  if (total.claim.concept !== 'basic-expenditure' || either.length > MAX_EITHER) return relations
  const sure = items.filter((item) => sideOf(item) === 'personnel')
  const publicItems = items.filter((item) => sideOf(item) === 'public')
  if (sure.length < 3 || publicItems.length < 3) return relations
  for (const [concept, base] of [
    ['personnel-cost', sure],
    ['public-cost', publicItems],
  ] as const) {
    const stated = conceptNear(set, concept, total.index, MAX_FACTS).filter(
      (figure) =>
        figure.qualifier === '' &&
        figure.periodKey === '' &&
        figure.dimension === 'money' &&
        ['amount', 'executed', 'final'].includes(figure.claim.role) &&
        figure.claim.role !== 'change',
    )
    const first = stated[0]
    if (first === undefined) continue
    const readings: Reading[] = []
    for (const figure of stated.slice(0, 3))
      for (const extra of subsets(either))
        readings.push({
          say: '经济分类归并相加',
          equation: { form: 'linear', left: side([figure.index]), right: side([...base, ...extra].map((item) => item.index)) },
        })
    relations.push({
      kind: 'sum',
      finding: 'sum',
      readings,
      source: {
        by: 'identity',
        ref: concept === 'personnel-cost' ? '人员经费 = 工资福利 + 对个人和家庭的补助' : '公用经费 = 商品和服务 + 资本性支出',
        citation: cite(concept === 'personnel-cost' ? 'ID-17' : 'ID-18'),
      },
      certainty: 'error',
      explainBy: 'nearest',
      accused: first.index,
    })
  }
  return relations
}

function sentenceTotal(set: ClaimSet, sentence: Sentence, first: Figure): Figure | null {
  const inSentence = sentence.figures
    .map((index) => set.figures[index] as Figure)
    .filter((figure) => figure.index < first.index && figure.dimension === 'money' && figure.claim.role !== 'change')
  if (inSentence.length > 0) return inSentence.at(-1) as Figure
  const previous = set.sentences[sentence.index - 1]
  if (previous === undefined || previous.block !== sentence.block) return null
  const amounts = previous.figures
    .map((index) => set.figures[index] as Figure)
    .filter((figure) => figure.dimension === 'money' && figure.claim.role !== 'change')
  return amounts.length === 1 ? (amounts[0] as Figure) : null
}

function subsets(items: readonly Figure[]): Figure[][] {
  let all: Figure[][] = [[]]
  for (const item of items) all = [...all, ...all.map((some) => [...some, item])]
  return all
}
