/**
 * What a printed number may have been meant to be, by the ways people mistype one: each way undone gives the numbers that it could
 * have started from, with how likely it is that just this slip was made.
 */
import type { RepairReason } from '../findings/finding.ts'

export interface Meant {
  /** As it would be printed, with its zeros. */
  readonly number: string
  readonly reason: RepairReason
  /** That a wrong print is this slip of this number, 0 … 1. */
  readonly likelihood: number
}

/** Where the numbers that are looked for lie. Taken roughly: a number just outside may be given all the same. */
export interface Stretch {
  readonly low: number
  readonly high: number
}

/** How wrong figures come about, as far as we know it from the labelled reports: shares of all slips. */
const SHARES = { transposed: 0.2, wrong: 0.25, dropped: 0.15, doubled: 0.12, shifted: 0.12 } as const
const SHIFTS = [-1, 1, -2, 2, -3, 3]
const MAX_DIGITS = 18
/** Doubles hold so many digits. */
const EXACT_DIGITS = 14

const EVERYWHERE: readonly Stretch[] = [{ low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }]

/** `printed`: digits with at most one point, no sign. Most numbers lie far from where they are looked for, and are not even written out. */
export function meantBy(printed: string, within: readonly Stretch[] = EVERYWHERE): readonly Meant[] {
  const digits = printed.replace('.', '')
  if (digits.length === 0 || digits.length > MAX_DIGITS || !/^\d+$/.test(digits)) return []
  const point = printed.includes('.') ? printed.indexOf('.') : digits.length
  const slips: Slips = { digits, point, within: digits.length > EXACT_DIGITS ? EVERYWHERE : within, found: [] }
  transposed(slips)
  replaced(slips)
  inserted(slips)
  undoubled(slips)
  shifted(slips)
  return slips.found
}

interface Slips {
  readonly digits: string
  readonly point: number
  readonly within: readonly Stretch[]
  readonly found: Meant[]
}

/** The digits with the point behind the n-th; nothing where nobody writes so: 0867, .5, 12. */
function take({ found }: Slips, digits: string, point: number, reason: RepairReason, likelihood: number): void {
  if (point < 1 || point > digits.length || (digits.startsWith('0') && (point > 1 || /^0+$/.test(digits)))) return
  const number = point === digits.length ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
  found.push({ number, reason, likelihood })
}

const isIn = (within: readonly Stretch[], value: number): boolean => within.some(({ low, high }) => value >= low && value <= high)

function transposed(slips: Slips): void {
  const { digits, point, within } = slips
  const likelihood = SHARES.transposed / Math.max(1, digits.length - 1)
  const value = Number(digits) / 10 ** (digits.length - point)
  for (let i = 0; i + 1 < digits.length; i++) {
    const [a, b] = [Number(digits[i]), Number(digits[i + 1])]
    if (a === b || !isIn(within, value + (b - a) * 0.9 * 10 ** (point - 1 - i))) continue
    take(slips, `${digits.slice(0, i)}${b}${a}${digits.slice(i + 2)}`, point, 'transposed-digits', likelihood)
  }
}

function replaced(slips: Slips): void {
  const { digits, point, within } = slips
  const likelihood = SHARES.wrong / (9 * digits.length)
  const value = Number(digits) / 10 ** (digits.length - point)
  for (let i = 0; i < digits.length; i++) {
    const printed = Number(digits[i])
    const one = 10 ** (point - 1 - i)
    for (let digit = 0; digit <= 9; digit++)
      if (digit !== printed && isIn(within, value + (digit - printed) * one))
        take(slips, `${digits.slice(0, i)}${digit}${digits.slice(i + 1)}`, point, 'wrong-digit', likelihood)
  }
}

/** Amounts and rates of the genre are printed with two decimals. */
const USUAL_PLACES = 2

/** A digit was left out; the point may stand before or behind it. */
function inserted(slips: Slips): void {
  const { digits, point, within } = slips
  const likelihood = SHARES.dropped / (digits.length + 1)
  const whole = Number(digits)
  const scale = 10 ** (digits.length - point)
  for (let i = 0; i <= digits.length; i++) {
    const [head, tail] = [digits.slice(0, i), digits.slice(i)]
    const one = 10 ** tail.length
    // As if all digits stood before the point: those before the new one are worth ten times as much.
    const others = (whole - (whole % one)) * 10 + (whole % one)
    const mayStandBefore = i <= point
    const mayStandBehind = i >= point && point < digits.length
    for (let digit = 0; digit <= 9; digit++) {
      // The same number as with the digit one place before, but for the point.
      if (i > 0 && i !== point && digits[i - 1] === String(digit)) continue
      // Nobody would miss a zero at the very end, nor print a third place for one: 12.50 was not 12.150.
      const endsInZero = (digit === 0 && i === digits.length) || (tail.endsWith('0') && digits.length - point >= USUAL_PLACES)
      const longer = others + digit * one
      if (mayStandBefore && isIn(within, longer / scale)) take(slips, `${head}${digit}${tail}`, point + 1, 'dropped-digit', likelihood)
      if (mayStandBehind && !endsInZero && isIn(within, longer / scale / 10))
        take(slips, `${head}${digit}${tail}`, point, 'dropped-digit', likelihood)
    }
  }
}

function undoubled(slips: Slips): void {
  const { digits, point } = slips
  const likelihood = SHARES.doubled / Math.max(1, digits.length - 1)
  for (let i = 0; i + 1 < digits.length; i++)
    if (digits[i] === digits[i + 1] && (i === 0 || digits[i - 1] !== digits[i]))
      take(slips, digits.slice(0, i) + digits.slice(i + 1), i + 1 < point ? point - 1 : point, 'doubled-digit', likelihood)
}

function shifted(slips: Slips): void {
  const { digits, point, within } = slips
  const value = Number(digits) / 10 ** (digits.length - point)
  for (const places of SHIFTS) {
    if (!isIn(within, value * 10 ** places)) continue
    const to = point + places
    const before = '0'.repeat(Math.max(0, 1 - to))
    const behind = '0'.repeat(Math.max(0, to - digits.length))
    const bare = `${before}${digits}${behind}`.replace(/^0+(?=\d)/, (zeros) => (to + before.length > zeros.length ? '' : zeros))
    const cut = `${before}${digits}${behind}`.length - bare.length
    const at = to + before.length - cut
    const spare = /0*$/.exec(bare.slice(at))?.[0].length ?? 0
    take(slips, places < 0 ? bare.slice(0, bare.length - spare) : bare, at, 'shifted-point', SHARES.shifted / (2 * Math.abs(places) ** 2))
  }
}
