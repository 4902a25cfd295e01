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

/** How wrong figures come about, as far as we know it from the labelled reports: shares of all slips. */
const SHARES = { transposed: 0.2, wrong: 0.25, dropped: 0.15, doubled: 0.12, shifted: 0.12 } as const
const SHIFTS = [-1, 1, -2, 2, -3, 3]
const MAX_DIGITS = 18

/** `printed`: digits with at most one point, no sign. */
export function meantBy(printed: string): readonly Meant[] {
  const digits = printed.replace('.', '')
  if (digits.length === 0 || digits.length > MAX_DIGITS || !/^\d+$/.test(digits)) return []
  const point = printed.includes('.') ? printed.indexOf('.') : digits.length
  return [
    ...transposed(digits, point),
    ...replaced(digits, point),
    ...inserted(digits, point),
    ...undoubled(digits, point),
    ...shifted(digits, point),
  ]
}

/** The digits with the point behind the n-th; null where nobody writes so: 0867, .5, 12. */
function numberOf(digits: string, point: number): string | null {
  if (point < 1 || point > digits.length || (digits[0] === '0' && point > 1) || /^0+$/.test(digits)) return null
  return point === digits.length ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
}

function* made(digits: string, point: number, reason: RepairReason, likelihood: number): Iterable<Meant> {
  const number = numberOf(digits, point)
  if (number !== null) yield { number, reason, likelihood }
}

function* transposed(digits: string, point: number): Iterable<Meant> {
  const likelihood = SHARES.transposed / Math.max(1, digits.length - 1)
  for (let i = 0; i + 1 < digits.length; i++)
    if (digits[i] !== digits[i + 1])
      yield* made(`${digits.slice(0, i)}${digits[i + 1]}${digits[i]}${digits.slice(i + 2)}`, point, 'transposed-digits', likelihood)
}

function* replaced(digits: string, point: number): Iterable<Meant> {
  const likelihood = SHARES.wrong / (9 * digits.length)
  for (let i = 0; i < digits.length; i++)
    for (let digit = 0; digit <= 9; digit++)
      if (digits[i] !== String(digit)) yield* made(`${digits.slice(0, i)}${digit}${digits.slice(i + 1)}`, point, 'wrong-digit', likelihood)
}

/** A digit was left out; the point may stand before or behind it. */
function* inserted(digits: string, point: number): Iterable<Meant> {
  const likelihood = SHARES.dropped / (digits.length + 1)
  for (let i = 0; i <= digits.length; i++)
    for (let digit = 0; digit <= 9; digit++) {
      // The same number as with the digit one place before, but for the point.
      if (i > 0 && i !== point && digits[i - 1] === String(digit)) continue
      const longer = `${digits.slice(0, i)}${digit}${digits.slice(i)}`
      if (i <= point) yield* made(longer, point + 1, 'dropped-digit', likelihood)
      // Nobody would miss a zero at the very end.
      const isLastZero = digit === 0 && i === digits.length
      if (i >= point && point < digits.length && !isLastZero) yield* made(longer, point, 'dropped-digit', likelihood)
    }
}

function* undoubled(digits: string, point: number): Iterable<Meant> {
  const likelihood = SHARES.doubled / Math.max(1, digits.length - 1)
  for (let i = 0; i + 1 < digits.length; i++)
    if (digits[i] === digits[i + 1] && (i === 0 || digits[i - 1] !== digits[i]))
      yield* made(digits.slice(0, i) + digits.slice(i + 1), i + 1 < point ? point - 1 : point, 'doubled-digit', likelihood)
}

function* shifted(digits: string, point: number): Iterable<Meant> {
  for (const places of SHIFTS) {
    const to = point + places
    const before = '0'.repeat(Math.max(0, 1 - to))
    const behind = '0'.repeat(Math.max(0, to - digits.length))
    const bare = `${before}${digits}${behind}`.replace(/^0+(?=\d)/, (zeros) => (to + before.length > zeros.length ? '' : zeros))
    const cut = `${before}${digits}${behind}`.length - bare.length
    const at = to + before.length - cut
    const spare = /0*$/.exec(bare.slice(at))?.[0].length ?? 0
    yield* made(places < 0 ? bare.slice(0, bare.length - spare) : bare, at, 'shifted-point', SHARES.shifted / (2 * Math.abs(places) ** 2))
  }
}
