/** Whether two figures differ only as a slip of the pen would make them: one digit, two neighbours, a shifted point, another unit. */
import type { Figure } from '../../claims/figure.ts'

const ZERO = '0'.charCodeAt(0)

/** A figure is held against many others. */
const digitsKnown = new WeakMap<Figure, string>()

/** Digits as printed, without point, leading and trailing zeros: 1,568.90 → 15689. */
export function digitsOf(figure: Figure): string {
  const known = digitsKnown.get(figure)
  if (known !== undefined) return known
  const found = readDigits(figure)
  digitsKnown.set(figure, found)
  return found
}

function readDigits(figure: Figure): string {
  const digits = figure.claim.quantity.value.replace('-', '').replace('.', '')
  let from = 0
  let to = digits.length
  while (from < to && digits.charCodeAt(from) === ZERO) from++
  while (to > from && digits.charCodeAt(to - 1) === ZERO) to--
  return digits.slice(from, to)
}

/** All strings that one digit less makes of these digits, and the digits themselves. Two figures one slip apart share one of them. */
export function slipKeys(digits: string): string[] {
  const keys = new Set<string>([digits])
  for (let at = 0; at < digits.length; at++) keys.add(`${digits.slice(0, at)}${digits.slice(at + 1)}`)
  return [...keys]
}

/** One digit changed, dropped or added, two neighbours transposed, or the same digits elsewhere on the scale. */
export function isSlip(first: Figure, second: Figure): boolean {
  const a = digitsOf(first)
  const b = digitsOf(second)
  if (a === '' || b === '') return false
  if (a === b) return true
  if (!isSameSize(first, second)) return false
  if (a.length === b.length) return isOneDigit(a, b) || isTransposed(a, b)
  // A digit that was dropped or doubled; trailing zeros may have hidden one more.
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  return long.length - short.length === 1 && isDropped(long, short)
}

/** A wrong digit does not change the size; a dropped one changes it by a factor of ten at most. */
function isSameSize(first: Figure, second: Figure): boolean {
  const ratio =
    Math.abs(Number(first.value.coefficient) / Number(second.value.coefficient)) * 10 ** (second.value.scale - first.value.scale)
  return ratio > 0.05 && ratio < 20
}

function isOneDigit(a: string, b: string): boolean {
  let apart = 0
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at] && ++apart > 1) return false
  return apart === 1
}

function isTransposed(a: string, b: string): boolean {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

function isDropped(long: string, short: string): boolean {
  let at = 0
  while (at < short.length && long[at] === short[at]) at++
  return long.slice(at + 1) === short.slice(at)
}
