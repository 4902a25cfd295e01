/**
 * How people mistype a number: one digit wrong, two neighbours swapped, one dropped or doubled, the point shifted.
 * A relation that is not sure to hold may still accuse when one such slip in one of its figures would make it hold.
 */
import { absolute, add, compare, type Decimal, isZero, negate, round, subtract, tenTo, ZERO } from '@jiheng/quantity'
import { meantBy } from '../causes/slips.ts'
import type { Figure } from '../claims/figure.ts'
import type { RepairReason } from '../findings/finding.ts'
import { sayNumber } from '../findings/say.ts'
import { type Equation, figuresOf, type Side } from '../relations/relation.ts'
import { factorOf, overlay, withNumber } from './changed-figure.ts'
import { judge, valueOfSide } from './judge.ts'
import { roughly } from './rough-gap.ts'

export interface Slip {
  readonly figure: number
  /** What the figure should be, in the base unit. */
  readonly value: Decimal
  readonly reason: RepairReason
}

const MAX_SHIFT = 4
/** Each member offers about so many slips of a number of its length. */
const SLIPS_A_MEMBER = 60n
/** One chance in so many that a slip explains a gap which is none. */
const LEAST_ODDS = 150n

/** The slip that turns `printed` into `right`, or null when no single one does. */
export function slipBetween(printed: Decimal, right: Decimal): RepairReason | null {
  if (isZero(right) || isZero(printed) || printed.coefficient < 0n !== right.coefficient < 0n) return null
  const scale = Math.max(printed.scale, right.scale)
  const from = digitsOf(printed, scale)
  const to = digitsOf(right, scale)
  if (from === to) return null
  if (isShifted(from, to)) return 'shifted-point'
  if (from.length === to.length) return sameLength(from, to)
  if (from.length + 1 === to.length && isWithout(from, to)) return 'dropped-digit'
  return to.length + 1 === from.length && isWithout(to, from) ? 'doubled-digit' : null
}

/** All members of an equation of which one slip would close the gap. */
export function slipsOf(equation: Equation, figures: readonly Figure[]): Slip[] {
  if (equation.form === 'same') return slipsOfSame(equation.first, equation.second, figures)
  if (equation.form === 'ratio') return slipsOfRatio(equation, figures)
  if (equation.form !== 'linear') return []
  const gap = subtract(valueOfSide(equation.left, figures), valueOfSide(equation.right, figures))
  return [...slipsOfSide(equation.left, negate(gap), figures), ...slipsOfSide(equation.right, gap, figures)]
}

/** Whether a gap that one slip explains is unlikely to be chance: long figures, few members. */
export function isTelling(equation: Equation, figures: readonly Figure[]): boolean {
  if (equation.form !== 'linear') return false
  const members = [...equation.left.plus, ...equation.left.minus, ...equation.right.plus, ...equation.right.minus].map(
    (index) => figures[index] as Figure,
  )
  const largest = members.reduce<Decimal>(
    (most, figure) => (compare(absolute(figure.value), most) > 0 ? absolute(figure.value) : most),
    ZERO,
  )
  const place = members.reduce<Decimal | null>((finest, figure) => {
    const own = figure.place ?? figure.ownPlace
    return finest === null || compare(own, finest) < 0 ? own : finest
  }, null)
  if (place === null || place.coefficient <= 0n) return false
  const scale = BigInt(Math.max(largest.scale, place.scale))
  const units = (largest.coefficient * 10n ** (scale - BigInt(largest.scale))) / (place.coefficient * 10n ** (scale - BigInt(place.scale)))
  return units >= (BigInt(members.length) * SLIPS_A_MEMBER * LEAST_ODDS) / 10n
}

function slipsOfSide(side: Side, missing: Decimal, figures: readonly Figure[]): Slip[] {
  const slips: Slip[] = []
  const rough = roughly(missing)
  for (const [members, sign] of [[side.plus, 1] as const, [side.minus, -1] as const])
    for (const index of members) {
      const { value } = figures[index] as Figure
      if (!mayBeSlip(roughly(value), sign * rough)) continue
      const right = sign === 1 ? add(value, missing) : subtract(value, missing)
      const reason = slipBetween(value, right)
      if (reason !== null) slips.push({ figure: index, value: right, reason })
    }
  return slips
}

/** A slip leaves the sign, and shifts the point by no more than some places; most gaps are larger than that. */
function mayBeSlip(printed: number, missing: number): boolean {
  const times = (printed + missing) / printed
  return times > 10 ** -(MAX_SHIFT + 1) && times < 10 ** (MAX_SHIFT + 1)
}

/** The rate itself; else an operand whose slip leads into the stretch that the rate leaves it. */
function slipsOfRatio(equation: Equation & { readonly form: 'ratio' }, figures: readonly Figure[]): Slip[] {
  const result = figures[equation.result] as Figure
  const verdict = judge(equation, figures)
  if (verdict === null) return []
  const right = round(verdict.computed, 'half-up', result.ownPlace.scale - result.ownPlace.coefficient.toString().length + 1)
  const reason = slipBetween(result.value, right)
  return reason === null ? slipsOfOperands(equation, figures) : [{ figure: equation.result, value: right, reason }]
}

/** A rate of few digits leaves so wide a stretch that many slips lead into it; so do short operands. */
const TELLING_DIGITS = 4

function slipsOfOperands(equation: Equation & { readonly form: 'ratio' }, figures: readonly Figure[]): Slip[] {
  const [numerator, denominator] = [onlyOf(equation.numerator), onlyOf(equation.denominator)]
  const rate = figures[equation.result] as Figure
  if (numerator === null || denominator === null || digitsIn(rate) < TELLING_DIGITS) return []
  const [top, bottom] = [figures[numerator] as Figure, figures[denominator] as Figure]
  const [low, high] = [roughly(rate.value) - roughly(rate.ownPlace), roughly(rate.value) + roughly(rate.ownPlace)]
  if (low <= 0) return []
  return [
    ...slipsInto(equation, figures, top, { low: low * roughly(bottom.value), high: high * roughly(bottom.value) }),
    ...slipsInto(equation, figures, bottom, { low: roughly(top.value) / high, high: roughly(top.value) / low }),
  ]
}

/** The numbers that the figure may have been meant to be, within a stretch of the base unit; each is judged exactly. */
function slipsInto(equation: Equation, figures: readonly Figure[], figure: Figure, stretch: { low: number; high: number }): Slip[] {
  const printed = sayNumber(figure).replaceAll(',', '')
  const factor = roughly(factorOf(figure))
  if (digitsIn(figure) < TELLING_DIGITS - 1 || factor <= 0) return []
  return meantBy(printed, [{ low: stretch.low / factor, high: stretch.high / factor }]).flatMap(({ number, reason }) => {
    const meant = withNumber(figure, number)
    const members = figuresOf(equation)
    return judge(equation, overlay(figures, members, new Map([[figure.index, meant]])))?.holds === true
      ? [{ figure: figure.index, value: meant.value, reason }]
      : []
  })
}

const onlyOf = ({ plus, minus }: Side): number | null => (plus.length === 1 && minus.length === 0 ? (plus[0] ?? null) : null)

const digitsIn = (figure: Figure): number => sayNumber(figure).replace(/\D/g, '').replace(/^0+/, '').length

function slipsOfSame(first: number, second: number, figures: readonly Figure[]): Slip[] {
  const [a, b] = [figures[first] as Figure, figures[second] as Figure]
  const reason = slipBetween(a.value, b.value)
  return reason === null ? [] : [{ figure: first, value: b.value, reason }]
}

function digitsOf(value: Decimal, scale: number): string {
  return (absolute(value).coefficient * tenTo(scale - value.scale)).toString()
}

/** Nothing but zeros behind the shorter one. */
function isShifted(from: string, to: string): boolean {
  const [long, short] = from.length > to.length ? [from, to] : [to, from]
  const zeros = long.length - short.length
  return zeros > 0 && zeros <= MAX_SHIFT && long.startsWith(short) && long.endsWith(ZEROS.slice(0, zeros))
}

const ZEROS = '0'.repeat(MAX_SHIFT)

function sameLength(from: string, to: string): RepairReason | null {
  const apart: number[] = []
  for (let i = 0; i < from.length && apart.length < 3; i++) if (from[i] !== to[i]) apart.push(i)
  const [a, b] = apart
  if (apart.length === 1) return 'wrong-digit'
  const swapped = apart.length === 2 && a !== undefined && b === a + 1 && from[a] === to[b] && from[b] === to[a]
  return swapped ? 'transposed-digits' : null
}

/** Whether leaving out one digit of `long` gives `short`. */
function isWithout(short: string, long: string): boolean {
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return short.slice(at) === long.slice(at + 1)
}
