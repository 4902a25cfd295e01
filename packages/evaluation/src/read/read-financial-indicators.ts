/** The catalogue of financial indicators from data: { financial-indicators: [ … ] }. */
import type { Problem } from '@jiheng/vocabulary'
import type { ItemCatalogue } from '../facts/item.ts'
import type { FinancialExample, FinancialIndicator } from '../indicators/financial-indicator.ts'
import { readMeasure } from './read-measure.ts'
import { readTarget } from './read-target.ts'
import { isMapping, type Path, Reading } from './reading.ts'

export interface ReadFinancialIndicators {
  readonly indicators: readonly FinancialIndicator[]
  readonly problems: readonly Problem[]
}

const KEYS = ['indicator', 'number', 'label', 'formula', 'unit', 'direction', 'full', 'basis', 'source', 'confidence', 'note', 'examples']

export function readFinancialIndicators(value: unknown, name: string, items: ItemCatalogue): ReadFinancialIndicators {
  const reading = new Reading()
  const top = reading.fields(value, [name], ['financial-indicators'])
  const indicators = top
    .list('financial-indicators')
    .map((one, index) => readOne(reading, one, [name, 'financial-indicators', index], items))
  const seen = new Set<string>()
  for (const [index, { id, number }] of indicators.entries()) {
    if (seen.has(id) || seen.has(number)) reading.problem('scheme.duplicate', [name, 'financial-indicators', index], { id })
    seen.add(id).add(number)
  }
  return { indicators, problems: reading.problems }
}

function readOne(reading: Reading, value: unknown, at: Path, items: ItemCatalogue): FinancialIndicator {
  const fields = reading.fields(value, at, KEYS)
  const measure = readMeasure(reading, fields, items)
  const text = fields.text('full')
  const full = text === null ? null : readTarget(text)
  if (text !== null && full === null) reading.problem('scheme.bad-value', [...at, 'full'], { value: text.slice(0, 60), expected: 'target' })
  const basis = fields.has('basis') ? fields.oneOf('basis', ['budget', 'actual', 'accounts', 'counts'], 'actual') : null
  return {
    id: fields.needed('indicator'),
    number: fields.needed('number'),
    label: fields.needed('label'),
    formula: measure.kind === 'formula' ? measure.formula : '0',
    unit: measure.kind === 'formula' ? measure.unit : 'percent',
    direction: fields.oneOf('direction', ['higher', 'lower', 'close', 'none'], 'none'),
    full,
    basis,
    source: {
      document: fields.needed('source'),
      article: null,
      confidence: fields.oneOf('confidence', ['sure', 'likely', 'inferred'], 'inferred'),
    },
    note: fields.text('note'),
    examples: fields.list('examples').map((one, index) => readExample(reading, one, [...at, 'examples', index], items)),
  }
}

function readExample(reading: Reading, value: unknown, at: Path, items: ItemCatalogue): FinancialExample {
  const fields = reading.fields(value, at, ['facts', 'last-year', 'value', 'source'])
  const wordsOf = (key: string): Readonly<Record<string, string>> => {
    const given = fields.get(key)
    if (given === undefined || given === null) return {}
    if (!isMapping(given)) return reading.problem('scheme.bad-shape', [...at, key], { expected: 'mapping' }) ?? {}
    const words = reading.fields(given, [...at, key], [...items.keys()])
    return Object.fromEntries(Object.keys(given).map((item) => [item, words.needed(item)]))
  }
  if (!fields.has('value')) reading.problem('scheme.missing', [...at, 'value'])
  const shown = fields.text('value')
  return { facts: wordsOf('facts'), lastYear: wordsOf('last-year'), value: shown === 'n/a' ? null : shown, source: fields.text('source') }
}
