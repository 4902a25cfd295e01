/**
 * One fact printed twice with a slip between. Candidates are found by their digits: figures with the same digits, or with
 * digits that one slip turns into each other. Only then are the words compared, so the cost stays linear.
 * Equal values bind the two places; different ones accuse only when the words fit well and nothing else explains either value.
 */
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { columnValues, isInColumn } from './restated-column.ts'
import type { Repeated } from './restated-companions.ts'
import { type Fact, type FactBook, isStatement } from './restated-fact.ts'
import { likenessOf } from './restated-pair.ts'
import { agree, restatement } from './restated-relation.ts'
import { digitsOf, isSlip, slipKeys } from './restated-slip.ts'

/** Digits shared by more figures than this say nothing. */
const MAX_BUCKET = 24
/** Fewer digits than this differ by one slip too often by chance. */
const LEAST_DIGITS = 3
const SURE_DIGITS = 4
const MANY_DIGITS = 5
/** Words must fit this well to bind two equal figures, to accuse one of two different ones, and to accuse with few digits. */
const BINDS = 0.5
const ACCUSES = 0.7
const ACCUSES_TEXT = 0.8
const ACCUSES_SHORT = 0.85
const MAX_BINDINGS = 4

type Pair = Repeated

export interface NearRestatements {
  readonly relations: readonly NewRelation[]
  /** Figures that another place repeats as they stand. */
  readonly bound: ReadonlySet<number>
  readonly repeated: readonly Repeated[]
}

export function recogniseNearRestatements(book: FactBook): NearRestatements {
  const { set } = book
  const figures = set.figures.filter(isStatement)
  const equal: Pair[] = []
  const differing: Pair[] = []
  for (const [first, second] of candidates(figures)) {
    if (!isElsewhere(first, second) || !isSlip(first, second)) continue
    const same = agree(first, second, set.figures)
    if (!same && !isAccusableAtAll(first, second)) continue
    const a = book.factOf(first)
    const b = book.factOf(second)
    if (!same && (a.isOtherTime || b.isOtherTime)) continue
    const pair = { a, b, likeness: likenessOf(a, b) }
    if (!same) differing.push(...(mayAccuse(pair) ? [pair] : []))
    else if (pair.likeness.name >= BINDS && !isOtherRole(pair)) equal.push(pair)
  }
  const bound = new Set(equal.flatMap(({ a, b }) => [a.figure.index, b.figure.index]))
  return { relations: [...bindings(equal), ...accusations(differing, equal, figures)], bound, repeated: equal }
}

/** A budget that equals what was spent is another fact all the same, where both are said to be what they are. */
const isOtherRole = ({ a, b, likeness }: Pair): boolean =>
  likeness.role === 'other' || (likeness.role === 'open' && a.isRoleSaid && b.isRoleSaid)

/** All pairs with equal digits, and those with digits one slip apart; each once. */
function* candidates(figures: readonly Figure[]): Generator<readonly [Figure, Figure]> {
  const buckets = new Map<string, Figure[]>()
  for (const figure of figures) {
    const digits = digitsOf(figure)
    for (const key of digits.length >= LEAST_DIGITS ? slipKeys(digits) : [digits]) {
      const id = `${kindOf(figure)}:${key}`
      const bucket = buckets.get(id)
      if (bucket === undefined) buckets.set(id, [figure])
      else bucket.push(figure)
    }
  }
  const seen = new Set<number>()
  for (const [id, bucket] of buckets) {
    if (bucket.length < 2) continue
    const usable = bucket.length <= MAX_BUCKET ? bucket : bucket.filter((figure) => id.endsWith(`:${digitsOf(figure)}`))
    if (usable.length > MAX_BUCKET) continue
    for (let at = 0; at < usable.length; at++) {
      for (let other = at + 1; other < usable.length; other++) {
        const [first, second] = [usable[at] as Figure, usable[other] as Figure]
        const key = first.index * figures.length * 2 + second.index
        if (first.index === second.index || seen.has(key)) continue
        seen.add(key)
        yield [first, second]
      }
    }
  }
}

/** Counts with and without a unit are of one kind: the unit may stand in the head of the column. */
const kindOf = (figure: Figure): string =>
  figure.dimension === 'none' || figure.dimension.startsWith('each:') ? 'count' : figure.dimension

/** Not two cells of one row or one column of a table, nor two figures of one clause: those are different facts. */
function isElsewhere(a: Figure, b: Figure): boolean {
  if (a.compare !== null && b.compare !== null) return false
  if (a.seat.kind === 'text' && b.seat.kind === 'text') return a.seat.sentence !== b.seat.sentence
  if (a.seat.kind === 'cell' && b.seat.kind === 'cell')
    return a.claim.anchor.block !== b.claim.anchor.block || (a.seat.row !== b.seat.row && a.seat.column !== b.seat.column)
  return true
}

/** What no words can make up for: another year, another unit, too few digits. */
function isAccusableAtAll(a: Figure, b: Figure): boolean {
  if (areOfTwoYears(a, b)) return false
  if (a.dimension !== b.dimension && a.dimension !== 'none' && b.dimension !== 'none') return false
  return Math.max(digitsOf(a).length, digitsOf(b).length) >= LEAST_DIGITS
}

/** Both name a year, and not the same. */
const areOfTwoYears = (a: Figure, b: Figure): boolean => YEAR.test(a.periodKey) && YEAR.test(b.periodKey) && a.periodKey !== b.periodKey
const YEAR = /^\d{4}$/

function mayAccuse({ a, b, likeness }: Pair): boolean {
  if (likeness.role !== 'same') return false
  const lengths = [digitsOf(a.figure).length, digitsOf(b.figure).length]
  const digits = Math.min(...lengths)
  // Five digits that differ by one slip are no chance; with fewer, a part and the total of the parts are told in the same words.
  if (
    !a.isCell &&
    !b.isCell &&
    digits < MANY_DIGITS &&
    (likeness.name < ACCUSES_TEXT || a.figure.announcesTotal !== b.figure.announcesTotal)
  )
    return false
  if (digits >= SURE_DIGITS) return likeness.name >= ACCUSES
  return (digits >= LEAST_DIGITS || Math.max(...lengths) > LEAST_DIGITS) && likeness.name >= ACCUSES_SHORT
}

/** The best of the places that repeat a figure; a figure printed everywhere binds to a few of them. */
function bindings(equal: readonly Pair[]): NewRelation[] {
  const taken = new Map<number, number>()
  const relations: NewRelation[] = []
  for (const { a, b } of [...equal].sort((x, y) => rank(y) - rank(x))) {
    const used = [a, b].map((fact) => taken.get(fact.figure.index) ?? 0)
    if (Math.max(...used) >= MAX_BINDINGS) continue
    for (const fact of [a, b]) taken.set(fact.figure.index, (taken.get(fact.figure.index) ?? 0) + 1)
    relations.push(restatement(a.figure, b.figure, 'warning'))
  }
  return relations
}

const rank = ({ likeness }: Pair): number => likeness.name + (likeness.role === 'same' ? 0.5 : 0)

/** A difference accuses only when neither value is explained: found as it stands at another place that fits as well. */
function accusations(differing: readonly Pair[], equal: readonly Pair[], figures: readonly Figure[]): NewRelation[] {
  if (differing.length === 0) return []
  const times = timesPrinted(figures)
  const bound = new Map<number, number>()
  for (const pair of equal)
    for (const fact of [pair.a, pair.b]) bound.set(fact.figure.index, Math.max(bound.get(fact.figure.index) ?? 0, pair.likeness.name))
  const boundOf = (fact: Fact): number => bound.get(fact.figure.index) ?? 0
  const relations: NewRelation[] = []
  const accused = new Set<number>()
  const inColumns = columnValues(figures)
  const sorted = [...differing].sort((x, y) => y.likeness.name - x.likeness.name)
  for (const { a, b, likeness } of sorted) {
    if (accused.has(a.figure.index) || accused.has(b.figure.index)) continue
    if (isPrintedTwice(a, times) && isPrintedTwice(b, times)) continue
    if (isInColumn(inColumns, a.figure, b.figure)) continue
    if (boundOf(a) > 0 && boundOf(b) > 0) continue
    if (Math.max(boundOf(a), boundOf(b)) > likeness.name + 0.15) continue
    // The value that nothing else repeats is the one to doubt; between two such, the text.
    const doubted = boundOf(a) !== boundOf(b) ? (boundOf(a) < boundOf(b) ? a : b) : a.isCell ? b : a
    accused.add(doubted.figure.index)
    relations.push(restatement(doubted.figure, (doubted === a ? b : a).figure, likeness.name >= 0.95 ? 'error' : 'warning'))
  }
  return relations
}

const valueKey = (figure: Figure): string => `${kindOf(figure)}:${figure.value.coefficient}e${figure.value.scale}`
const isPrintedTwice = (fact: Fact, times: ReadonlyMap<string, number>): boolean => (times.get(valueKey(fact.figure)) ?? 0) >= 2

function timesPrinted(figures: readonly Figure[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const figure of figures) {
    const key = valueKey(figure)
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  return times
}
