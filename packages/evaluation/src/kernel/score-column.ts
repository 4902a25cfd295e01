/** The loops: one indicator of all rows of a block. What they cannot say exactly they hand back, row by row. */
import { CLASS_STEP, EXACT_LIMIT, NOT_APPLICABLE, SHARE_PLACES, UNDONE } from './column.ts'
import { BEGUN, COMPUTE, CONSTANT, type Grid, type Lowered, SINGLY } from './lowered.ts'
import type { Values } from './sources.ts'

/** What a row gets that is no plain number: not applicable by policy, undone; NaN asks for the slow way. */
export interface Outside {
  readonly notApplicable: number
  /** What dividing by nought gives; NaN: see for yourself. */
  readonly noDenominator: number
}

/** Rows that have to be scored one by one. */
export type Singly = (row: number) => number

export function scorePieces(
  { num, den }: Values,
  count: number,
  lowered: Lowered,
  outside: Outside,
  singly: Singly,
  out: Float64Array,
): void {
  const { safe, last, scaleN, scaleD, edge, way, constant, p, q, r, s, all, step, whole, grid } = lowered
  const { unit, mode, most } = grid
  for (let i = 0; i < count; i += 1) {
    const n = num[i] as number
    const d = den === null ? 1 : (den[i] as number)
    if (!(n <= safe && n >= -safe && d > 0 && d <= safe)) {
      out[i] = outsideOf(n, d, outside, singly, i)
      continue
    }
    let j = 0
    while (j < last && n * (scaleN[j] as number) - d * (scaleD[j] as number) >= (edge[j] as number)) j += 1
    const how = way[j] as number
    if (how === CONSTANT) out[i] = constant[j] as number
    else if (how === SINGLY) out[i] = singly(i)
    else {
      const x = (p[j] as number) * d + (q[j] as number) * n
      const y = (r[j] as number) * d + (s[j] as number) * n
      if (how === COMPUTE) out[i] = x <= 0 ? 0 : Math.min(most, rounded(x, y, mode)) * unit
      else {
        const taken = (how === BEGUN ? Math.ceil(x / y) : Math.floor(x / y)) * (step[j] as number)
        const left = (all[j] as number) - taken
        // Fewer than nought, or so many steps that their product is not exact: nothing is left either way.
        out[i] = left <= 0 ? 0 : left * 2 + (whole[j] as number) < EXACT_LIMIT ? rounded(left, whole[j] as number, mode) * unit : singly(i)
      }
    }
  }
}

/** Both whole and so small that twice their sum is exact; then so is the whole part of the quotient. */
export function rounded(x: number, y: number, mode: Grid['mode']): number {
  if (mode === 'half-up') return Math.floor((x + x + y) / (y + y))
  if (mode === 'down') return Math.floor(x / y)
  if (mode === 'up') return Math.floor((x + y - 1) / y)
  const kept = Math.floor(x / y)
  const twice = (x - kept * y) * 2
  return twice > y || (twice === y && kept % 2 === 1) ? kept + 1 : kept
}

function outsideOf(n: number, d: number, { notApplicable, noDenominator }: Outside, singly: Singly, row: number): number {
  if (n === NOT_APPLICABLE) return Number.isNaN(notApplicable) ? singly(row) : notApplicable
  if (n === UNDONE) return 0
  if (d === 0 && Number.isFinite(n) && !Number.isNaN(noDenominator)) return noDenominator
  return singly(row)
}

/** Days after the due date; what is not done stays so. */
export function daysLate(days: Float64Array, due: number, count: number, out: Float64Array): Float64Array {
  for (let i = 0; i < count; i += 1) {
    const late = (days[i] as number) - due
    out[i] = late < 0 && late !== UNDONE ? 0 : late
  }
  return out
}

/** `worth` by the bits of what is met. */
export function scoreChecks(
  values: Float64Array,
  count: number,
  worth: Float64Array,
  notApplicable: number,
  singly: Singly,
  out: Float64Array,
): void {
  for (let i = 0; i < count; i += 1) {
    const bits = values[i] as number
    out[i] = bits < worth.length ? (worth[bits] as number) : bits === NOT_APPLICABLE ? notApplicable : singly(i)
  }
}

/** Shares of each class, in parts of 10^SHARE_PLACES, both ends included; points are share × numerator ÷ denominator roundings. */
export interface ClassTable {
  readonly from: Float64Array
  readonly to: Float64Array
  readonly numerator: number
  readonly denominator: number
  readonly grid: Grid
}

export function scoreShares(
  values: Float64Array,
  count: number,
  { from, to, numerator, denominator, grid }: ClassTable,
  notApplicable: number,
  singly: Singly,
  out: Float64Array,
): void {
  const { mode, unit } = grid
  for (let i = 0; i < count; i += 1) {
    const value = values[i] as number
    if (!(value < NOT_APPLICABLE)) {
      out[i] = value === NOT_APPLICABLE ? notApplicable : singly(i)
      continue
    }
    const at = Math.floor(value / CLASS_STEP)
    const share = value - at * CLASS_STEP
    const isWithin = share >= (from[at] as number) && share <= (to[at] as number)
    out[i] = isWithin ? rounded(share * numerator, denominator, mode) * unit : Number.NaN
  }
}

export const SHARE = 10 ** SHARE_PLACES
