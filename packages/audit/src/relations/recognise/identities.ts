/**
 * The field's identities between facts of one report (framework §6 as corrected by practice §4).
 * A fact is a figure whose concept, role, year and scope are known and that speaks of the whole unit.
 */
import type { Role } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'
import { distinct } from './share.ts'

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
}

type RoleClass = 'done' | 'initial' | 'adjusted' | 'budget'

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
    id: 'ID-10b',
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
    ref: '年初结转 + 本年收入 − 本年支出 = 年末结转',
    citation: '预算法实施条例 50',
    total: 'carry-out',
    plus: ['carry-in', 'revenue'],
    minus: ['expenditure'],
    optionalPlus: ['operating-surplus-used'],
    optionalMinus: ['surplus-distributed', 'clawback'],
    finding: 'difference',
    for: DONE_ONLY,
  },
  {
    id: 'ID-04',
    ref: '收入总计 = 本年收入 + 年初结转',
    citation: '政府会计制度',
    total: 'revenue-grand-total',
    plus: ['revenue', 'carry-in'],
    optionalPlus: ['operating-surplus-used'],
    for: DONE_ONLY,
  },
  {
    id: 'ID-05',
    ref: '支出总计 = 本年支出 + 年末结转',
    citation: '政府会计制度',
    total: 'expenditure-grand-total',
    plus: ['expenditure', 'carry-out'],
    optionalPlus: ['surplus-distributed'],
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
    for: ALL,
  },
]

export function recogniseIdentities(set: ClaimSet): NewRelation[] {
  const facts = factsOf(set)
  const relations: NewRelation[] = []
  for (const identity of IDENTITIES) {
    for (const [key, byConcept] of facts) {
      if (!identity.for.includes(key.split('|')[0] as RoleClass)) continue
      const relation = instanceOf(identity, byConcept)
      if (relation !== null) relations.push(relation)
    }
  }
  relations.push(...assetRoll(set), ...threePublic(set), ...budgetWithoutProjects(set, facts))
  return relations
}

/** Facts by role class and period, then by concept. Scopes that differ are kept apart only where they are printed. */
function factsOf(set: ClaimSet): Map<string, Map<string, Figure[]>> {
  const facts = new Map<string, Map<string, Figure[]>>()
  for (const figure of set.figures) {
    const role = roleClass(figure.claim.role)
    if (
      role === null ||
      figure.claim.concept === null ||
      figure.qualifier !== '' ||
      figure.dimension !== 'money' ||
      figure.compare !== null ||
      figure.seat.kind === 'cell' ||
      isLoose(figure)
    )
      continue
    // The last day of the year and the year itself are one state.
    const key = `${role}|${/-12-31$/.test(figure.periodKey) && figure.periodKey.startsWith(String(set.report.year)) ? '' : figure.periodKey}`
    const byConcept = facts.get(key) ?? new Map<string, Figure[]>()
    const list = byConcept.get(figure.claim.concept) ?? []
    list.push(figure)
    byConcept.set(figure.claim.concept, list)
    facts.set(key, byConcept)
  }
  return facts
}

/** A bare 支出 or 收入 may be anybody's; the unit's own says so: 本年支出, 决算收入, 支出合计. */
function isLoose(figure: Figure): boolean {
  const { concept } = figure.claim
  if (concept === 'budget') return !/年初|全年|部门|单位|整体|总|本年|我|年度|调整/.test(figure.lead)
  return (concept === 'expenditure' || concept === 'revenue') && !/本年|全年|年度|决算|合计|总|部门|单位|整体|我|本/.test(figure.lead)
}

export function roleClass(role: Role): RoleClass | null {
  if (role === 'amount' || role === 'executed' || role === 'final') return 'done'
  if (role === 'initial-budget') return 'initial'
  if (role === 'adjusted-budget') return 'adjusted'
  return role === 'budget' ? 'budget' : null
}

const NO_PROJECTS = /(?:无|没有|未安排|未发生)项目(?:支出|经费|资金)/

/** A unit that says it has no project spending: its budget is personnel and public cost, with what little it calls projects all the same. */
function budgetWithoutProjects(set: ClaimSet, facts: ReadonlyMap<string, ReadonlyMap<string, readonly Figure[]>>): NewRelation[] {
  const byConcept = facts.get('initial|')
  const [total] = uniqueValues(byConcept?.get('budget'))
  const personnel = uniqueValues(byConcept?.get('personnel-cost'))
  const publicCost = uniqueValues(byConcept?.get('public-cost'))
  if (total === undefined || personnel.length !== 1 || publicCost.length !== 1) return []
  if (!set.report.blocks.some((block) => 'text' in block && NO_PROJECTS.test(block.text))) return []
  const base = [personnel[0] as Figure, publicCost[0] as Figure].map((figure) => figure.index)
  const small = set.figures
    .filter((figure) => figure.claim.role === 'initial-budget' && figure.dimension === 'money' && figure.qualifier !== '')
    .slice(0, 3)
  const say = '年初预算 = 人员经费 + 公用经费'
  const totals = uniqueValues(byConcept?.get('budget'))
  const readings: Reading[] = totals.flatMap((figure) => [
    { say, equation: { form: 'linear' as const, left: side([figure.index]), right: side(base) } },
    ...small.map(
      (project): Reading => ({
        say: `${say}（另加列明的项目）`,
        equation: { form: 'linear', left: side([figure.index]), right: side([...base, project.index]) },
      }),
    ),
  ])
  return [
    {
      kind: 'sum',
      finding: 'sum',
      readings,
      source: { by: 'identity', ref: '无项目支出时，预算 = 人员经费 + 公用经费', citation: '预算法实施条例 5' },
      certainty: 'warning',
      accused: total.index,
      note: '报告写明无项目支出',
    },
  ]
}

/** 三公 over the parts that the report gives; what it does not give may be zero, so only a slip accuses. */
function threePublic(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const total of (set.byConcept.get('three-public') ?? []).slice(0, 20)) {
    if (total.dimension !== 'money' || total.compare !== null || total.claim.role === 'change' || roleClass(total.claim.role) === null)
      continue
    const near = set.figures
      .slice(total.index + 1, total.index + 30)
      .filter(
        (figure) =>
          figure.claim.anchor.block - total.claim.anchor.block <= 3 &&
          figure.claim.anchor.block >= total.claim.anchor.block &&
          roleClass(figure.claim.role) === roleClass(total.claim.role) &&
          figure.seat.kind === 'text',
      )
    const first = (concept: string): Figure | undefined =>
      near.find(
        (figure) => figure.claim.concept === concept && figure.qualifier === total.qualifier && figure.periodKey === total.periodKey,
      )
    const vehicles = first('vehicles')
    const cars = vehicles === undefined ? [first('vehicle-purchase'), first('vehicle-running')] : [vehicles]
    const parts = [first('abroad'), ...cars, first('reception')].filter((figure) => figure !== undefined)
    if (parts.length < 2) continue
    const indexes = parts.map((part) => part.index)
    relations.push({
      kind: 'sum',
      finding: 'sum',
      accused: total.index,
      certainty: 'error',
      guard: 'slip',
      readings: [{ say: '各项“三公”经费相加', equation: { form: 'linear', left: side([total.index]), right: side(indexes) } }],
      source: { by: 'identity', ref: '三公经费 = 出国 + 公车 + 接待', citation: '财预〔2016〕143号；勾稽 ID-26' },
    })
  }
  return relations
}

function instanceOf(identity: Identity, facts: ReadonlyMap<string, readonly Figure[]>): NewRelation | null {
  const totals = uniqueValues(facts.get(identity.total))
  const plus = identity.plus.map((concept) => uniqueValues(facts.get(concept)))
  const minus = (identity.minus ?? []).map((concept) => uniqueValues(facts.get(concept)))
  const accused = totals[0]
  if (accused === undefined || plus.some((list) => list.length === 0) || minus.some((list) => list.length === 0)) return null
  const optionalPlus = (identity.optionalPlus ?? []).flatMap((concept) => uniqueValues(facts.get(concept)).slice(0, 1))
  const optionalMinus = (identity.optionalMinus ?? []).flatMap((concept) => uniqueValues(facts.get(concept)).slice(0, 1))
  const readings: Reading[] = []
  for (const total of totals) {
    for (const parts of combinations(plus)) {
      for (const less of combinations(minus)) {
        for (const extra of optionalPlus.length + optionalMinus.length === 0 ? [0] : [1, 0]) {
          const right = side(
            [...parts, ...(extra === 1 ? optionalPlus : [])].map((f) => f.index),
            [...less, ...(extra === 1 ? optionalMinus : [])].map((f) => f.index),
          )
          readings.push({ say: identity.ref, equation: { form: 'linear', left: side([total.index]), right } })
          if (readings.length > 48) return null
        }
      }
    }
  }
  const used = [accused, ...plus.map((list) => list[0] as Figure), ...minus.map((list) => list[0] as Figure)]
  return {
    kind: identity.minus === undefined ? 'sum' : 'difference',
    finding: identity.finding ?? 'sum',
    readings,
    accused: accused.index,
    source: { by: 'identity', ref: identity.ref, citation: `${identity.citation}；勾稽 ${identity.id}` },
    certainty: readings.length > 6 ? 'question' : isTogether(used) && sameScope(used) ? 'error' : sameScope(used) ? 'warning' : 'question',
  }
}

/** All in one block or in neighbouring blocks of one section. */
function isTogether(figures: readonly Figure[]): boolean {
  const blocks = figures.map((figure) => figure.claim.anchor.block)
  return Math.max(...blocks) - Math.min(...blocks) <= 3
}

function sameScope(figures: readonly Figure[]): boolean {
  return new Set(figures.map((figure) => figure.claim.scope ?? '')).size <= 1
}

/** One figure a value, the first that prints it; at most three values. */
function uniqueValues(figures: readonly Figure[] | undefined): Figure[] {
  const seen = new Map<string, Figure>()
  for (const figure of figures ?? []) {
    const key = `${figure.value.coefficient}e${figure.value.scale}`
    if (!seen.has(key)) seen.set(key, figure)
  }
  return [...seen.values()].slice(0, 4)
}

function combinations(lists: readonly (readonly Figure[])[]): Figure[][] {
  let all: Figure[][] = [[]]
  for (const list of lists) all = all.flatMap((some) => list.map((figure) => [...some, figure]))
  return all.slice(0, 32)
}

/** 期末原值 = 期初原值 + 增加 − 处置, within one block (ID-52). */
function assetRoll(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const [, sentences] of set.sentencesOf) {
    const figures = sentences
      .flatMap((sentence) => sentence.figures)
      .map((index) => set.figures[index] as Figure)
      .filter((figure) => figure.dimension === 'money')
    const gross = figures.filter((figure) => figure.claim.concept === 'fixed-assets-gross' && figure.claim.role !== 'change')
    const added = figures.filter(
      (figure) =>
        figure.claim.concept === 'fixed-assets-added' ||
        (figure.direction === 'up' && figure.claim.role === 'change' && /资产/.test(figure.lead + figure.claim.label)),
    )
    const disposed = figures.filter(
      (figure) =>
        figure.claim.concept === 'assets-disposed' ||
        (figure.direction === 'down' && figure.claim.role === 'change' && /资产/.test(figure.lead + figure.claim.label)),
    )
    if (gross.length !== 2 || added.length + disposed.length === 0 || added.length > 1 || disposed.length > 1) continue
    const opening = gross[0] as Figure
    const closing = gross[1] as Figure
    const net = [...added, ...disposed].map((figure) => figure.index)
    const say = '期初原值 + 增加 − 减少'
    const readings: Reading[] = [
      {
        say,
        equation: {
          form: 'linear',
          left: side([closing.index]),
          right: side(
            [opening, ...added].map((f) => f.index),
            disposed.map((f) => f.index),
          ),
        },
      },
    ]
    if (added.length === 1 && disposed.length === 1)
      readings.push({
        say: '期初原值 + 净增加',
        equation: { form: 'linear', left: side([closing.index]), right: side([opening.index, net[0] as number]) },
      })
    if (distinct(gross) > 1 || net.length > 0)
      relations.push({
        kind: 'difference',
        finding: 'difference',
        readings,
        source: { by: 'identity', ref: '期末原值 = 期初原值 + 增加 − 处置', citation: '勾稽 ID-52' },
        certainty: 'error',
        accused: closing.index,
      })
  }
  return relations
}
