/**
 * The precision that a money figure is judged with. This genre drops trailing zeros, so a figure has the finest place
 * printed in its sentence, its column or, when the report uses one, the report: 560 beside 418.35 is 560.00.
 * Hedged figures and figures in a large unit of their own (亿元) keep their own place. (audit.md, judging numbers)
 */
import { absolute, compare, type Decimal, subtract } from '@jiheng/quantity'
import type { ClaimSet } from '../claims/claim-set.ts'
import type { Figure } from '../claims/figure.ts'

/** Units whose figures share a place; others keep their own. */
const SHARING = new Set(['wan-yuan', 'yuan', 'qian-yuan'])
/** A place is the report's own when at least this share of the figures with decimals print it. */
const COMMON_SHARE = 0.5
const COMMON_LEAST = 4

export function resolvePlaces(set: ClaimSet): void {
  const common = commonPlaces(set.figures)
  const groups = new Map<string, Decimal>()
  const finer = finerFigures(set.figures)
  const keys = set.figures.map((figure) => (shares(figure) ? groupKey(figure) : ''))
  for (const [index, figure] of set.figures.entries()) {
    const key = keys[index] as string
    if (key === '') continue
    const finest = groups.get(key)
    if (finest === undefined || compare(figure.ownPlace, finest) < 0) groups.set(key, figure.ownPlace)
  }
  for (const [index, figure] of set.figures.entries()) {
    const key = keys[index] as string
    if (key === '') continue
    // A place that the whole report keeps counts before an odd finer figure of the sentence.
    const place = common.get(figure.claim.quantity.unit) ?? groups.get(key) ?? figure.ownPlace
    figure.place = compare(place, figure.ownPlace) < 0 && !repeatsFiner(figure, finer) ? place : figure.ownPlace
  }
}

/** Values of a unit by their text cut to one decimal or to whole numbers: what a shorter print of them would begin with. */
function finerFigures(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const found = new Map<string, Figure[]>()
  for (const figure of figures) {
    if (!shares(figure)) continue
    const { unit, value } = figure.claim.quantity
    const point = value.indexOf('.')
    if (point < 0) continue
    const key = `${unit}:${value.slice(0, point)}`
    const list = found.get(key) ?? []
    if (list.length < 8) list.push(figure)
    found.set(key, list)
  }
  return found
}

/** Whether the report prints the same amount with more places elsewhere: 420.3 beside 420.28 is rounded, not short of a zero. */
function repeatsFiner(figure: Figure, finer: ReadonlyMap<string, readonly Figure[]>): boolean {
  const whole = figure.claim.quantity.value.split('.')[0] ?? ''
  if (whole.length < 3) return false
  const reach = figure.ownPlace
  return (finer.get(`${figure.claim.quantity.unit}:${whole}`) ?? []).some((other) => {
    const apart = absolute(subtract(other.value, figure.value))
    return (
      other.index !== figure.index && apart.coefficient !== 0n && compare(other.ownPlace, figure.ownPlace) < 0 && compare(apart, reach) < 0
    )
  })
}

function shares(figure: Figure): boolean {
  return figure.dimension === 'money' && SHARING.has(figure.claim.quantity.unit) && figure.claim.quantity.hedge === undefined
}

function groupKey(figure: Figure): string {
  const unit = figure.claim.quantity.unit
  return figure.seat.kind === 'text' ? `s${figure.seat.sentence}:${unit}` : `b${figure.claim.anchor.block}:${figure.seat.column}:${unit}`
}

function commonPlaces(figures: readonly Figure[]): Map<string, Decimal> {
  const seen = new Map<string, Map<string, { place: Decimal; times: number }>>()
  for (const figure of figures) {
    if (!shares(figure) || !figure.claim.quantity.value.includes('.')) continue
    const unit = figure.claim.quantity.unit
    const places = seen.get(unit) ?? new Map()
    const precision = figure.claim.quantity.precision
    const text = precision === 'exact' ? '1' : precision.place
    const entry = places.get(text) ?? { place: figure.ownPlace, times: 0 }
    entry.times++
    places.set(text, entry)
    seen.set(unit, places)
  }
  const common = new Map<string, Decimal>()
  for (const [unit, places] of seen) {
    const entries = [...places.values()]
    const total = entries.reduce((n, entry) => n + entry.times, 0)
    const best = entries.reduce((a, b) => (b.times > a.times ? b : a))
    if (total >= COMMON_LEAST && best.times >= total * COMMON_SHARE) common.set(unit, best.place)
  }
  return common
}
