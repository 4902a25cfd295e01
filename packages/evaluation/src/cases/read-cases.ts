/** Cases from data: { cases: [ … ] }. Names become ids here, so that running one only computes. All problems at once. */
import type { Problem } from '@jiheng/vocabulary'
import type { Fact } from '../facts/fact.ts'
import type { ItemCatalogue } from '../facts/item.ts'
import type { GoalIndicator, GoalsVersion } from '../goals/approved-goals.ts'
import { readScheme } from '../read/read-scheme.ts'
import { type Fields, isMapping, type Path, Reading } from '../read/reading.ts'
import type { Scheme, SchemeNode, SchemeVersion } from '../scheme/scheme.ts'
import { schemeAt } from '../scheme/scheme-at.ts'
import { type Change, changed, partOf, readChange, readPolicyChanges } from './adjust-version.ts'
import type { Difference, Expectation, WorkedCase } from './case.ts'
import { readFactWords } from './fact-words.ts'
import { Names } from './names.ts'

export const CASE_KEYS = [
  'case',
  'label',
  'functions',
  'source',
  'scheme',
  'year',
  'indicator',
  'tree',
  'full',
  'policies',
  'goals',
  'with',
  'only',
  'facts',
  'last-year',
  'until',
  'deductions',
  'vetoes',
  'expect',
  'printed',
  'explain',
] as const

/** The unit that all facts of a case are about. */
export const CASE_UNIT = 'case'

export interface CaseContext {
  readonly items: ItemCatalogue
  readonly schemes: ReadonlyMap<string, Scheme>
}

export interface ReadCases {
  readonly cases: readonly WorkedCase[]
  readonly problems: readonly Problem[]
}

export function readCases(value: unknown, name: string, context: CaseContext): ReadCases {
  const reading = new Reading()
  const top = reading.fields(value, [name], ['cases'])
  const cases = top.list('cases').flatMap((one, index) => {
    const read = readCase(reading, one, [name, 'cases', index], context)
    return read === null ? [] : [read]
  })
  const seen = new Set<string>()
  for (const [index, { id }] of cases.entries()) {
    if (seen.has(id)) reading.problem('scheme.duplicate', [name, 'cases', index], { id: id.slice(0, 60) })
    seen.add(id)
  }
  return { cases, problems: reading.problems }
}

function readCase(reading: Reading, value: unknown, at: Path, context: CaseContext): WorkedCase | null {
  const fields = reading.fields(value, at, CASE_KEYS)
  const year = Number(fields.decimal('year') ?? '2023')
  const found = versionOf(reading, fields, at, year, context)
  if (found === null) return null
  const goals = readGoals(reading, fields, found, context)
  const names = new Names(context.items, found, goals)
  const changes = new Map<string, Change>()
  for (const [name, change] of Object.entries(mappingOf(reading, fields, 'with'))) {
    const id = idOf(reading, names.node(name), [...at, 'with', name], name)
    if (id !== null) changes.set(id, readChange(reading, change, [...at, 'with', name]))
  }
  const only = fields.list('only').map((one, index) => idOf(reading, names.node(String(one)), [...at, 'only', index], String(one)))
  const version = changed(found, changes, readPolicyChanges(reading, fields, found.policies))
  const expect = readExpectations(reading, fields, names)
  return {
    id: fields.needed('case'),
    label: fields.needed('label'),
    functions: fields.list('functions').map(String),
    source: fields.text('source'),
    scheme: fields.text('scheme'),
    version: only.length === 0 ? version : partOf(version, new Set(only.filter((id) => id !== null))),
    goals: goals.length === 0 ? null : asVersion(goals),
    year,
    facts: [...readFacts(reading, fields, 'facts', year, names), ...readFacts(reading, fields, 'last-year', year - 1, names)],
    deductions: fields.list('deductions').map((one, index) => {
      const deduction = reading.fields(one, [...at, 'deductions', index], ['label', 'points'])
      return { label: deduction.needed('label'), points: deduction.neededDecimal('points') }
    }),
    vetoes: fields.list('vetoes').map(String),
    expect,
    differences: readDifferences(reading, fields, names),
    explain: fields.text('explain'),
  }
}

/** The scheme's own version of the year, or the rules that the case brings. */
function versionOf(reading: Reading, fields: Fields, at: Path, year: number, { items, schemes }: CaseContext): SchemeVersion | null {
  const id = fields.text('scheme')
  if (id !== null) {
    const scheme = schemes.get(id)
    if (scheme === undefined)
      return reading.problem('scheme.bad-value', [...at, 'scheme'], { value: id.slice(0, 60), expected: '细则编号' })
    const found = schemeAt(scheme, `${year}-12-31`)
    if ('version' in found) return found.version
    return reading.problem(found.problem.code, [...at, 'year'], found.problem.details)
  }
  const one = fields.get('indicator')
  const tree = isMapping(one) ? [{ indicator: 'one', label: '指标', ...one }] : fields.get('tree')
  const full = isMapping(one) ? one.weight : fields.get('full')
  const source = { document: fields.text('source') ?? '案例' }
  const rules = { from: `${year}-01-01`, source, tree, policies: fields.get('policies'), ...(full === undefined ? {} : { full }) }
  const read = readScheme({ scheme: 'case', label: '案例', versions: [rules] }, 'case', items)
  if ('scheme' in read) return read.scheme.versions[0] ?? null
  for (const { code, at: place, details } of read.problems) reading.problem(code, [...at, ...place.slice(3)], details)
  return null
}

/** { 块: [ 指标 … ] }, each written as in a scheme. */
function readGoals(reading: Reading, fields: Fields, version: SchemeVersion, context: CaseContext): readonly GoalIndicator[] {
  const names = new Names(context.items, version, [])
  return Object.entries(mappingOf(reading, fields, 'goals')).flatMap(([name, list], at) => {
    const place = [...fields.at, 'goals', name]
    const block = idOf(reading, names.node(name), place, name)
    const children = reading
      .list(list, place)
      .map((one, index) => (isMapping(one) ? { indicator: `goal-${at + 1}-${index + 1}`, ...one } : one))
    const tree = [{ block: 'goals', label: name, 'takes-goals': true, children }]
    const rules = { from: '2000-01-01', source: { document: '批复绩效目标' }, tree }
    const read = readScheme({ scheme: 'case', label: name, versions: [rules] }, 'case', context.items)
    if ('problems' in read) {
      for (const problem of read.problems) reading.problem(problem.code, [...place, ...problem.at.slice(6)], problem.details)
      return []
    }
    const nodes: readonly SchemeNode[] = read.scheme.versions[0]?.tree.flatMap((node) => (node.kind === 'block' ? node.children : [])) ?? []
    return nodes.flatMap((node) =>
      node.kind === 'block' || block === null
        ? []
        : [
            {
              id: node.id,
              block,
              label: node.label,
              weight: node.weight ?? '0',
              target: node.target,
              measure: node.measure,
              curve: node.curve,
            },
          ],
    )
  })
}

const asVersion = (indicators: readonly GoalIndicator[]): GoalsVersion => ({
  kind: 'initial',
  document: '案例',
  approved: '2000-01-01',
  indicators,
})

export function readFacts(reading: Reading, fields: Fields, key: 'facts' | 'last-year', year: number, names: Names): readonly Fact[] {
  return Object.entries(mappingOf(reading, fields, key)).flatMap(([name, words]): readonly Fact[] => {
    const place = [...fields.at, key, name]
    const about = names.subject(name)
    if (about === null || about === 'ambiguous') {
      reading.problem('facts.unknown-item', place, { value: name.slice(0, 60) })
      return []
    }
    const read = readFactWords(words, about)
    if ('code' in read) {
      reading.problem(read.code, place, read.details)
      return []
    }
    const period = { from: `${year}-01-01`, to: (key === 'facts' ? fields.date('until') : null) ?? `${year}-12-31` }
    const rest = { basis: null, source: '案例', evidence: [], supersedes: null }
    return [{ id: `${key}/${name}`, unit: CASE_UNIT, item: about.id, ...period, value: read.value, ...rest }]
  })
}

const WHOLE = ['total', 'grade', 'raw', 'applicable', 'converted', 'bonus', 'deducted'] as const
const PARTS = { scores: 'score', actuals: 'actual', blocks: 'block', open: 'open', asks: 'ask' } as const

function readExpectations(reading: Reading, fields: Fields, names: Names): readonly Expectation[] {
  const at = [...fields.at, 'expect']
  if (!fields.has('expect')) {
    reading.problem('scheme.missing', at)
    return []
  }
  const expect = reading.fields(fields.get('expect'), at, [...WHOLE, ...Object.keys(PARTS), 'warnings', 'plan'])
  const whole = WHOLE.flatMap((of): readonly Expectation[] =>
    expect.get(of) === undefined ? [] : [{ name: of, what: { of }, value: textOf(expect, of) }],
  )
  const parts = Object.entries(PARTS).flatMap(([key, of]) => {
    const mapping = mappingOf(reading, expect, key)
    const values = reading.fields(mapping, [...at, key], Object.keys(mapping))
    return Object.keys(mapping).flatMap((name): readonly Expectation[] => {
      const id = idOf(reading, names.node(name), [...at, key, name], name)
      return id === null ? [] : [{ name, what: { of, id }, value: textOf(values, name) }]
    })
  })
  const plan: readonly Expectation[] = expect.has('plan') ? [{ name: 'plan', what: { of: 'plan' }, value: expect.text('plan') }] : []
  return [...whole, ...parts, ...readWarnings(reading, expect), ...plan]
}

const WARNINGS = { 执行进度: 'progress', 自评预警: 'self-warning' } as const

/** { 执行进度: 黄 68.57%, 自评预警: 红 24.54% }; empty where there is none. */
function readWarnings(reading: Reading, expect: Fields): readonly Expectation[] {
  const values = reading.fields(mappingOf(reading, expect, 'warnings'), [...expect.at, 'warnings'], Object.keys(WARNINGS))
  return Object.entries(WARNINGS).flatMap(([name, id]): readonly Expectation[] =>
    values.get(name) === undefined ? [] : [{ name, what: { of: 'warning', id }, value: values.text(name) }],
  )
}

/** A number may stand without quotes where it is whole. */
function textOf(fields: Fields, key: string): string | null {
  const value = fields.get(key)
  return typeof value === 'number' ? fields.decimal(key) : fields.text(key)
}

function readDifferences(reading: Reading, fields: Fields, names: Names): readonly Difference[] {
  return fields.list('printed').flatMap((one, index): readonly Difference[] => {
    const at = [...fields.at, 'printed', index]
    const read = reading.fields(one, at, ['total', 'grade', 'score', 'actual', 'printed', 'computed', 'why'])
    const rest = { printed: textOf(read, 'printed') ?? '', computed: textOf(read, 'computed') ?? '', why: read.needed('why') }
    const of = (['total', 'grade'] as const).find((key) => read.flag(key))
    if (of !== undefined) return [{ name: of, what: { of }, ...rest }]
    const part = read.has('score') ? 'score' : 'actual'
    const name = read.needed(part)
    const id = idOf(reading, names.node(name), at, name)
    return id === null ? [] : [{ name, what: { of: part, id }, ...rest }]
  })
}

function mappingOf(reading: Reading, fields: Fields, key: string): Readonly<Record<string, unknown>> {
  const value = fields.get(key)
  if (value === undefined || value === null) return {}
  return isMapping(value) ? value : (reading.problem('scheme.bad-shape', [...fields.at, key], { expected: 'mapping' }) ?? {})
}

function idOf(reading: Reading, named: { readonly id: string } | 'ambiguous' | null, at: Path, name: string): string | null {
  if (named !== null && named !== 'ambiguous') return named.id
  return reading.problem('scheme.bad-value', at, {
    value: name.slice(0, 60),
    expected: named === null ? '细则中的名称或编号' : '上级名称/名称（重名）',
  })
}
