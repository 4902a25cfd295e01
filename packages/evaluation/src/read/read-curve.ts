/** Curves as people write them: `ratio`, or `deduct: { step: "1", points: "0.5" }`. */
import { compare, decimal, parseDecimal, ZERO } from '@jiheng/quantity'
import { readBand } from '../scoring/band.ts'
import type { Band, CheckPoint, ClassBand, Curve, Group, Knot } from '../scoring/curve.ts'
import { isMapping, type Path, type Reading } from './reading.ts'

export const CURVES = ['ratio', 'threshold', 'linear', 'bands', 'deduct', 'check-points', 'classes', 'manual', 'groups'] as const

/** 财预〔2020〕10号: 100–80%(含), 80–60%(含), 60–0%. */
export const USUAL_CLASSES: readonly ClassBand[] = [
  { id: 'met', label: '达成预期指标', from: '0.8', to: '1' },
  { id: 'partly', label: '部分达成预期指标并具有一定效果', from: '0.6', to: '0.8' },
  { id: 'unmet', label: '未达成预期指标且效果较差', from: '0', to: '0.6' },
]

/** null when it cannot be read; what is wrong was told. */
export function readCurve(reading: Reading, value: unknown, at: Path): Curve | null {
  if (typeof value === 'string') return named(reading, value.trim(), undefined, at)
  if (!isMapping(value) || Object.keys(value).length !== 1) return reading.problem('scheme.bad-shape', at, { expected: 'mapping' })
  const [[name, given] = ['', undefined]] = Object.entries(value)
  return named(reading, name, given, [...at, name])
}

function named(reading: Reading, name: string, given: unknown, at: Path): Curve | null {
  switch (name) {
    case 'ratio': {
      const floor = given === undefined ? null : reading.fields(given, at, ['floor']).decimal('floor')
      return { curve: 'ratio', ...(floor === null ? {} : { floor }) }
    }
    case 'threshold':
    case 'manual':
      return { curve: name }
    case 'linear':
      return { curve: 'linear', knots: readKnots(reading, given, at) }
    case 'bands':
      return { curve: 'bands', bands: readBands(reading, given, at) }
    case 'deduct':
      return readDeduct(reading, given, at)
    case 'check-points':
      return { curve: 'check-points', checks: readChecks(reading, given, at) }
    case 'classes':
      return { curve: 'classes', classes: given === undefined ? USUAL_CLASSES : readClasses(reading, given, at) }
    case 'groups':
      return { curve: 'groups', groups: readGroups(reading, given, at) }
    default:
      return reading.problem('scheme.unknown-rule', at, { value: name.slice(0, 60), expected: CURVES.join('、') })
  }
}

/** [ { at: "60", share: "0" }, { at: "1 × target", share: "1" } ] */
function readKnots(reading: Reading, given: unknown, at: Path): readonly Knot[] {
  const knots = reading.list(given, at).map((one, index): Knot => {
    const fields = reading.fields(one, [...at, index], ['at', 'share'])
    const place = fields.needed('at')
    const multiple = /^(?:(\d+(?:\.\d+)?)\s*[×*]\s*)?target$/.exec(place)
    if (multiple !== null) return { at: multiple[1] ?? '1', of: 'target', share: fields.neededDecimal('share') }
    if (parseDecimal(place) === null)
      reading.problem('scheme.bad-value', [...at, index, 'at'], { value: place.slice(0, 60), expected: 'decimal' })
    return { at: parseDecimal(place) === null ? '0' : place, share: fields.neededDecimal('share') }
  })
  if (knots.length < 2) reading.problem('scheme.missing', at)
  return knots
}

/** { "[90,100]": "5", "(0,90)": "3" }: in this order, the first that holds counts. */
function readBands(reading: Reading, given: unknown, at: Path): readonly Band[] {
  if (!isMapping(given)) {
    reading.problem('scheme.bad-shape', at, { expected: 'mapping' })
    return []
  }
  const fields = reading.fields(given, at, Object.keys(given))
  return Object.keys(given).map((within): Band => {
    if (readBand(within) === null) reading.problem('scheme.bad-value', [...at, within], { value: within.slice(0, 60), expected: 'band' })
    return { within, points: notNegative(reading, fields.neededDecimal(within), [...at, within]) }
  })
}

function readDeduct(reading: Reading, given: unknown, at: Path): Curve {
  const fields = reading.fields(given, at, ['step', 'points', 'steps'])
  const step = fields.neededDecimal('step')
  if (compare(decimal(step), ZERO) <= 0) reading.problem('scheme.bad-value', [...at, 'step'], { value: step, expected: 'positive' })
  return {
    curve: 'deduct',
    step: compare(decimal(step), ZERO) <= 0 ? '1' : step,
    points: notNegative(reading, fields.neededDecimal('points'), [...at, 'points']),
    steps: fields.oneOf('steps', ['exact', 'begun', 'whole'], 'exact'),
  }
}

function readChecks(reading: Reading, given: unknown, at: Path): readonly CheckPoint[] {
  const checks = reading.list(given, at).map((one, index): CheckPoint => {
    const fields = reading.fields(one, [...at, index], ['id', 'label', 'points'])
    return { id: fields.needed('id'), label: fields.needed('label'), points: fields.decimal('points') }
  })
  if (checks.length === 0) reading.problem('scheme.missing', at)
  tellRepeated(reading, checks, at)
  return checks
}

function readClasses(reading: Reading, given: unknown, at: Path): readonly ClassBand[] {
  const classes = reading.list(given, at).map((one, index): ClassBand => {
    const fields = reading.fields(one, [...at, index], ['id', 'label', 'from', 'to'])
    return { id: fields.needed('id'), label: fields.needed('label'), from: fields.neededDecimal('from'), to: fields.neededDecimal('to') }
  })
  tellRepeated(reading, classes, at)
  return classes
}

function readGroups(reading: Reading, given: unknown, at: Path): readonly Group[] {
  const groups = reading.list(given, at).map((one, index): Group => {
    const fields = reading.fields(one, [...at, index], ['id', 'label', 'weight', 'target', 'curve'])
    const curve = readCurve(reading, fields.get('curve') ?? 'ratio', [...at, index, 'curve'])
    const isOfNumber = curve !== null && !['groups', 'manual', 'classes', 'check-points'].includes(curve.curve)
    if (curve !== null && !isOfNumber)
      reading.problem('scheme.unknown-rule', [...at, index, 'curve'], { value: curve.curve, expected: CURVES.slice(0, 5).join('、') })
    return {
      id: fields.needed('id'),
      label: fields.needed('label'),
      weight: notNegative(reading, fields.neededDecimal('weight'), [...at, index, 'weight']),
      target: fields.neededDecimal('target'),
      curve: isOfNumber ? (curve as Group['curve']) : { curve: 'ratio' },
    }
  })
  if (groups.length === 0) reading.problem('scheme.missing', at)
  tellRepeated(reading, groups, at)
  return groups
}

function tellRepeated(reading: Reading, list: readonly { readonly id: string }[], at: Path): void {
  const seen = new Set<string>()
  for (const [index, { id }] of list.entries()) {
    if (seen.has(id)) reading.problem('scheme.duplicate', [...at, index], { id: id.slice(0, 60) })
    seen.add(id)
  }
}

export function notNegative(reading: Reading, text: string, at: Path): string {
  if (compare(decimal(text), ZERO) >= 0) return text
  reading.problem('scheme.bad-value', at, { value: text, expected: 'not-negative' })
  return '0'
}
