/** Policies as people write them; what is left out is usual. */
import { dimensionOfUnit } from '../formula/ratio-unit.ts'
import { type Grade, type OverFulfilment, type Policies, type Rounding, USUAL_POLICIES, type Veto } from '../scheme/scheme.ts'
import type { Fields, Path, Reading } from './reading.ts'

export const POLICY_KEYS = [
  'not-applicable',
  'rounding',
  'total-rounding',
  'reason-from',
  'deduct-from',
  'deduct-at',
  'bonus-up-to',
  'grades',
  'vetoes',
  'department',
  'lights',
  'self-warning',
] as const

export const LIGHTS_KEYS = ['execution', 'red-below', 'green-from'] as const
export const SELF_WARNING_KEYS = ['execution', 'red-above', 'yellow-unspent-above'] as const

export function readPolicies(reading: Reading, value: unknown, at: Path): Policies {
  if (value === undefined || value === null) return USUAL_POLICIES
  const fields = reading.fields(value, at, POLICY_KEYS)
  const grades = fields.get('grades') === 'none' ? null : fields.has('grades') ? readGrades(reading, fields, at) : USUAL_POLICIES.grades
  return {
    notApplicable: fields.oneOf('not-applicable', ['rebase', 'full', 'nought'], USUAL_POLICIES.notApplicable),
    rounding: readRounding(reading, fields, 'rounding') ?? USUAL_POLICIES.rounding,
    totalRounding: readRounding(reading, fields, 'total-rounding') ?? USUAL_POLICIES.totalRounding,
    overFulfilment: readOverFulfilment(fields, USUAL_POLICIES.overFulfilment),
    deductAt: fields.oneOf('deduct-at', ['raw', 'converted'], USUAL_POLICIES.deductAt),
    bonusUpTo: fields.decimal('bonus-up-to'),
    grades,
    vetoes: fields.list('vetoes').map((one, index) => readVeto(reading, one, [...at, 'vetoes', index], grades)),
    department: fields.oneOf('department', ['once', 'mean-of-units', 'weighted-by-funds'], USUAL_POLICIES.department),
    lights: readLights(reading, fields, at),
    selfWarning: readSelfWarning(reading, fields, at),
  }
}

/** `reason-from: none` switches the question off. */
export function readOverFulfilment(fields: Fields, usual: OverFulfilment): OverFulfilment {
  const of = (key: 'reason-from' | 'deduct-from', otherwise: string | null): string | null =>
    !fields.has(key) ? otherwise : fields.get(key) === 'none' ? null : fields.decimal(key)
  return { reasonFrom: of('reason-from', usual.reasonFrom), deductFrom: of('deduct-from', usual.deductFrom) }
}

const PLACES = /^([0-8])\s*places(?:\s+(half-up|half-even|down|up))?$/
const GRID = /^to\s+(\d+(?:\.\d+)?)$/

/** "2 places", "0 places half-even", "to 0.5", "exact". */
export function readRounding(reading: Reading, fields: Fields, key: string): Rounding | null {
  const text = fields.text(key)
  if (text === null) return null
  const [, places, mode] = PLACES.exec(text) ?? []
  if (places !== undefined) return { to: 'places', places: Number(places), mode: (mode as 'half-up' | undefined) ?? 'half-up' }
  const [, step] = GRID.exec(text) ?? []
  if (step !== undefined && Number(step) > 0) return { to: 'grid', step }
  if (text === 'exact') return { to: 'exact' }
  return reading.problem('scheme.bad-value', [...fields.at, key], {
    value: text.slice(0, 60),
    expected: '2 places、0 places half-even、to 0.5、exact',
  })
}

export function writeRounding(rounding: Rounding): string {
  if (rounding.to === 'exact') return 'exact'
  return rounding.to === 'grid'
    ? `to ${rounding.step}`
    : `${rounding.places} places${rounding.mode === 'half-up' ? '' : ` ${rounding.mode}`}`
}

function readGrades(reading: Reading, fields: Fields, at: Path): readonly Grade[] {
  return fields.list('grades').map((one, index): Grade => {
    const grade = reading.fields(one, [...at, 'grades', index], ['label', 'from'])
    return { label: grade.needed('label'), from: grade.neededDecimal('from') }
  })
}

function readVeto(reading: Reading, one: unknown, at: Path, grades: readonly Grade[] | null): Veto {
  const fields = reading.fields(one, at, ['id', 'label', 'grade-at-most'])
  const gradeAtMost = fields.needed('grade-at-most')
  const labels = (grades ?? []).map(({ label }) => label)
  if (gradeAtMost !== '' && !labels.includes(gradeAtMost))
    reading.problem('scheme.bad-value', [...at, 'grade-at-most'], { value: gradeAtMost.slice(0, 60), expected: labels.join('、') })
  return { id: fields.needed('id'), label: fields.needed('label'), gradeAtMost }
}

function readLights(reading: Reading, fields: Fields, at: Path): Policies['lights'] {
  if (!fields.has('lights')) return null
  const lights = reading.fields(fields.get('lights'), [...at, 'lights'], LIGHTS_KEYS)
  return {
    execution: lights.needed('execution'),
    redBelow: lights.neededDecimal('red-below'),
    greenFrom: lights.neededDecimal('green-from'),
  }
}

function readSelfWarning(reading: Reading, fields: Fields, at: Path): Policies['selfWarning'] {
  if (!fields.has('self-warning')) return null
  const warning = reading.fields(fields.get('self-warning'), [...at, 'self-warning'], SELF_WARNING_KEYS)
  return {
    execution: warning.needed('execution'),
    redAbove: warning.neededDecimal('red-above'),
    yellowUnspentAbove: warning.neededDecimal('yellow-unspent-above'),
  }
}

/** Told when it is none. */
export function checkUnit(reading: Reading, unit: string, at: Path): void {
  if (unit !== '' && dimensionOfUnit(unit) === null) reading.problem('scheme.unknown-unit', at, { value: unit.slice(0, 60) })
}
