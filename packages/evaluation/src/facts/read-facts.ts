/** 基础数据 from JSON: an array of facts. All problems at once; each fact knows its place for what is found out about it later. */
import { decimal, formatDecimal, parseDecimal, unitById } from '@jiheng/quantity'
import type { Problem, ProblemCode } from '@jiheng/vocabulary'
import { type Fields, type Path, Reading } from '../read/reading.ts'
import type { Evidence, Fact, FactValue } from './fact.ts'

export interface PlacedFact {
  readonly fact: Fact
  readonly at: Path
}

export interface ReadFacts {
  readonly facts: readonly PlacedFact[]
  readonly problems: readonly Problem[]
  /** Names of units that a code stands for, where the data give both. */
  readonly unitNames: ReadonlyMap<string, string>
}

const MOST_FACTS = 1_000_000
const KEYS = ['id', 'unit', 'item', 'from', 'to', 'year', 'value', 'basis', 'source', 'evidence', 'supersedes']

/** `name` of the file, for problems. A fact that cannot be read is left out and told. */
export function readFacts(value: unknown, name: string): ReadFacts {
  const reading = new Reading()
  const facts: PlacedFact[] = []
  const list = Array.isArray(value) ? value : []
  if (!Array.isArray(value)) reading.problem('facts.bad-shape', [name], { expected: 'list' })
  for (const [index, one] of list.slice(0, MOST_FACTS).entries()) {
    const before = reading.problems.length
    const fact = readFact(reading, one, [name, index], `${name} 第${index + 1}项`)
    if (reading.problems.length === before) facts.push({ fact, at: [name, index] })
  }
  return { facts, problems: reading.problems.map(ofFacts), unitNames: new Map() }
}

/** What the reader of data says, said of facts. */
export function ofFacts(problem: Problem): Problem {
  const code = CODES[problem.code]
  return code === undefined ? problem : { ...problem, code }
}

const CODES: Readonly<Partial<Record<ProblemCode, ProblemCode>>> = {
  'scheme.bad-shape': 'facts.bad-shape',
  'scheme.unknown-key': 'facts.unknown-key',
  'scheme.missing': 'facts.missing',
  'scheme.bad-value': 'facts.bad-value',
}

function readFact(reading: Reading, value: unknown, at: Path, name: string): Fact {
  const fields = reading.fields(value, at, KEYS)
  const year = fields.decimal('year')
  const isYear = year !== null && /^(?:19|20)\d\d$/.test(year)
  if (year !== null && !isYear) reading.problem('facts.bad-value', [...at, 'year'], { value: year.slice(0, 60), expected: 'period' })
  const [from, to] = isYear ? [`${year}-01-01`, `${year}-12-31`] : [fields.date('from'), fields.date('to')]
  if (!isYear) for (const key of ['from', 'to']) if (!fields.has(key)) reading.problem('facts.missing', [...at, key])
  if (from !== null && to !== null && from > to)
    reading.problem('facts.bad-value', [...at, 'to'], { value: to, expected: `不早于 ${from}` })
  return {
    id: fields.text('id') ?? name,
    unit: fields.needed('unit'),
    item: fields.needed('item'),
    from: from ?? '',
    to: to ?? '',
    value: readValue(reading, fields, at),
    basis: fields.text('basis'),
    source: fields.text('source') ?? '',
    evidence: fields.list('evidence').map((one, index) => readEvidence(reading, one, [...at, 'evidence', index])),
    supersedes: fields.text('supersedes'),
  }
}

function readEvidence(reading: Reading, value: unknown, at: Path): Evidence {
  if (typeof value === 'string') return { name: value.slice(0, 500), page: null }
  const fields = reading.fields(value, at, ['name', 'page'])
  return { name: fields.needed('name'), page: typeof fields.get('page') === 'number' ? String(fields.get('page')) : fields.text('page') }
}

const VALUE_KEYS = ['kind', 'value', 'unit', 'date', 'met', 'id', 'share', 'points', 'reason', 'values']
const KINDS = ['figure', 'date', 'checks', 'class', 'points', 'groups', 'not-applicable'] as const

function readValue(reading: Reading, fact: Fields, at: Path): FactValue {
  if (!fact.has('value')) reading.problem('facts.missing', [...at, 'value'])
  const place = [...at, 'value']
  const fields = reading.fields(fact.get('value') ?? {}, place, VALUE_KEYS)
  const kind = fields.oneOf('kind', KINDS, 'figure')
  switch (kind) {
    case 'figure': {
      const unit = fields.needed('unit')
      if (unit !== '' && unitById(unit) === null) reading.problem('facts.wrong-unit', [...place, 'unit'], { value: unit.slice(0, 60) })
      return { kind, value: canonical(fields.neededDecimal('value')), unit }
    }
    case 'date':
      return { kind, date: fields.date('date') }
    case 'checks':
      return { kind, met: fields.list('met').map(String) }
    case 'class':
      return { kind, id: fields.needed('id'), share: canonical(fields.neededDecimal('share')) }
    case 'points':
      return { kind, points: canonical(fields.neededDecimal('points')), reason: fields.text('reason') ?? '' }
    case 'groups':
      return { kind, values: readGroups(reading, fields.get('values'), [...place, 'values']) }
    case 'not-applicable':
      return { kind, reason: fields.needed('reason') }
  }
}

function readGroups(reading: Reading, value: unknown, at: Path): Readonly<Record<string, string>> {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const fields = reading.fields(value, at, keys)
  return Object.fromEntries(keys.map((key) => [key, canonical(fields.neededDecimal(key))]))
}

const canonical = (text: string): string => (parseDecimal(text) === null ? '0' : formatDecimal(decimal(text)))
