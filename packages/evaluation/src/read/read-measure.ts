/** How an actual comes about, as people write it: one of `formula`, `figure`, `days-late`, `judged`. Schemes and approved goals write it alike. */
import { dimensionOf } from '@jiheng/quantity'
import type { ItemCatalogue } from '../facts/item.ts'
import { dimensionOfFormula } from '../formula/dimension.ts'
import { dimensionOfUnit } from '../formula/ratio-unit.ts'
import { readFormula } from '../formula/read-formula.ts'
import type { Measure } from '../scheme/scheme.ts'
import { checkUnit } from './read-policies.ts'
import type { Fields, Reading } from './reading.ts'

export const MEASURE_KEYS = ['formula', 'figure', 'days-late', 'judged'] as const

export function readMeasure(reading: Reading, fields: Fields, items: ItemCatalogue): Measure {
  const given = MEASURE_KEYS.filter((key) => fields.has(key))
  if (given.length !== 1) {
    reading.problem('scheme.missing', [...fields.at, given[1] ?? 'formula'])
    return { kind: 'judged' }
  }
  const unit = fields.text('unit') ?? 'percent'
  checkUnit(reading, unit, [...fields.at, 'unit'])
  switch (given[0]) {
    case 'formula':
      return readFormulaMeasure(reading, fields, items, unit)
    case 'figure':
      // Nobody states money by heads as one figure: that is what a formula gives.
      if (dimensionOf(unit) === null && dimensionOfUnit(unit) !== null)
        reading.problem('scheme.unknown-unit', [...fields.at, 'unit'], { value: unit })
      return { kind: 'figure', unit }
    case 'days-late':
      return readDaysLate(reading, fields)
    default:
      return { kind: 'judged' }
  }
}

function readFormulaMeasure(reading: Reading, fields: Fields, items: ItemCatalogue, unit: string): Measure {
  const { at } = fields
  const text = fields.needed('formula')
  const zero = fields.has('zero') ? fields.oneOf('zero', ['not-applicable', 'nought'], 'not-applicable') : null
  const read = readFormula(text)
  if ('fault' in read) {
    reading.problem('scheme.bad-formula', [...at, 'formula'], { reason: read.fault, at: read.at })
    return { kind: 'formula', formula: '0', unit, zero }
  }
  const measured = dimensionOfFormula(read.formula, (id) => {
    const item = items.get(id)
    return item === undefined ? null : (dimensionOf(item.unit) ?? '')
  })
  if ('unknownItem' in measured) reading.problem('scheme.unknown-item', [...at, 'formula'], { item: measured.unknownItem })
  else if ('unlike' in measured)
    reading.problem('scheme.unit-mismatch', [...at, 'formula'], { one: measured.unlike[0], other: measured.unlike[1] })
  else if (!isMeasuredIn(measured.dimension, unit))
    reading.problem('scheme.unit-mismatch', [...at, 'unit'], { one: measured.dimension, other: dimensionOfUnit(unit) ?? '' })
  return { kind: 'formula', formula: text, unit, zero }
}

function readDaysLate(reading: Reading, fields: Fields): Measure {
  const at = [...fields.at, 'days-late']
  const late = reading.fields(fields.get('days-late'), at, ['due', 'year'])
  const due = late.needed('due')
  if (due !== '' && !/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(due))
    reading.problem('scheme.bad-value', [...at, 'due'], { value: due.slice(0, 60), expected: 'MM-DD' })
  return { kind: 'days-late', due, year: late.oneOf('year', ['this', 'next'], 'this') }
}

/** A ratio has no dimension of its own and is shown as percent, permille or a bare number. */
const isMeasuredIn = (dimension: string, unit: string): boolean =>
  dimension === '' ? ['ratio', 'none'].includes(dimensionOfUnit(unit) ?? '') : dimension === dimensionOfUnit(unit)
