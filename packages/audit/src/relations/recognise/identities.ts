/**
 * The field's identities between facts of one report (framework §6).
 * A fact is a figure whose concept, role, year and scope are known and that speaks of the whole unit.
 */
import { conceptById } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { conceptNear } from '../../claims/look-back.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Certainty, type Reading, side } from '../relation.ts'
import { factsOf, type RoleClass, uniqueValues } from './identity-facts.ts'
import { cite } from './identity-relation.ts'

export { roleClass } from './identity-facts.ts'

interface Identity {
  readonly id: string
  readonly ref: string
  readonly citation: string
  readonly total: string
  readonly plus: readonly string[]
  readonly minus?: readonly string[]
  /** Taken in when the report states them. */
  readonly optionalPlus?: readonly string[]
  readonly optionalMinus?: readonly string[]
  readonly finding?: 'sum' | 'difference'
  /** Roles in which it holds; done = accounts and execution. */
  readonly for: readonly RoleClass[]
  /** Where not all of it stands in one sentence, a report may leave parts of it unsaid: 'slip' = then only a typing slip accuses; 'silent' = then nothing does. */
  readonly apart?: 'slip' | 'silent'
  /** Told as 提示 at most. */
  readonly onlyHint?: true
}

const DONE_ONLY: readonly RoleClass[] = ['done']
const ALL: readonly RoleClass[] = ['done', 'initial', 'adjusted', 'budget']

const IDENTITIES: readonly Identity[] = [
  {
    id: 'ID-09',
    ref: '支出合计 = 基本支出 + 项目支出',
    citation: '预算法实施条例 5',
    total: 'expenditure',
    plus: ['basic-expenditure', 'project-expenditure'],
    optionalPlus: ['business-expenditure', 'superior-expenditure', 'affiliate-expenditure'],
    for: ALL,
  },
  {
    id: 'ID-10',
    ref: '基本支出 = 人员经费 + 公用经费',
    citation: '预算法实施条例 5',
    total: 'basic-expenditure',
    plus: ['personnel-cost', 'public-cost'],
    for: ALL,
  },
  {
    id: 'ID-10',
    ref: '预算 = 人员经费 + 公用经费 + 项目支出',
    citation: '预算法实施条例 5',
    total: 'budget',
    plus: ['personnel-cost', 'public-cost', 'project-expenditure'],
    for: ['initial', 'adjusted', 'budget'],
  },
  {
    id: 'ID-26',
    ref: '三公经费 = 出国 + 公车 + 接待',
    citation: '财预〔2016〕143号',
    total: 'three-public',
    plus: ['abroad', 'vehicles', 'reception'],
    for: ALL,
  },
  {
    id: 'ID-27',
    ref: '公车费 = 购置 + 运行维护',
    citation: '财预〔2016〕143号',
    total: 'vehicles',
    plus: ['vehicle-purchase', 'vehicle-running'],
    for: ALL,
  },
  {
    id: 'ID-07',
    ref: '年初结转 + 本年收入 + 使用非财政拨款结余 − 本年支出 − 结余分配 = 年末结转',
    citation: '预算法实施条例 50',
    total: 'carry-out',
    plus: ['carry-in', 'revenue'],
    minus: ['expenditure'],
    optionalPlus: ['operating-surplus-used'],
    optionalMinus: ['surplus-distributed', 'clawback'],
    finding: 'difference',
    apart: 'slip',
    for: DONE_ONLY,
  },
  {
    id: 'ID-04',
    ref: '收入总计 = 本年收入 + 使用非财政拨款结余 + 年初结转',
    citation: '政府会计制度',
    total: 'revenue-grand-total',
    plus: ['revenue', 'carry-in'],
    optionalPlus: ['operating-surplus-used'],
    apart: 'slip',
    for: DONE_ONLY,
  },
  {
    id: 'ID-05',
    ref: '支出总计 = 本年支出 + 结余分配 + 年末结转',
    citation: '政府会计制度',
    total: 'expenditure-grand-total',
    plus: ['expenditure', 'carry-out'],
    optionalPlus: ['surplus-distributed'],
    apart: 'slip',
    for: DONE_ONLY,
  },
  {
    id: 'ID-50',
    ref: '资产总额 = 负债总额 + 净资产',
    citation: '财库〔2023〕22号',
    total: 'assets',
    plus: ['liabilities', 'net-assets'],
    for: DONE_ONLY,
  },
  {
    id: 'ID-51',
    ref: '固定资产净值 = 原值 − 累计折旧',
    citation: '财库〔2023〕22号',
    total: 'fixed-assets-net',
    plus: ['fixed-assets-gross'],
    minus: ['depreciation'],
    finding: 'difference',
    for: DONE_ONLY,
  },
  {
    id: 'ID-55',
    ref: '政府采购 = 货物 + 工程 + 服务',
    citation: '政府采购法 2',
    total: 'procurement',
    plus: ['procurement-goods', 'procurement-services'],
    optionalPlus: ['procurement-works'],
    apart: 'silent',
    onlyHint: true,
    for: ALL,
  },
]

export function recogniseIdentities(set: ClaimSet): NewRelation[] {
  const facts = factsOf(set)
  const relations: NewRelation[] = []
  for (const identity of IDENTITIES) {
    for (const [key, byConcept] of facts) {
      if (!identity.for.includes(key.split('|')[0] as RoleClass)) continue
      const relation = instanceOf(set, identity, byConcept)
      if (relation !== null) relations.push(relation)
    }
  }
  return relations
}

function instanceOf(set: ClaimSet, identity: Identity, facts: ReadonlyMap<string, readonly Figure[]>): NewRelation | null {
  const totals = uniqueValues(facts.get(identity.total))
  const plus = identity.plus.map((concept) => uniqueValues(facts.get(concept)))
  const minus = (identity.minus ?? []).map((concept) => uniqueValues(facts.get(concept)))
  const accused = totals[0]
  if (accused === undefined || plus.some((list) => list.length === 0) || minus.some((list) => list.length === 0)) return null
  const optionalPlus = (identity.optionalPlus ?? []).flatMap((concept) => optional(set, concept, accused, facts))
  const optionalMinus = (identity.optionalMinus ?? []).flatMap((concept) => optional(set, concept, accused, facts))
  const extras = subsets([...optionalPlus, ...optionalMinus])
  const readings: Reading[] = []
  for (const total of totals) {
    for (const parts of combinations(plus)) {
      for (const less of combinations(minus)) {
        for (const extra of extras) {
          const added = [...parts, ...extra.filter((figure) => optionalPlus.includes(figure))]
          const taken = [...less, ...extra.filter((figure) => optionalMinus.includes(figure))]
          const right = side(
            added.map((f) => f.index),
            taken.map((f) => f.index),
          )
          readings.push({ say: sayParts(added, taken), equation: { form: 'linear', left: side([total.index]), right } })
          if (readings.length > 48) return null
        }
      }
    }
  }
  const used = [accused, ...plus.map((list) => list[0] as Figure), ...minus.map((list) => list[0] as Figure)]
  const isApart = identity.apart !== undefined && !isOneSentence(used)
  if (isApart && identity.apart === 'silent') return null
  return {
    kind: identity.minus === undefined ? 'sum' : 'difference',
    finding: identity.finding ?? 'sum',
    readings,
    accused: accused.index,
    source: { by: 'identity', ref: identity.ref, citation: cite(identity.id, identity.citation) },
    certainty: certaintyOf(identity, used, readings.length > (extras.length > 1 ? 3 : 6) * extras.length),
    ...(isApart ? { guard: 'slip' } : {}),
  }
}

/** With many candidates for its parts nobody can tell which are meant. */
function certaintyOf(identity: Identity, used: readonly Figure[], hasMany: boolean): Certainty {
  if (hasMany || !sameScope(used)) return 'question'
  if (identity.onlyHint === true) return 'hint'
  return isTogether(used) ? 'error' : 'warning'
}

const nameOf = (figure: Figure): string => conceptById(figure.claim.concept ?? '')?.label ?? figure.claim.label

const sayParts = (added: readonly Figure[], taken: readonly Figure[]): string =>
  [added.map(nameOf).join(' + '), ...taken.map(nameOf)].join(' − ')

/** A part that is taken in where it is stated; what is carried or distributed also under a name of its own, 提取专用基金等结余分配. */
function optional(set: ClaimSet, concept: string, near: Figure, facts: ReadonlyMap<string, readonly Figure[]>): Figure[] {
  const own = uniqueValues(facts.get(concept)).slice(0, 1)
  if (own.length > 0 || !UNDER_OTHER_NAMES.has(concept)) return own
  const isPart = (figure: Figure): boolean =>
    figure.dimension === 'money' && figure.seat.kind === 'text' && figure.periodKey === '' && figure.claim.role !== 'change'
  return conceptNear(set, concept, near.index, 20).filter(isPart).slice(0, 1)
}

const UNDER_OTHER_NAMES = new Set(['surplus-distributed', 'operating-surplus-used', 'clawback'])

function isOneSentence(figures: readonly Figure[]): boolean {
  const sentences = new Set(figures.map(({ seat }) => (seat.kind === 'text' ? seat.sentence : -1)))
  return sentences.size === 1 && !sentences.has(-1)
}

/** All in one block or in neighbouring blocks of one section. */
function isTogether(figures: readonly Figure[]): boolean {
  const blocks = figures.map((figure) => figure.claim.anchor.block)
  return Math.max(...blocks) - Math.min(...blocks) <= 3
}

function sameScope(figures: readonly Figure[]): boolean {
  return new Set(figures.map((figure) => figure.claim.scope ?? '')).size <= 1
}

/** All together first: what is stated is likely to count. */
function subsets(figures: readonly Figure[]): Figure[][] {
  let all: Figure[][] = [[]]
  for (const figure of figures) all = [...all.map((some) => [...some, figure]), ...all]
  return all
}

function combinations(lists: readonly (readonly Figure[])[]): Figure[][] {
  let all: Figure[][] = [[]]
  for (const list of lists) all = all.flatMap((some) => list.map((figure) => [...some, figure]))
  return all.slice(0, 32)
}
