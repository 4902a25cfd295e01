/** 批复绩效目标 from data: { goals, project, year, versions: [ { kind, document, approved, indicators } ] }. All problems at once. */
import type { Problem } from '@jiheng/vocabulary'
import type { ItemCatalogue } from '../facts/item.ts'
import { notNegative, readCurve } from '../read/read-curve.ts'
import { MEASURE_KEYS, readMeasure } from '../read/read-measure.ts'
import { readTarget } from '../read/read-target.ts'
import { type Path, Reading } from '../read/reading.ts'
import type { ApprovedGoals, GoalIndicator, GoalsVersion } from './approved-goals.ts'

export type ReadGoals = { readonly goals: ApprovedGoals } | { readonly problems: readonly Problem[] }

const KEYS = ['indicator', 'block', 'label', 'weight', 'target', 'curve', 'unit', 'zero', ...MEASURE_KEYS]
const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** `name` of the file, for problems. `goals` names the unit whose goals they are. */
export function readGoals(value: unknown, name: string, items: ItemCatalogue): ReadGoals {
  const reading = new Reading()
  const fields = reading.fields(value, [name], ['goals', 'project', 'year', 'versions'])
  const year = Number(fields.decimal('year') ?? '')
  if (!/^(?:19|20)\d\d$/.test(String(year)))
    reading.problem(fields.has('year') ? 'scheme.bad-value' : 'scheme.missing', [name, 'year'], { value: String(year), expected: '年度' })
  const versions = fields.list('versions').map((one, index) => readVersion(reading, one, [name, 'versions', index], items))
  if (versions.length === 0) reading.problem('scheme.missing', [name, 'versions'])
  for (const [index, { approved }] of versions.entries()) {
    const before = versions[index - 1]
    if (before !== undefined && before.approved > approved)
      reading.problem('scheme.bad-value', [name, 'versions', index, 'approved'], { value: approved, expected: `不早于 ${before.approved}` })
  }
  const goals = { unit: fields.needed('goals'), project: fields.text('project'), year, versions }
  return reading.problems.length > 0 ? { problems: reading.problems } : { goals }
}

function readVersion(reading: Reading, value: unknown, at: Path, items: ItemCatalogue): GoalsVersion {
  const fields = reading.fields(value, at, ['kind', 'document', 'approved', 'indicators'])
  const approved = fields.date('approved')
  if (!fields.has('approved')) reading.problem('scheme.missing', [...at, 'approved'])
  const indicators = fields.list('indicators').map((one, index) => readGoal(reading, one, [...at, 'indicators', index], items))
  if (indicators.length === 0) reading.problem('scheme.missing', [...at, 'indicators'])
  const seen = new Set<string>()
  for (const [index, { id }] of indicators.entries()) {
    if (seen.has(id)) reading.problem('scheme.duplicate', [...at, 'indicators', index, 'indicator'], { id: id.slice(0, 60) })
    seen.add(id)
  }
  return {
    kind: fields.oneOf('kind', ['initial', 'adjusted', 'added'], 'initial'),
    document: fields.needed('document'),
    approved: approved ?? '9999-12-31',
    indicators,
  }
}

function readGoal(reading: Reading, value: unknown, at: Path, items: ItemCatalogue): GoalIndicator {
  const fields = reading.fields(value, at, KEYS)
  const id = fields.needed('indicator')
  if (id !== '' && !ID.test(id)) reading.problem('scheme.bad-value', [...at, 'indicator'], { value: id.slice(0, 60), expected: 'id' })
  const text = fields.text('target')
  const target = text === null ? null : readTarget(text)
  if (text !== null && target === null)
    reading.problem('scheme.bad-value', [...at, 'target'], { value: text.slice(0, 60), expected: 'target' })
  return {
    id,
    block: fields.needed('block'),
    label: fields.needed('label'),
    weight: notNegative(reading, fields.neededDecimal('weight'), [...at, 'weight']),
    target,
    measure: readMeasure(reading, fields, items),
    curve: readCurve(reading, fields.get('curve') ?? 'ratio', [...at, 'curve']) ?? { curve: 'manual' },
  }
}
