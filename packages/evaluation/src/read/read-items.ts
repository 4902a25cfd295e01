/** The catalogue of items from data: every formula can be computed, none goes round, and like is added to like. */
import { dimensionOf, unitById } from '@jiheng/quantity'
import type { Problem } from '@jiheng/vocabulary'
import type { FactItem, ItemCatalogue } from '../facts/item.ts'
import { dimensionOfFormula } from '../formula/dimension.ts'
import { itemsOf } from '../formula/formula.ts'
import { readFormula } from '../formula/read-formula.ts'
import { type Fields, type Path, Reading } from './reading.ts'

export interface ReadItems {
  readonly items: ItemCatalogue
  readonly problems: readonly Problem[]
}

/** `value`: { items: [ { item, label, unit, kind, never-negative, formula, bases, source } ] } */
export function readItems(value: unknown, name: string): ReadItems {
  const reading = new Reading()
  const items = new Map<string, FactItem>()
  const places = new Map<string, Path>()
  const top = reading.fields(value, [name], ['items'])
  for (const [index, one] of top.list('items').entries()) {
    const at = [name, 'items', index]
    const item = readItem(reading, one, at)
    if (items.has(item.id)) reading.problem('scheme.duplicate', at, { id: item.id })
    items.set(item.id, item)
    places.set(item.id, at)
  }
  for (const item of items.values()) checkFormula(reading, item, items, places.get(item.id) ?? [name])
  return { items, problems: reading.problems }
}

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

function readItem(reading: Reading, value: unknown, at: Path): FactItem {
  const fields = reading.fields(value, at, ['item', 'label', 'unit', 'kind', 'never-negative', 'formula', 'bases', 'source'])
  const [id, unit, text] = [fields.needed('item'), fields.needed('unit'), fields.text('formula')]
  if (id !== '' && !ID.test(id)) reading.problem('scheme.bad-value', [...at, 'item'], { value: id.slice(0, 60), expected: 'id' })
  if (unit !== '' && unitById(unit) === null) reading.problem('scheme.unknown-unit', [...at, 'unit'], { value: unit.slice(0, 60) })
  const read = text === null ? null : readFormula(text)
  if (read !== null && 'fault' in read) reading.problem('scheme.bad-formula', [...at, 'formula'], { reason: read.fault, at: read.at })
  return {
    id,
    label: fields.needed('label'),
    unit,
    kind: fields.oneOf('kind', ['flow', 'stock'], 'flow'),
    isNeverNegative: fields.flag('never-negative'),
    bases: readBases(reading, fields, at),
    formula: text === null || read === null || 'fault' in read ? null : { text, read: read.formula },
    source: fields.text('source'),
  }
}

/** Words that a person chooses from, so each is short and there once. */
function readBases(reading: Reading, fields: Fields, at: Path): readonly string[] {
  const bases = fields.list('bases').map((one) => (typeof one === 'string' ? one.trim() : ''))
  for (const [index, basis] of bases.entries()) {
    const place = [...at, 'bases', index]
    if (basis === '' || basis.length > 20 || /[,"\n]/.test(basis))
      reading.problem('scheme.bad-value', place, { value: basis.slice(0, 60), expected: 'short-text' })
    else if (bases.indexOf(basis) < index) reading.problem('scheme.duplicate', place, { id: basis })
  }
  return bases
}

function checkFormula(reading: Reading, item: FactItem, items: ItemCatalogue, at: Path): void {
  if (item.formula === null) return
  const measured = dimensionOfFormula(item.formula.read, (id) => (items.has(id) ? (dimensionOf(items.get(id)?.unit ?? '') ?? '') : null))
  if ('unknownItem' in measured) reading.problem('scheme.unknown-item', [...at, 'formula'], { item: measured.unknownItem })
  else if ('unlike' in measured)
    reading.problem('scheme.unit-mismatch', [...at, 'formula'], { one: measured.unlike[0], other: measured.unlike[1] })
  else if (measured.dimension !== dimensionOf(item.unit))
    reading.problem('scheme.unit-mismatch', [...at, 'formula'], { one: measured.dimension, other: dimensionOf(item.unit) ?? '' })
  if (goesRound(item, items)) reading.problem('scheme.cycle', [...at, 'formula'], { item: item.id })
}

/** Whether what it follows from leads back to itself. */
function goesRound(item: FactItem, items: ItemCatalogue): boolean {
  const seen = new Set<string>()
  const waiting = namedIn(item)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === item.id) return true
    if (seen.has(next)) continue
    seen.add(next)
    const other = items.get(next)
    if (other !== undefined) waiting.push(...namedIn(other))
  }
  return false
}

const namedIn = ({ formula }: FactItem): string[] =>
  formula === null ? [] : itemsOf(formula.read).flatMap(({ item, year }) => (year === 'this' ? [item] : []))
