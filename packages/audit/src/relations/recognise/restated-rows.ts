/**
 * The row of a table that one figure of the text repeats, told by the words alone: for figures with too few digits, or too far
 * apart, to be found by their digits. The pair must be the only one that fits, and even then it accuses only when the values
 * differ as people err: by a slip, by a rate rounded anew, or by a figure copied from another place.
 */
import { compare, decimal, multiply, subtract } from '@jiheng/quantity'
import type { Figure } from '../../claims/figure.ts'
import { weightRules } from '../../rules/weight-rules.ts'
import type { NewRelation } from '../recogniser.ts'
import { columnValues, isInColumn } from './restated-column.ts'
import { type Fact, type FactBook, isStatement } from './restated-fact.ts'
import { likenessOf } from './restated-pair.ts'
import { agree, restatement } from './restated-relation.ts'
import { digitsOf, isSlip } from './restated-slip.ts'
import { eachGramIn } from './restated-words.ts'

/** A word that more figures have round them than this finds none of them. */
const MAX_POSTINGS = 40
/** How far back words of the sentence may stand. */
const REACH = 60
/** Rivals count from here; the pair itself must fit this well. */
const RIVALS = 0.7
const FITS = 0.82
/** A value copied from elsewhere has nothing in common with the right one: only the words speak. */
const COPIED = 0.95
const LEAST_GRAMS = 2

interface Repeat {
  readonly cell: Fact
  readonly text: Fact
  readonly name: number
}

export function recogniseRowRestatements(book: FactBook, bound: ReadonlySet<number>): NewRelation[] {
  const { figures } = book.set
  const cells = figures.filter((figure) => figure.seat.kind === 'cell' && isStatement(figure))
  if (cells.length === 0) return []
  // How a note divides the hundred is no statement about a row: see printed-weights.
  const divided = new Set(weightRules(book.set).flatMap(({ parts }) => parts.map(({ index }) => index)))
  // A figure that another place repeats as it stands is explained.
  const free = figures
    .filter((figure) => figure.seat.kind === 'text' && isStatement(figure) && !bound.has(figure.index) && !divided.has(figure.index))
    .map((figure) => book.factOf(figure))
  const nearby = wordsNear(book, free)
  const pairs = cells
    .map((figure) => book.factOf(figure))
    .filter((cell) => !bound.has(cell.figure.index) && !cell.isOtherTime && cell.name.grams.size >= LEAST_GRAMS)
    .flatMap((cell) => soleRepeat(cell, free, nearby))
  if (pairs.length === 0) return []
  const cellsOf = new Map<number, Fact[]>()
  for (const { cell, text } of pairs) cellsOf.set(text.figure.index, [...(cellsOf.get(text.figure.index) ?? []), cell])
  const printed = new Map<string, number>()
  for (const figure of figures) {
    const key = valueKey(figure)
    printed.set(key, (printed.get(key) ?? 0) + 1)
  }
  const inColumns = columnValues(figures)
  return pairs
    .filter(({ cell, text }) => !isInColumn(inColumns, text.figure, cell.figure))
    .filter(({ text }) => cellsOf.get(text.figure.index)?.length === 1)
    .filter((pair) => isErr(pair, figures, printed))
    .map(({ cell, text }) => restatement(text.figure, cell.figure, 'warning'))
}

/** Figures of the text by the words of their sentence up to themselves. */
function wordsNear(book: FactBook, texts: readonly Fact[]): Map<string, number[]> {
  const nearby = new Map<string, number[]>()
  for (const [at, { figure, name }] of texts.entries()) {
    const sentence = figure.seat.kind === 'text' ? book.set.sentences[figure.seat.sentence] : undefined
    const clause = figure.seat.kind === 'text' ? sentence?.clauses[figure.seat.clause] : undefined
    if (sentence === undefined || clause === undefined) continue
    const { text } = book.places.textOf(figure)
    const put = (gram: string): void => {
      const list = nearby.get(gram)
      if (list === undefined) nearby.set(gram, [at])
      else if (list.at(-1) !== at && list.length <= MAX_POSTINGS) list.push(at)
    }
    for (const gram of name.grams) put(gram)
    eachGramIn(text.slice(Math.max(sentence.start, clause.start - REACH), clause.end), put)
  }
  return nearby
}

/** The one figure of the text that fits the cell well while no other comes near; none when two do or one that fits agrees. */
function soleRepeat(cell: Fact, texts: readonly Fact[], nearby: ReadonlyMap<string, readonly number[]>): Repeat[] {
  const hits = new Map<number, number>()
  for (const gram of cell.name.grams) {
    const list = nearby.get(gram) ?? []
    if (list.length <= MAX_POSTINGS) for (const at of list) hits.set(at, (hits.get(at) ?? 0) + 1)
  }
  const rivals: { text: Fact; name: number }[] = []
  for (const [at, times] of hits) {
    const text = texts[at] as Fact
    if (times * 2 < cell.name.grams.size || text.figure.dimension !== cell.figure.dimension) continue
    if (text.figure.claim.anchor.block === cell.figure.claim.anchor.block && text.figure.compare !== null) continue
    const likeness = likenessOf(cell, text)
    if (!text.isOtherTime && likeness.role === 'same' && likeness.name >= RIVALS) rivals.push({ text, name: likeness.name })
  }
  const sole = rivals[0]
  if (sole === undefined || rivals.length > 1 || sole.name < FITS || isPart(sole.text.figure)) return []
  return [{ cell, ...sole }]
}

/** "其中A镇12个": a part of what the row counts. */
const isPart = (figure: Figure): boolean => /其中|各|每|平均|人均/.test(figure.lead)

/** The two differ the way one of them may have been mistyped, rounded anew or copied from elsewhere. */
function isErr(
  { text: { figure: text }, cell: { figure: cell }, name }: Repeat,
  figures: readonly Figure[],
  printed: ReadonlyMap<string, number>,
): boolean {
  if (agree(text, cell, figures)) return false
  const digits = Math.min(printedDigits(text), printedDigits(cell))
  if (isSlip(text, cell) && (digits >= 2 || digitsOf(text) === digitsOf(cell))) return true
  if (text.dimension === 'ratio' && isRoundedAnew(text, cell)) return true
  return text.dimension === 'ratio' && name >= COPIED && (isPrintedElsewhere(text, printed) || isPrintedElsewhere(cell, printed))
}

/** 40 has two digits, though its zero says little. */
const printedDigits = (figure: Figure): number => figure.claim.quantity.value.replace(/[^\d]/g, '').length

/** A rate left over from another row or place. */
const isPrintedElsewhere = (figure: Figure, printed: ReadonlyMap<string, number>): boolean => (printed.get(valueKey(figure)) ?? 0) > 1

/** Two rates within nine units of their last place. */
function isRoundedAnew(a: Figure, b: Figure): boolean {
  const gap = subtract(a.value, b.value)
  const reach = multiply(compare(a.ownPlace, b.ownPlace) > 0 ? a.ownPlace : b.ownPlace, decimal('9'))
  return compare(gap, reach) <= 0 && compare(gap, multiply(reach, decimal('-1'))) >= 0
}

const valueKey = (figure: Figure): string => `${figure.dimension}:${figure.value.coefficient}e${figure.value.scale}`
