/** A curve as pieces: up to which actual it says what, as an exact formula of the actual. The same rules as in scoring/curves, decided once. */
import { addRational, compareRational, type Rational, subtractRational } from '@jiheng/quantity'
import { readBand } from '../scoring/band.ts'
import type { Curve } from '../scoring/curve.ts'
import { clip, exact, isAbove, isBelow, isNought, minus, NOUGHT, over, times, UNIT } from '../scoring/exact.ts'
import type { Target } from '../scoring/reading.ts'
import type { NumberCurve } from '../scoring/score-number.ts'
import { gapOf, isReached } from '../scoring/target-gap.ts'

export interface Piece {
  /** null: the rest. */
  readonly upTo: Rational | null
  readonly isClosed: boolean
  readonly rule: Rule
}

export type Rule =
  | { readonly kind: 'points'; readonly points: Rational }
  | { readonly kind: 'open' }
  /** Not said in pieces: scored one by one. */
  | { readonly kind: 'singly' }
  /** (p + q·a) ÷ (r + s·a), at most all points. */
  | { readonly kind: 'fraction'; readonly p: Rational; readonly q: Rational; readonly r: Rational; readonly s: Rational }
  /** All points less `points` for each step of (p + q·a). */
  | {
      readonly kind: 'stairs'
      readonly p: Rational
      readonly q: Rational
      readonly steps: 'begun' | 'whole'
      readonly points: Rational
    }

/** null where the curve cannot be said in pieces. */
export function piecesOf(curve: NumberCurve, target: Target | null, weight: Rational): readonly Piece[] | null {
  const ends = target === null ? [] : target.sign === 'range' ? [target.low, target.high] : [target.value]
  const all: Rule = { kind: 'points', points: weight }
  switch (curve.curve) {
    case 'ratio':
      return target === null ? OPEN : regions([NOUGHT, ...ends, ...floors(curve.floor, ends)], ratioRule(curve, target, weight))
    case 'threshold':
      return target === null ? OPEN : regions(ends, (a) => (isReached(a, target) ? all : NONE))
    case 'deduct':
      if (target === null) return OPEN
      return isNought(exact(curve.step)) ? null : regions(ends, deductRule(curve, target, weight))
    case 'bands': {
      const bands = curve.bands.map(({ within, points }) => ({ band: readBand(within), points: clip(exact(points), weight) }))
      const breaks = bands.flatMap(({ band }) => [band?.low ?? null, band?.high ?? null]).filter((end) => end !== null)
      return regions(breaks, (a) => {
        const found = bands.find(({ band }) => band?.holds(a))
        return found === undefined ? { kind: 'open' } : { kind: 'points', points: found.points }
      })
    }
    case 'linear':
      return linearPieces(curve, target, weight, ends)
  }
}

const NONE: Rule = { kind: 'points', points: NOUGHT }
const OPEN: readonly Piece[] = [{ upTo: null, isClosed: false, rule: { kind: 'open' } }]

/** What is asked of points that a person gives. */
export const manualPieces = (weight: Rational): readonly Piece[] =>
  regions([NOUGHT, weight], (a) => (isBelow(a, NOUGHT) || isAbove(a, weight) ? { kind: 'open' } : linear(NOUGHT, UNIT)))

/** Above the limit it is scored one by one. */
export function withLimit(pieces: readonly Piece[], limit: Rational): readonly Piece[] {
  const kept = pieces.filter(({ upTo }) => upTo !== null && compareRational(upTo, limit) <= 0)
  const cut = pieces[kept.length] as Piece
  return [...kept, { ...cut, upTo: limit, isClosed: true }, { upTo: null, isClosed: false, rule: { kind: 'singly' } }]
}

const linear = (p: Rational, q: Rational): Rule => ({ kind: 'fraction', p, q, r: UNIT, s: NOUGHT })

function floors(floor: string | undefined, ends: readonly Rational[]): readonly Rational[] {
  if (floor === undefined) return []
  const value = exact(floor)
  return ends.flatMap((end) => (isNought(value) ? [times(end, value)] : [times(end, value), over(end, value)]))
}

function ratioRule({ floor }: Extract<Curve, { curve: 'ratio' }>, target: Target, weight: Rational): (a: Rational) => Rule {
  const least = floor === undefined ? null : exact(floor)
  return (a) => {
    if (isDone(a, target)) return { kind: 'points', points: weight }
    const isReverse = target.sign === '<=' || (target.sign === 'range' && !isBelow(a, target.low))
    const end = target.sign === 'range' ? (isReverse ? target.high : target.low) : target.value
    const [part, whole] = isReverse ? [end, a] : [a, end]
    const share = isNought(whole) || isBelow(part, NOUGHT) || isBelow(whole, NOUGHT) ? NOUGHT : clip(over(part, whole), UNIT)
    if (isNought(share) || (least !== null && isBelow(share, least))) return NONE
    return isReverse
      ? { kind: 'fraction', p: times(weight, end), q: NOUGHT, r: NOUGHT, s: UNIT }
      : { kind: 'fraction', p: NOUGHT, q: weight, r: end, s: NOUGHT }
  }
}

function isDone(a: Rational, target: Target): boolean {
  if (target.sign !== '=') return isReached(a, target)
  return isNought(target.value) ? !isAbove(a, NOUGHT) : !isBelow(a, target.value)
}

function deductRule(curve: Extract<Curve, { curve: 'deduct' }>, target: Target, weight: Rational): (a: Rational) => Rule {
  const [step, points] = [exact(curve.step), exact(curve.points)]
  return (a) => {
    if (!isAbove(gapOf(a, target), NOUGHT)) return { kind: 'points', points: weight }
    const isOver =
      target.sign === '<=' || (target.sign === 'range' ? isAbove(a, target.high) : target.sign === '=' && isAbove(a, target.value))
    const end = target.sign === 'range' ? (isOver ? target.high : target.low) : target.value
    // Steps of the gap: (a − end) ÷ step, or (end − a) ÷ step.
    const [p, q] = isOver ? [minus(NOUGHT, over(end, step)), over(UNIT, step)] : [over(end, step), minus(NOUGHT, over(UNIT, step))]
    if (curve.steps !== 'exact') return { kind: 'stairs', p, q, steps: curve.steps, points }
    return linear(minus(weight, times(points, p)), minus(NOUGHT, times(points, q)))
  }
}

function linearPieces(
  { knots }: Extract<Curve, { curve: 'linear' }>,
  target: Target | null,
  weight: Rational,
  ends: readonly Rational[],
): readonly Piece[] | null {
  if (knots.some(({ of }) => of === 'target') && (target === null || target.sign === 'range')) return OPEN
  const value = target === null || target.sign === 'range' ? UNIT : target.value
  const placed = knots.map(({ at, of, share }) => ({ at: of === 'target' ? times(exact(at), value) : exact(at), share: exact(share) }))
  if (placed.some(({ at }, index) => index > 0 && isBelow(at, (placed[index - 1] as { at: Rational }).at))) return null
  return regions([...ends, ...placed.map(({ at }) => at)], (a) => {
    if (target !== null && isReached(a, target)) return { kind: 'points', points: weight }
    const next = placed.findIndex(({ at }) => !isBelow(at, a))
    const above = placed[next]
    const below = next < 0 ? placed.at(-1) : placed[next - 1]
    const flat = (share: Rational): Rule => ({ kind: 'points', points: times(weight, clip(share, UNIT)) })
    if (above === undefined || below === undefined) return flat((above ?? below ?? { share: UNIT }).share)
    if (!isAbove(above.at, below.at)) return flat(above.share)
    const slope = over(minus(above.share, below.share), minus(above.at, below.at))
    return linear(times(weight, minus(below.share, times(slope, below.at))), times(weight, slope))
  })
}

/** Asks the rule at every break and between every two, and puts neighbours that say the same together. */
function regions(breaks: readonly Rational[], ruleAt: (sample: Rational) => Rule): readonly Piece[] {
  const points = breaks.toSorted(compareRational).filter((one, at, all) => at === 0 || compareRational(one, all[at - 1] as Rational) !== 0)
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return [{ upTo: null, isClosed: false, rule: ruleAt(NOUGHT) }]
  const pieces = points.flatMap((point, at): readonly Piece[] => {
    const before = at === 0 ? subtractRational(first, UNIT) : over(addRational(points[at - 1] as Rational, point), TWO)
    return [
      { upTo: point, isClosed: false, rule: ruleAt(before) },
      { upTo: point, isClosed: true, rule: ruleAt(point) },
    ]
  })
  return joined([...pieces, { upTo: null, isClosed: false, rule: ruleAt(addRational(last, UNIT)) }])
}

const TWO: Rational = { numerator: 2n, denominator: 1n }

function joined(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter((piece, at) => {
    const next = pieces[at + 1]
    return next === undefined || !isSame(piece.rule, next.rule)
  })
}

function isSame(a: Rule, b: Rule): boolean {
  return textOf(a) === textOf(b)
}

const textOf = (rule: Rule): string =>
  Object.values(rule)
    .map((part: string | Rational) => {
      if (typeof part === 'string') return part
      const whole = over(part, UNIT)
      return `${whole.numerator}/${whole.denominator}`
    })
    .join(' ')
