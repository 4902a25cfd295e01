/** What may have been meant where a figure is wrong: the numbers, units and directions to try, with how likely each error is. */
import {
  compareRational,
  type Decimal,
  decimal,
  decimalPlace,
  divideRational,
  formatDecimal,
  multiply,
  type Rational,
  round,
  subtractRational,
  toRational,
  type UnitId,
} from '@jiheng/quantity'
import type { Figure } from '../claims/figure.ts'
import type { RepairReason } from '../findings/finding.ts'
import { decimalsOf, sayNumber } from '../findings/say.ts'
import { factorOf, turned, withNumber, withUnit } from '../graph/changed-figure.ts'
import { meantBy, type Stretch } from './slips.ts'
import type { Surroundings } from './surroundings.ts'
import { type Window, widen } from './window.ts'

export interface Idea {
  readonly changed: Figure
  readonly reason: RepairReason
  /** That a wrong figure is wrong in just this way. Shares of all errors, as far as the labelled reports tell. */
  readonly chance: number
}

/** Any other number, for no reason that shows: a result is miscalculated more often than an operand is misread. */
const MISCALCULATED = 4e-5
/** Weights and scores are laid out so that they do not add up. */
const MISCOUNTED = 0.02
export const ARBITRARY = 5e-6
/** A rate that is off by a few units of its last place was rounded or computed wrongly. */
const NEAR = 9
const NEARLY = 0.6
const STALE = 0.15
const IN_WRONG_UNIT = 0.2
/** Budgets are told in 万元, as the forms ask. */
const USUAL_UNIT = 'wan-yuan'
const RARER = 0.4
const TURNED = 0.2
/** Where more values fit, the relation does not tell the figure. */
const TELLS = 12
/** Of a number printed with as many decimals as before, where the report prints others; and with any other number of them. */
const UNUSUAL = 0.3
const ODD = 0.05

/** Units that people put for one another. */
const UNITS: Readonly<Record<string, readonly UnitId[]>> = {
  yuan: ['wan-yuan', 'qian-yuan', 'yi-yuan'],
  'wan-yuan': ['yuan', 'yi-yuan', 'qian-yuan'],
  'qian-yuan': ['wan-yuan', 'yuan'],
  'yi-yuan': ['wan-yuan'],
}

/** @param windows of each violated relation that contains the figure; @param dependent one of them gives the figure as its result */
export function* ideasOf(figure: Figure, windows: readonly Window[], dependent: boolean, around: Surroundings): Iterable<Idea> {
  // A limit that is passed tells nothing of the digits.
  if (windows.every(({ center }) => center === null)) return
  for (const idea of [...told(figure, windows, dependent, around), ...mistyped(figure, windows)])
    yield { ...idea, chance: idea.chance * asUsual(figure, idea.changed, idea.reason, around) }
  if (figure.direction !== null && figure.value.coefficient > 0n)
    yield { changed: turned(figure), reason: 'wrong-direction', chance: TURNED }
  if (figure.value.coefficient === 0n) return
  for (const unit of UNITS[figure.claim.quantity.unit] ?? [])
    yield {
      changed: withUnit(figure, unit),
      reason: 'wrong-unit',
      chance: IN_WRONG_UNIT * around.shareOfUnit(unit) * (unit === USUAL_UNIT ? 1 : RARER),
    }
}

/** Numbers that follow from a relation. */
function* told(figure: Figure, windows: readonly Window[], dependent: boolean, around: Surroundings): Iterable<Idea> {
  const stale = around.staleness(figure)
  for (const window of windows)
    for (const number of printsOf(window, figure, around)) {
      const fits = valuesIn(window, figure, decimalsOf(number))
      if (fits > TELLS || number === sayNumber(figure)) continue
      const changed = withNumber(figure, number)
      const share = central(number, figure, windows) / Math.max(1, fits / 2)
      yield {
        changed,
        reason: 'recomputed',
        chance: (dependent ? (figure.dimension === 'point' ? MISCOUNTED : MISCALCULATED) : ARBITRARY) * share,
      }
      if (isRate(figure) && placesApart(figure, number) <= NEAR)
        yield { changed, reason: 'recomputed', chance: (NEARLY / (2 * NEAR)) * share }
      if (stale > 0 && (dependent || windows.length > 1)) yield { changed, reason: 'stale-figure', chance: STALE * stale * share }
    }
}

/** How near the middle of all windows that it fits: of numbers that rounding alone keeps apart, the one that all others point to. */
function central(number: string, figure: Figure, windows: readonly Window[]): number {
  const value = toRational(multiply(decimal(number), factorOf(figure)))
  const fits = windows.map((window) => closeness(value, window)).filter((fit) => fit > 0)
  return fits.reduce((product, fit) => product * fit, 1)
}

/** Numbers that one slip of the hand turns into what is printed. */
function* mistyped(figure: Figure, windows: readonly Window[]): Iterable<Idea> {
  if (figure.value.coefficient <= 0n) return
  const factor = factorOf(figure)
  const number = sayNumber(figure)
  const printed = decimalsOf(number)
  // What is printed with fewer decimals may stand further from the true value.
  const looked = (decimals: number): readonly Looked[] => {
    const half = multiply(multiply(factor, HALF), decimalPlace(decimals))
    return windows.map((window) => lookedAt(window, toRational(half), factor))
  }
  const [asPrinted, shorter] = [looked(printed), looked(Math.max(0, printed - 1))]
  const within = shorter.map(({ outer }) => outer)
  for (const { number: meant, reason, likelihood } of meantBy(number, within)) {
    const fit = bestFit(meant, factor, decimalsOf(meant) < printed ? shorter : asPrinted)
    if (fit > 0) yield { changed: withNumber(figure, meant), reason, chance: likelihood * fit }
  }
}
const HALF = decimal('0.5')

/** A window and what a print may be off by, with its ends in printed units: a rough look spares most exact ones. */
interface Looked {
  readonly window: Window
  readonly half: Rational
  /** A little too wide, and a little too narrow. */
  readonly outer: Stretch
  readonly inner: Stretch
}

function lookedAt(window: Window, half: Rational, factor: Decimal): Looked {
  const one = roughly(toRational(factor))
  const reach = roughly(half)
  const low = window.low === null ? Number.NEGATIVE_INFINITY : (roughly(window.low) - reach) / one
  const high = window.high === null ? Number.POSITIVE_INFINITY : (roughly(window.high) + reach) / one
  const slack = SLACK * (slackOf(low) + slackOf(high) + reach / one)
  return { window, half, outer: { low: low - slack, high: high + slack }, inner: { low: low + slack, high: high - slack } }
}
const SLACK = 1e-6
const slackOf = (end: number): number => (Number.isFinite(end) ? Math.abs(end) : 0)

/** How well the number fits the window that it fits best. */
function bestFit(number: string, factor: Decimal, windows: readonly Looked[]): number {
  const rough = Number(number)
  let exact: Rational | null = null
  let best = 0
  for (const { window, half, outer, inner } of windows) {
    if (rough < outer.low || rough > outer.high) continue
    // A limit that is kept is kept, however far away it is.
    if (window.center === null && rough > inner.low && rough < inner.high) return 1
    exact ??= toRational(multiply(decimal(number), factor))
    best = Math.max(best, closeness(exact, widen(window, half)))
  }
  return best
}

function roughly({ numerator, denominator }: Rational): number {
  const value = Number(numerator) / Number(denominator)
  // Terms beyond what a double holds: to about twelve digits.
  return Number.isNaN(value) ? Number((numerator * 10n ** 12n) / denominator) / 1e12 : value
}

/** How well a value fits a window: 1 in the middle, where what is printed elsewhere points, a tenth at its edges, 0 outside. */
function closeness(value: Rational, { low, high, center }: Window): number {
  if ((low !== null && compareRational(value, low) < 0) || (high !== null && compareRational(high, value) < 0)) return 0
  const end = center !== null && compareRational(value, center) < 0 ? low : high
  if (center === null || end === null) return 1
  const reach = subtractRational(end, center)
  const away = reach.numerator === 0n ? null : divideRational(subtractRational(value, center), reach)
  return away === null ? 1 : 1 - 0.9 * Math.min(1, toNumber(away))
}

const toNumber = ({ numerator, denominator }: Rational): number => Number((numerator * 10_000n) / denominator) / 10_000

/** The middle of the window as the figure would print it: with as many decimals as it has, or as the report prints such figures with. */
function printsOf({ center }: Window, figure: Figure, around: Surroundings): string[] {
  const number = center === null ? null : divideRational(center, toRational(factorOf(figure)))
  if (number === null || number.numerator < 0n) return []
  const usual = around.usualDecimals(figure.claim.quantity.unit)
  const exact = [0, 1, 2]
    .filter((places) => places <= around.mostDecimals(figure.claim.quantity.unit) && isExact(number, places))
    .slice(0, 1)
  const places = new Set([decimalsOf(sayNumber(figure)), ...(usual === null ? [] : [usual]), ...exact])
  return [...places].map((decimals) => fixed(round(number, 'half-up', decimals), decimals))
}

const isExact = (number: Rational, places: number): boolean => (number.numerator * 10n ** BigInt(places)) % number.denominator === 0n

function fixed(number: Decimal, decimals: number): string {
  const text = formatDecimal(number)
  const missing = decimals - decimalsOf(text)
  return missing <= 0 ? text : `${text}${text.includes('.') ? '' : '.'}${'0'.repeat(missing)}`
}

/** How many numbers with so many decimals lie in the window; many where it is open. */
export function valuesIn({ low, high }: Window, figure: Figure, decimals: number): number {
  if (low === null || high === null) return Number.POSITIVE_INFINITY
  const place = multiply(factorOf(figure), decimal(decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`))
  const steps = divideRational(subtractRational(high, low), toRational(place))
  return steps === null || steps.numerator < 0n ? 0 : Number(steps.numerator / steps.denominator) + 1
}

/** Whether the number is printed with the decimals that the report gives such figures. Nobody writes more of them than he has. */
function asUsual(figure: Figure, changed: Figure, reason: RepairReason, around: Surroundings): number {
  const usual = around.usualDecimals(figure.claim.quantity.unit)
  const [before, after] = [decimalsOf(sayNumber(figure)), decimalsOf(sayNumber(changed))]
  if (after === before) return usual !== null && usual !== before ? UNUSUAL : 1
  if (after > before) return after === usual || (usual === null && after <= around.mostDecimals(figure.claim.quantity.unit)) ? 1 : ODD
  return after === usual && (reason === 'shifted-point' || reason === 'doubled-digit' || reason === 'stale-figure') ? 1 : ODD
}

const isRate = (figure: Figure): boolean => figure.dimension === 'ratio' || figure.dimension === 'percentage-point'

/** How many units of its last printed place lie between the print and the number. */
function placesApart(figure: Figure, number: string): number {
  const decimals = Math.max(decimalsOf(sayNumber(figure)), decimalsOf(number))
  const scaled = (text: string): bigint => {
    const { coefficient, scale } = decimal(text)
    return coefficient * 10n ** BigInt(decimals - scale)
  }
  const apart = scaled(number) - scaled(sayNumber(figure))
  return Number(apart < 0n ? -apart : apart)
}
