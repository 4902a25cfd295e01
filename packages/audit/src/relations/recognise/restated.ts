/** The same fact stated twice: text against text, text against table. Only facts that are sure to be the same. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import type { Certainty } from '../relation.ts'
import { roleClass } from './identities.ts'
import { factBookOf } from './restated-book.ts'
import { recogniseNearRestatements } from './restated-near.ts'
import { recogniseRepeats } from './restated-repeats.ts'
import { recogniseRowRestatements } from './restated-rows.ts'
import { blockName } from './scores.ts'

/** Concepts of which a unit has one figure a year. */
const ONE_A_YEAR = new Set([
  'basic-expenditure',
  'project-expenditure',
  'personnel-cost',
  'public-cost',
  'three-public',
  'reception',
  'vehicles',
  'vehicle-purchase',
  'vehicle-running',
  'abroad',
  'fixed-assets-gross',
  'fixed-assets-net',
  'assets',
  'liabilities',
  'net-assets',
])
/** Words that promise the number of all things of a kind. */
const ALL_THERE_ARE = /现有|共有|共监管|总共有|目前共|现共有|设有|管辖|下辖/
const MAX_RESTATEMENTS = 40

interface Fact {
  readonly key: string
  readonly figure: Figure
  readonly certainty: Certainty
}

export function recogniseRestatements(set: ClaimSet): NewRelation[] {
  const groups = new Map<string, Fact[]>()
  for (const fact of [...fundFacts(set), ...countFacts(set), ...scoreFacts(set), ...rateFacts(set)]) {
    const group = groups.get(fact.key) ?? []
    group.push(fact)
    groups.set(fact.key, group)
  }
  const relations: NewRelation[] = []
  for (const group of groups.values()) {
    if (group.length < 2 || group.length > MAX_RESTATEMENTS) continue
    const first = mostStated(group)
    for (const other of group) {
      if (other.figure.index === first.figure.index) continue
      const acrossKinds = first.figure.seat.kind !== other.figure.seat.kind
      relations.push({
        kind: 'same-as',
        finding: acrossKinds ? 'text-vs-table' : 'restated-fact',
        accused: other.figure.index,
        source: { by: 'restatement', ref: '同一事项前后一致' },
        certainty:
          other.certainty === 'error' && first.certainty === 'error'
            ? 'error'
            : other.certainty === 'question' || first.certainty === 'question'
              ? 'question'
              : 'warning',
        readings: [{ say: '前后两处应相同', equation: { form: 'same', first: other.figure.index, second: first.figure.index } }],
      })
    }
  }
  const book = factBookOf(set)
  const near = recogniseNearRestatements(book)
  return [...relations, ...recogniseRepeats(set), ...near.relations, ...recogniseRowRestatements(book, near.bound)]
}

/** The value that is printed most often is the one the others are held against. */
function mostStated(group: readonly Fact[]): Fact {
  const times = new Map<string, number>()
  const keyOf = (fact: Fact): string => `${fact.figure.value.coefficient}e${fact.figure.value.scale}`
  for (const fact of group) times.set(keyOf(fact), (times.get(keyOf(fact)) ?? 0) + 1)
  return group.reduce((best, fact) => ((times.get(keyOf(fact)) ?? 0) > (times.get(keyOf(best)) ?? 0) ? fact : best))
}

function fundFacts(set: ClaimSet): Fact[] {
  const facts: Fact[] = []
  for (const figure of set.figures) {
    const { concept, role, scope } = figure.claim
    const plan = roleClass(role)
    if (
      concept === null ||
      plan === null ||
      figure.dimension !== 'money' ||
      figure.qualifier !== '' ||
      !figure.ownLabel ||
      figure.compare !== null ||
      figure.claim.quantity.hedge !== undefined
    )
      continue
    if (figure.seat.kind === 'cell' || figure.direction !== null) continue
    const isBudget = concept === 'budget' && (role === 'initial-budget' || role === 'adjusted-budget')
    if (!isBudget && !(ONE_A_YEAR.has(concept) && plan === 'done')) continue
    const isStock = /^(?:fixed-assets|assets|liabilities|net-assets)/.test(concept)
    if (isStock && figure.periodKey === '') continue
    facts.push({ key: `${concept}|${plan}|${figure.periodKey}|${scope ?? ''}`, figure, certainty: isStock ? 'error' : 'warning' })
  }
  return facts
}

/** "共监管54个政务新媒体" and "现有53个政务新媒体" in one paragraph. */
function countFacts(set: ClaimSet): Fact[] {
  const facts: Fact[] = []
  for (const figure of set.figures) {
    if (
      !figure.dimension.startsWith('each:') ||
      figure.seat.kind !== 'text' ||
      figure.claim.quantity.hedge !== undefined ||
      figure.compare !== null
    )
      continue
    if (!ALL_THERE_ARE.test(figure.lead)) continue
    const noun = nounOf(figure)
    if (noun.length < 4) continue
    facts.push({ key: `count|${figure.dimension}|${noun}|${figure.claim.anchor.block}`, figure, certainty: 'error' })
  }
  return facts
}

/** The thing counted: after the figure ("54个政务新媒体"), or before it ("政务新媒体54个"). */
function nounOf(figure: Figure): string {
  const tail = figure.tail.replace(/\s/g, '').replace(/(?:的|管理|建设|工作|等).*$/, '')
  if (/^[\u4e00-\u9fff]{4,12}$/.test(tail)) return tail
  const lead = figure.lead.replace(/\s/g, '').replace(/^.*(?:现有|共有|监管维护|监管|维护|设有|管辖|下辖)/, '')
  return /^[\u4e00-\u9fff]{4,12}$/.test(lead) ? lead : ''
}

/** The total score, and the score of each block, wherever they stand. */
function scoreFacts(set: ClaimSet): Fact[] {
  const facts: Fact[] = []
  const isTotal = (words: string): boolean => /(?:自评|综合|最终|总体|整体|总|评价|合计).{0,6}(?:得分|总分|评分)|^总分$/.test(words)
  for (const figure of set.figures) {
    if (
      figure.claim.role !== 'score' ||
      figure.dimension !== 'point' ||
      figure.compare !== null ||
      figure.claim.quantity.hedge !== undefined ||
      figure.periodKey !== ''
    )
      continue
    if (figure.seat.kind === 'text') {
      if (/换算|折算|平均|项目|中心|下属|所属|原始|扣/.test(figure.lead + figure.tail.slice(0, 4))) continue
      if (isTotal(figure.lead.replace(/\s/g, '').replace(/(?:为|是|达|达到|：|:)+$/, '')))
        facts.push({ key: 'score|total', figure, certainty: 'warning' })
      else if (blockName(figure.lead) !== '' && /指标(?:得分|得|总?得分为?|自评得分)/.test(figure.lead))
        facts.push({ key: `score|${blockName(figure.lead)}`, figure, certainty: 'warning' })
    } else if (/^自评得分$|^自评总分$/.test(figure.claim.label)) facts.push({ key: 'score|total', figure, certainty: 'error' })
  }
  return facts
}

/** A rate of the unit in an indicator table and in the text, by its full name. */
function rateFacts(set: ClaimSet): Fact[] {
  const facts: Fact[] = []
  for (const figure of set.figures) {
    if (figure.dimension !== 'ratio' || figure.compare !== null || figure.claim.quantity.hedge !== undefined || figure.periodKey !== '')
      continue
    const name = figure.claim.label.replace(/[“”"（）()\s]/g, '').replace(/^[\d一二三四五六七八九十]+[、.．]?/, '')
    if (!/率$/.test(name) || name.length < 6 || name.length > 16) continue
    if (figure.seat.kind === 'cell' ? figure.claim.role === 'actual' : figure.claim.role === 'rate' && figure.qualifier === '')
      facts.push({ key: `rate|${name}`, figure, certainty: 'warning' })
  }
  const inTables = new Set(facts.filter((fact) => fact.figure.seat.kind === 'cell').map((fact) => fact.key))
  return facts.filter((fact) => inTables.has(fact.key))
}
