/** One figure of a table as a claim. */
import type { Cell } from '@jiheng/ingest'
import { type Decimal, dimensionOf, factorOf, multiply, ONE, type PrintedNumber, placeOf, type UnitId, unitById } from '@jiheng/quantity'
import { type ConceptId, conceptAtEnd, type Role, type Scope, toOriginal } from '@jiheng/vocabulary'
import { isExactly } from './from-text.ts'
import { reduce } from './phrase-words.ts'
import { perOf, plainName } from './table-cell.ts'
import type { TextContext } from './text-context.ts'

export interface Meaning {
  readonly label: string
  readonly role: Role
  readonly unit: UnitId
  readonly concept: ConceptId | null
  readonly rateName: string | null
  readonly scope: Scope | null
  readonly period: string | null
}

export interface CellPlace {
  readonly cell: Cell
  readonly row: number
  readonly column: number
  /** Start of the table in the document. */
  readonly tableStart: number
  readonly lineOf: (offset: number) => number
}

/** Appends the figure to the context and gives its index; -1 when its unit is unknown. */
export function addFigure(number: PrintedNumber, meaning: Meaning, place: CellPlace, context: TextContext): number {
  const unit = unitById(meaning.unit) ?? unitById('none')
  if (unit === null) return -1
  const { cell, row, column } = place
  const index = context.figures.length
  const offset = cell.at.start - place.tableStart
  const start = toOriginal(cell.at, number.figureStart, 'start') + offset
  const dimension = dimensionOf(unit.id) as string
  const factor = factorOf(unit.id) as Decimal
  const precision = number.quantity.precision
  const isExact = isExactly(dimension)
  const printedPlace = multiply(placeOf(number.quantity) ?? ONE, factor)
  const qualifier = qualifierOf(meaning, context)
  context.figures.push({
    index,
    claim: {
      id: `c${index}`,
      who: qualifier === '' ? null : qualifier,
      concept: meaning.concept,
      label: meaning.label,
      role: meaning.role,
      period: null,
      scope: meaning.scope,
      quantity: { ...number.quantity, unit: unit.id, precision: isExact ? 'exact' : precision === 'exact' ? { place: '1' } : precision },
      anchor: {
        report: context.report,
        block: context.block,
        start,
        end: toOriginal(cell.at, number.figureEnd, 'end') + offset,
        cell: `${row + 1},${column + 1}`,
        ...context.whereabouts(context.blockStart + start, place.lineOf(start)),
      },
      confidence: meaning.concept !== null || meaning.role !== 'amount' ? 0.9 : 0.6,
    },
    seat: { kind: 'cell', row, column },
    value: multiply(number.amount, factor),
    dimension,
    ownPlace: printedPlace,
    place: isExact ? null : printedPlace,
    lead: meaning.label,
    tail: perOf(cell.text),
    tidyEnd: -1,
    announcesTotal: false,
    direction: null,
    against: null,
    qualifier,
    ownLabel: true,
    subject: -1,
    rateName: meaning.rateName,
    compare: number.compare,
    section: context.section,
    periodKey: periodKeyOf(meaning.period, context.year),
  })
  return index
}

/** What is left of the row's name once numbering, concept and self words are gone. */
function qualifierOf(meaning: Meaning, context: TextContext): string {
  if (meaning.concept === null) return ''
  const phrase = reduce(plainName(meaning.label), context.isSelf).replace(/[（()）“”"]/g, '')
  return phrase.slice(0, Math.max(0, phrase.length - (conceptAtEnd(phrase)?.length ?? 0)))
}

function periodKeyOf(period: string | null, year: number | null): string {
  if (period === null || period === '本年' || period === String(year)) return ''
  return period === '上年' || period === String((year ?? 0) - 1) ? 'last' : period
}
