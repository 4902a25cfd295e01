/**
 * Two figures of one row told side by side: where "计划40个，建成36个" repeats the target of a row, the figure beside it must
 * repeat what was done, whatever it reads.
 */
import type { Figure } from '../../claims/figure.ts'
import { firstAt } from '../../claims/look-back.ts'
import type { NewRelation } from '../recogniser.ts'
import type { Fact, FactBook, FactRole } from './restated-fact.ts'
import { isStatement } from './restated-fact.ts'
import type { Likeness } from './restated-pair.ts'
import { agree, restatement } from './restated-relation.ts'
import { digitsOf } from './restated-slip.ts'

/** Figures of the sentence on either side of the one that is repeated. */
const REACH = 3
/** The words must fit this well where the repeated figure is long, and so well where it is short. */
const FITS = 0.6
const FITS_SHORT = 0.75
const LONG = 3

export interface Repeated {
  readonly a: Fact
  readonly b: Fact
  readonly likeness: Likeness
}

export function recogniseCompanions(book: FactBook, repeated: readonly Repeated[], bound: ReadonlySet<number>): NewRelation[] {
  const relations: NewRelation[] = []
  const done = new Set<number>()
  for (const { a, b, likeness } of repeated) {
    if (a.isCell === b.isCell || likeness.role !== 'same') continue
    const [cell, text] = a.isCell ? [a, b] : [b, a]
    if (likeness.name < (digitsOf(text.figure).length >= LONG ? FITS : FITS_SHORT)) continue
    const inRow = mateInRow(book, cell)
    if (inRow === null || bound.has(inRow.figure.index) || done.has(inRow.figure.index)) continue
    const inText = mateInText(book, text, inRow)
    if (inText === null || bound.has(inText.index) || agree(inText, inRow.figure, book.set.figures)) continue
    done.add(inRow.figure.index)
    relations.push(restatement(inText, inRow.figure, 'warning'))
  }
  return relations
}

const OTHER_ROLE: Partial<Record<FactRole, FactRole>> = { target: 'done', done: 'target' }

/** The other of target and result in the row of a cell, when there is one of each. */
function mateInRow(book: FactBook, cell: Fact): Fact | null {
  const wanted = OTHER_ROLE[cell.role]
  const place = book.places.rowOf(cell.figure)
  if (wanted === undefined || place === null) return null
  const row = place.row.figures.flatMap((index) => (index < 0 ? [] : [book.set.figures[index] as Figure]))
  const alike = row
    .filter((figure) => figure.dimension === cell.figure.dimension && isStatement(figure))
    .map((figure) => book.factOf(figure))
  const [same, others] = [alike.filter(({ role }) => role === cell.role), alike.filter(({ role }) => role === wanted)]
  return same.length === 1 && others.length === 1 ? (others[0] ?? null) : null
}

/** The one figure beside the repeated one that plays the other role. */
function mateInText(book: FactBook, text: Fact, inRow: Fact): Figure | null {
  const { seat, dimension, index } = text.figure
  if (seat.kind !== 'text') return null
  const sentence = book.set.sentences[seat.sentence]
  if (sentence === undefined) return null
  const at = firstAt(sentence.figures, (other) => other >= index)
  const near = sentence.figures
    .slice(Math.max(0, at - REACH), at + REACH + 1)
    .map((other) => book.set.figures[other] as Figure)
    .filter((figure) => figure.index !== index && figure.dimension === dimension)
  const mates = near.filter((figure) => isStatement(figure) && book.factOf(figure).role === inRow.role)
  const mate = mates[0]
  if (mate === undefined || mates.length > 1 || near.length > 1 || book.factOf(mate).isOtherTime) return null
  return isDivided(book, sentence.index, text.figure, mate) ? null : mate
}

/** A full stop of a list or 其中 between the two. */
function isDivided(book: FactBook, sentence: number, a: Figure, b: Figure): boolean {
  const [first, second] = a.index < b.index ? [a, b] : [b, a]
  if (first.seat.kind !== 'text' || second.seat.kind !== 'text') return true
  if (/其中|其余|另|剩余|未/.test(second.lead)) return true
  const clauses = book.set.sentences[sentence]?.clauses ?? []
  return clauses.slice(first.seat.clause + 1, second.seat.clause + 1).some(({ opener }) => opener === '；' || opener === ';')
}
