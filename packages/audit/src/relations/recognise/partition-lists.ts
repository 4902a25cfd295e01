/**
 * Lists that divide a total named before them, often a sentence earlier: "共286人。按性别分，男241人，女36人",
 * "卫生技术人员中，医师268人…". What opens them promises more or less that nothing is missing.
 */
import { conceptAtEnd } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Clause, Figure, Sentence } from '../../claims/figure.ts'
import { conceptNear, figuresBefore } from '../../claims/look-back.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, type Relation, side } from '../relation.ts'

/** A clause that announces a division by a criterion: all parts will follow. */
const BY_CRITERION = /^(?:其中)?[，,]?(?:按|从|依)(?!规定|要求|照|时|期|计划|月|年|季|标准)[^，。；]{1,16}$/
const AMONG = /[^，。；其]{2,16}(?:中|里面)$/
const isAmong = (words: string): boolean => (words.endsWith('中') || words.endsWith('里面')) && AMONG.test(words)
const WITHIN = /^其中/
/** Parts that between them leave nothing out, whatever opens the list. */
const COMPLEMENTS: readonly (readonly [RegExp, RegExp])[] = [
  [/男/, /女/],
  [/城市|城镇|城区/, /农村|乡村/],
  [/行政/, /事业/],
  [/专业技术|卫生技术|专技/, /管理/],
  [/一等奖/, /二等奖/],
  [/一年级/, /二年级/],
  [/升学/, /就业/],
  [/好评/, /差评/],
  [/网上|线上/, /窗口|线下|现场/],
  [/直接/, /转|交办/],
  [/在编|编内/, /编外|外聘|聘用/],
  [/县本级|本级|局机关|机关/, /下属|所属|直属/],
]
const LOOK_BACK = 8
const MAX_FACTS = 60
const NEAR = 40
/** Clauses looked at for the parts of one list. */
const MAX_CLAUSES = 60
const MAX_PARTS = 24
const MAX_READINGS = 40

export function recognisePartitionLists(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const [block, sentences] of set.sentencesOf) {
    const content = set.report.blocks[block]
    if (content === undefined || !('text' in content)) continue
    // No list has less than two parts.
    for (const sentence of sentences) if (sentence.figures.length > 1) relations.push(...listsIn(set, content.text, sentence))
  }
  return relations
}

/** A sentence, and the words of its clauses without spaces: each is looked at for every list that may go on to it. */
interface Spoken {
  readonly set: ClaimSet
  readonly sentence: Sentence
  readonly words: readonly string[]
}

function listsIn(set: ClaimSet, text: string, sentence: Sentence): NewRelation[] {
  const words = sentence.clauses.map(({ start, end }) => text.slice(start, end).replace(/\s/g, ''))
  const spoken: Spoken = { set, sentence, words }
  const relations: NewRelation[] = []
  for (const [at, clause] of sentence.clauses.entries()) {
    const promise = opening(spoken, at, clause)
    if (promise === null) continue
    const parts = partsFrom(spoken, promise === 'complement' ? at : clause.figures.length > 0 ? at : at + 1)
    const relation = parts.length < 2 ? null : relationOf(set, sentence.block, parts, promise, namedTotals(set, text, clause))
    if (relation !== null) relations.push(relation)
  }
  return relations
}

type Promise = 'all' | 'some' | 'complement'

function opening(spoken: Spoken, at: number, clause: Clause): Promise | null {
  const words = spoken.words[at] as string
  if (clause.figures.length === 0) {
    if (BY_CRITERION.test(words)) return 'all'
    if (/^其中(?:包括)?$/.test(words)) return isComplement(firstTwo(spoken, at + 1)) ? 'complement' : 'some'
    return isAmong(words) ? 'some' : null
  }
  if (WITHIN.test(words)) return isComplement(firstTwo(spoken, at)) ? 'complement' : 'some'
  const mayOpen = at === 0 || clause.opener === '' || '：:（('.includes(clause.opener)
  return mayOpen && isComplement(firstTwo(spoken, at)) ? 'complement' : null
}

const firstTwo = (spoken: Spoken, at: number): readonly Figure[] => partsFrom(spoken, at, 2)

function isComplement(parts: readonly Figure[]): boolean {
  if (parts.length < 2) return false
  const [first = '', second = ''] = parts.map(nameOf)
  return COMPLEMENTS.some(([a, b]) => (a.test(first) && b.test(second)) || (b.test(first) && a.test(second)))
}

const nameOf = (figure: Figure): string => `${figure.lead}${figure.tail}`.replace(/\s/g, '').slice(-14)

const isAmount = (figure: Figure): boolean =>
  figure.compare === null &&
  figure.claim.quantity.hedge === undefined &&
  figure.claim.role !== 'change' &&
  (/^(?:money|area|mu|length|mass|volume)$/.test(figure.dimension) || figure.dimension.startsWith('each:'))

/** The amounts of one kind from a clause to the end of the sentence, one a clause, up to the next opening. */
function partsFrom({ set, sentence, words: all }: Spoken, from: number, most = MAX_PARTS): Figure[] {
  const parts: Figure[] = []
  for (let at = from; at < Math.min(sentence.clauses.length, from + MAX_CLAUSES) && parts.length < most; at++) {
    const clause = sentence.clauses[at] as Clause
    const words = all[at] as string
    if (at > from && (BY_CRITERION.test(words) || (clause.figures.length === 0 && isAmong(words)))) break
    if (at > from && /^(?:合计|共计|总计|共|另|此外|同时|还有|完成(?:年初|年度|全年)|为(?:年初|预算|计划|目标)|比|较|同比)/.test(words))
      break
    const figure = clause.figures
      .map((index) => set.figures[index] as Figure)
      .find((candidate) => isAmount(candidate) && (parts[0] === undefined || candidate.dimension === parts[0].dimension))
    if (figure === undefined) continue
    const isDetail = (clause.opener === '（' || clause.opener === '(') && parts.length > 0
    if (!isDetail && !/每|人均|单价/.test(figure.lead.slice(-8))) parts.push(figure)
  }
  return parts
}

/** The total among the amounts shortly before the list: the one that fits, or the one that a slip away would fit. */
function relationOf(
  set: ClaimSet,
  block: number,
  parts: readonly Figure[],
  promise: Promise,
  named: readonly Figure[],
): NewRelation | null {
  const first = parts[0] as Figure
  const indexes = parts.map((part) => part.index)
  const near = figuresBefore(set, block, first.index, NEAR)
    .filter(
      (figure) =>
        figure.index < first.index &&
        isAmount(figure) &&
        figure.dimension === first.dimension &&
        figure.seat.kind === 'text' &&
        isPlanned(figure) === isPlanned(first),
    )
    .slice(-LOOK_BACK)
    .reverse()
  const before = [
    ...near,
    ...named.filter(
      (figure) =>
        !near.includes(figure) &&
        figure.dimension === first.dimension &&
        isPlanned(figure) === isPlanned(first) &&
        figure.index < first.index,
    ),
  ]
  const accused = before[0]
  if (accused === undefined) return null
  // The same parts, all of them and fewer and fewer, for every total.
  const all = side(indexes)
  const fewer = indexes.slice(2).map((_, left) => side(indexes.slice(0, -1 - left)))
  const readings: Reading[] = []
  for (const total of before) {
    const left = side([total.index])
    readings.push({ say: '各分项相加', equation: { form: 'linear', left, right: all } })
    for (const right of fewer) {
      if (readings.length >= MAX_READINGS) break
      readings.push({ say: '各分项相加', equation: { form: 'linear', left, right }, onlyExplains: true })
    }
  }
  return {
    kind: 'sum',
    finding: 'sum',
    readings,
    source: { by: 'wording', ref: promise === 'some' ? '其中各项相加' : '各分类相加等于总数' },
    ...certaintyOf(promise),
    accused: accused.index,
    explainBy: 'slip',
  }
}

/** "全部支出中，…": the totals that the words before 中 name, anywhere before in the report. */
function namedTotals(set: ClaimSet, text: string, clause: Clause): readonly Figure[] {
  const words = /([^，。；其]{2,16})(?:中|里面)$/.exec(text.slice(clause.start, clause.end).replace(/[\s“”"]/g, ''))?.[1]
  const concept = words === undefined ? null : conceptAtEnd(words)
  if (concept === null) return []
  return conceptNear(set, concept.concept, clause.figures[0] ?? Number.MAX_SAFE_INTEGER, MAX_FACTS)
    .filter((figure) => figure.qualifier === '' && figure.seat.kind === 'text' && figure.periodKey === '')
    .slice(0, LOOK_BACK)
}

function certaintyOf(promise: Promise): Pick<Relation, 'certainty' | 'guard'> {
  return promise === 'some' ? { certainty: 'warning', guard: 'telling-slip' } : { certainty: 'error', guard: 'slip' }
}

const isPlanned = (figure: Figure): boolean =>
  figure.claim.role === 'initial-budget' ||
  figure.claim.role === 'adjusted-budget' ||
  figure.claim.role === 'budget' ||
  figure.claim.role === 'target'
