/**
 * What may be wrong with one figure: what would have to stand there, which violated relations that mends, and how likely it is that
 * the print came about so. Nothing is a hypothesis that breaks a relation which now holds.
 */
import {
  compareRational,
  type Decimal,
  decimal,
  divideRational,
  formatDecimal,
  multiply,
  negate,
  type Rational,
  round,
  subtractRational,
  toRational,
  type UnitId,
} from '@jiheng/quantity'
import type { Figure } from '../claims/figure.ts'
import type { RepairReason } from '../findings/finding.ts'
import { sayNumber } from '../findings/say.ts'
import type { Judged } from '../graph/judged.ts'
import { factorOf, withNumber, withUnit } from './changed-figure.ts'
import { meantBy } from './slips.ts'
import type { Changes, Surroundings } from './surroundings.ts'
import { meetWindows, type Window, widen, windowOf } from './window.ts'

export interface Hypothesis {
  readonly figure: number
  /** The figure, and the other places that say the same, as they would be; null: something else, nobody can tell what. */
  readonly changes: Changes | null
  readonly reason: RepairReason
  /** The violated relations that hold once the figure is changed, by their number. */
  readonly mends: ReadonlySet<number>
  /** How likely, against the others: that this figure is wrong, and that its true number is printed so. */
  readonly weight: number
}

/** A result is miscalculated more often than an operand is misread. */
const MISCALCULATED = 0.4
const ARBITRARY = 0.05
/** A rate that is off by a few units of its last place was rounded or computed wrongly. */
const NEAR = 9
const NEARLY = 0.6
const STALE = 0.15
const IN_WRONG_UNIT = 0.2
const TURNED = 0.2
/** Rates, products and points added up are computed by whoever writes them; other figures are copied. */
const COMPUTED = 2
const COMPUTED_FORMS: ReadonlySet<string> = new Set(['ratio', 'product', 'score'])
/** More decimals than the figure is printed with: hardly anybody loses just those. */
const FINER = 0.05
/** A wrong number that was copied to another place as well. */
const COPIED = 0.1
/** More values than this that fit as well: the relation does not tell the figure. */
const TELLS = 2
const MAX_HYPOTHESES = 24

/** Units that people put for one another. */
const UNITS: Readonly<Record<string, readonly UnitId[]>> = {
  yuan: ['wan-yuan', 'qian-yuan', 'yi-yuan'],
  'wan-yuan': ['yuan', 'yi-yuan', 'qian-yuan'],
  'qian-yuan': ['wan-yuan', 'yuan'],
  'yi-yuan': ['wan-yuan'],
}

interface Idea {
  readonly changed: Figure
  readonly reason: RepairReason
  readonly chance: number
}

/**
 * The likeliest first. `places`: one figure, or all places that say the same with the same number; `violated`: the relations that
 * contain one of them, by number.
 */
export function hypothesesOf(places: readonly number[], violated: ReadonlyMap<number, Judged>, around: Surroundings): Hypothesis[] {
  const index = places[0] as number
  const figure = around.figures[index] as Figure
  if (figure.claim.quantity.hedge !== undefined) return []
  const windows = [...violated.values()].map((judged) => places.flatMap((place) => windowsOf(judged, place, around.figures)))
  const results = [...violated.values()].filter((judged) => places.includes(judged.relation.accused))
  const dependent = results.length > 0
  const computed = results.some(({ reading }) => figure.dimension === 'point' || COMPUTED_FORMS.has(reading?.equation.form ?? ''))
  const prior = COPIED ** (places.length - 1) * (computed ? COMPUTED : 1)
  const found: Hypothesis[] = []
  for (const idea of ideasOf(figure, windows, dependent, around)) {
    const changes = new Map(places.map((place) => [place, likewise(around.figures[place] as Figure, idea.changed)]))
    const mends = new Set<number>()
    for (const [number, judged] of violated) if (around.holds(judged.relation, changes)) mends.add(number)
    if (mends.size === 0 || !around.keepsAll(changes)) continue
    found.push({ figure: index, changes, reason: idea.reason, mends, weight: idea.chance * prior * finer(figure, idea) })
  }
  return [...best(found), ...vague(index, violated, windows, around)]
}

/** Some other number that nothing tells: as likely as many values fit. Not of a figure that other relations hold in place. */
function vague(
  index: number,
  violated: ReadonlyMap<number, Judged>,
  windows: readonly (readonly Window[])[],
  around: Surroundings,
): Hypothesis[] {
  const figure = around.figures[index] as Figure
  const values = valuesIn(windows, figure)
  if (values <= TELLS || around.isHeld(index)) return []
  const weight = (ARBITRARY * Math.min(values, 10 ** digitsOf(figure).length)) / 10 ** digitsOf(figure).length
  return [{ figure: index, changes: null, reason: 'recomputed', mends: new Set(violated.keys()), weight }]
}

/** One hypothesis a number and reason, the likeliest first. */
function best(found: readonly Hypothesis[]): Hypothesis[] {
  const byNumber = new Map<string, Hypothesis>()
  for (const one of found) {
    const { value, unit } = (one.changes?.get(one.figure) as Figure).claim.quantity
    const key = `${value} ${unit}`
    const known = byNumber.get(key)
    if (known === undefined || known.weight < one.weight) byNumber.set(key, one)
  }
  return [...byNumber.values()].sort((a, b) => b.weight - a.weight).slice(0, MAX_HYPOTHESES)
}

/** Slips that would have lost decimals of a finer print. */
function finer(figure: Figure, idea: Idea): number {
  const places = (number: string): number => number.split('.')[1]?.length ?? 0
  return idea.reason === 'dropped-digit' && places(idea.changed.claim.quantity.value) > places(sayNumber(figure)) ? FINER : 1
}

/** The same change at another place that says the same. */
function likewise(figure: Figure, changed: Figure): Figure {
  if (figure.index === changed.index) return changed
  const { value, unit } = changed.claim.quantity
  return unit === figure.claim.quantity.unit ? withNumber(figure, decimal(value)) : withUnit(figure, unit)
}

/** The window of each reading that may be shown, the chosen one first. */
function windowsOf(judged: Judged, index: number, figures: readonly Figure[]): Window[] {
  const readings = judged.relation.readings.filter((reading) => reading.onlyExplains !== true)
  const ordered = judged.reading === null ? readings : [judged.reading, ...readings.filter((reading) => reading !== judged.reading)]
  return ordered.slice(0, MAX_READINGS).flatMap((reading) => windowOf(reading.equation, index, figures) ?? [])
}
const MAX_READINGS = 4

function* ideasOf(figure: Figure, windows: readonly (readonly Window[])[], dependent: boolean, around: Surroundings): Iterable<Idea> {
  yield* told(figure, windows, dependent, around)
  yield* turned(figure)
  yield* inOtherUnits(figure, around)
  // A limit that is passed tells nothing of the digits.
  if (windows.flat().some(({ center }) => center !== null)) yield* mistyped(figure, windows)
}

/** Numbers that follow from a relation. */
function* told(figure: Figure, windows: readonly (readonly Window[])[], dependent: boolean, around: Surroundings): Iterable<Idea> {
  const seen = new Set<string>()
  for (const window of windows.flat()) {
    if (window.center === null || countIn(window, figure) > TELLS) continue
    for (const number of printsOf(window.center, figure)) {
      const key = formatDecimal(number)
      if (seen.has(key) || key === figure.claim.quantity.value) continue
      seen.add(key)
      const changed = withNumber(figure, number)
      const digits = 10 ** digitsOf(figure).length
      yield { changed, reason: 'recomputed', chance: (dependent ? MISCALCULATED : ARBITRARY) / digits }
      if (isRate(figure) && apartInPlaces(figure, number) <= NEAR) yield { changed, reason: 'recomputed', chance: NEARLY / (2 * NEAR) }
      const others = around.printedElsewhere(figure)
      if (others.isStale) yield { changed, reason: 'stale-figure', chance: STALE / others.of }
    }
  }
}

/** The direction word turned. */
function* turned(figure: Figure): Iterable<Idea> {
  if (figure.direction === null || figure.value.coefficient <= 0n) return
  const changed = { ...withNumber(figure, negate(decimal(figure.claim.quantity.value))) }
  yield { changed, reason: 'wrong-direction', chance: TURNED }
}

function* inOtherUnits(figure: Figure, around: Surroundings): Iterable<Idea> {
  for (const unit of UNITS[figure.claim.quantity.unit] ?? [])
    yield { changed: withUnit(figure, unit), reason: 'wrong-unit', chance: IN_WRONG_UNIT * around.shareOfUnit(unit) }
}

/** Numbers that one slip of the hand turns into what is printed. */
function* mistyped(figure: Figure, windows: readonly (readonly Window[])[]): Iterable<Idea> {
  if (figure.value.coefficient <= 0n) return
  const half = multiply(figure.ownPlace, decimal('0.5'))
  const wide = windows.flat().map((window) => widen(window, toRational(half)))
  const factor = factorOf(figure)
  for (const { number, reason, likelihood } of meantBy(sayNumber(figure))) {
    const value = toRational(multiply(number, factor))
    if (wide.some((window) => isIn(value, window))) yield { changed: withNumber(figure, number), reason, chance: likelihood }
  }
}

function isIn(value: Rational, { low, high }: Window): boolean {
  return (low === null || compareRational(low, value) <= 0) && (high === null || compareRational(value, high) <= 0)
}

/** The value as the figure would print it: at its own place, or at the finer one of its column, whichever fits; verified by the caller. */
function printsOf(center: Rational, figure: Figure): Decimal[] {
  const factor = toRational(factorOf(figure))
  const number = divideRational(center, factor)
  if (number === null || (number.numerator <= 0n && figure.value.coefficient >= 0n && number.numerator !== 0n)) return []
  const places = sayNumber(figure).split('.')[1]?.length ?? 0
  const finer = figure.dimension === 'money' ? [MONEY_PLACES] : figure.place === null ? [1, 2] : []
  return [places, ...finer.filter((place) => place > places)].map((place) => round(number, 'half-up', place))
}
const MONEY_PLACES = 2

/** How many numbers of the figure's print lie in the window; many where it is open. */
function countIn({ low, high }: Window, figure: Figure): number {
  if (low === null || high === null) return Number.POSITIVE_INFINITY
  const steps = divideRational(subtractRational(high, low), toRational(figure.ownPlace))
  return steps === null || steps.numerator < 0n ? 0 : Number(steps.numerator / steps.denominator) + 1
}

function valuesIn(windows: readonly (readonly Window[])[], figure: Figure): number {
  const chosen = windows.flatMap((readings) => readings[0] ?? [])
  const [first, ...rest] = chosen
  return first === undefined ? 0 : countIn(rest.reduce(meetWindows, first), figure)
}

const digitsOf = (figure: Figure): string => sayNumber(figure).replace(/\D/g, '').slice(0, MAX_DIGITS)
const MAX_DIGITS = 15
const isRate = (figure: Figure): boolean => figure.dimension === 'ratio' || figure.dimension === 'percentage-point'

/** How many units of its last printed place lie between the print and the number. */
function apartInPlaces(figure: Figure, number: Decimal): number {
  const places = sayNumber(figure).split('.')[1]?.length ?? 0
  const scaled = (value: Decimal): bigint =>
    round(value, 'half-up', places).coefficient * 10n ** BigInt(places - round(value, 'half-up', places).scale)
  const apart = scaled(number) - scaled(decimal(figure.claim.quantity.value))
  return Number(apart < 0n ? -apart : apart)
}
