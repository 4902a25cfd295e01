/**
 * What may be wrong with one figure: what would have to stand there, which violated relations that mends, and how likely it is that
 * the print came about so. Nothing is a hypothesis that breaks an equation which now holds.
 */
import { compareRational, type Rational } from '@jiheng/quantity'
import type { Figure } from '../claims/figure.ts'
import type { RepairReason } from '../findings/finding.ts'
import { decimalsOf, sayNumber } from '../findings/say.ts'
import { withNumber, withUnit } from '../graph/changed-figure.ts'
import { judge } from '../graph/judge.ts'
import { asRational, type Judged } from '../graph/judged.ts'
import { ARBITRARY, ideasOf, valuesIn } from './ideas.ts'
import type { Changes, Surroundings } from './surroundings.ts'
import { meetWindows, type Window, windowOf } from './window.ts'

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

/** Rates, products and points added up are computed by whoever writes them; other figures are copied. */
const COMPUTED = 2
const COMPUTED_FORMS: ReadonlySet<string> = new Set(['ratio', 'product', 'score'])
/** A wrong number that was copied to another place as well. */
const COPIED = 0.1
const MAX_HYPOTHESES = 24
const MOST_VALUES = 10_000

/**
 * The likeliest first. `places`: one figure, or all places that say the same with the same number; `violated`: the relations that
 * contain one of them, by number.
 */
export function hypothesesOf(places: readonly number[], violated: ReadonlyMap<number, Judged>, around: Surroundings): Hypothesis[] {
  const figure = around.figures[places[0] as number] as Figure
  if (figure.claim.quantity.hedge !== undefined) return []
  const windows = [...violated.values()].flatMap((judged) => places.flatMap((place) => windowFor(judged, place, around.figures)))
  const results = [...violated.values()].filter((judged) => places.includes(judged.relation.accused))
  const computed = results.some(({ reading }) => figure.dimension === 'point' || COMPUTED_FORMS.has(reading?.equation.form ?? ''))
  const prior = COPIED ** (places.length - 1) * (computed ? COMPUTED : 1)
  const found: Hypothesis[] = []
  const tried = new Map<string, Trial | null>()
  const all = [...violated]
  const apart = { told: all.filter(([, judged]) => !isLimit(judged)), limits: all.filter(([, judged]) => isLimit(judged)) }
  for (const idea of ideasOf(figure, windows, results.length > 0, around)) {
    const key = `${sayNumber(idea.changed)} ${idea.changed.claim.quantity.unit}`
    let trial = tried.get(key)
    if (trial === undefined) {
      trial = tryOut(idea.changed, places, apart, around)
      tried.set(key, trial)
    }
    if (trial === null) continue
    const { changes, mends, keeping } = trial
    found.push({ figure: figure.index, changes, reason: idea.reason, mends, weight: idea.chance * prior * keeping })
  }
  return [...best(found), ...vague(figure, violated, windows, around)]
}

/** What a change does, whatever led to it. */
interface Trial {
  readonly changes: Changes
  readonly mends: ReadonlySet<number>
  readonly keeping: number
}

/** Relations by their number: those that tell a value, and limits that are passed. */
interface Violated {
  readonly told: readonly (readonly [number, Judged])[]
  readonly limits: readonly (readonly [number, Judged])[]
}

/** Null when it mends nothing, or breaks an equation that holds. */
function tryOut(changed: Figure, places: readonly number[], violated: Violated, around: Surroundings): Trial | null {
  const changes = new Map(places.map((place) => [place, likewise(around.figures[place] as Figure, changed)]))
  const mends = new Set<number>()
  const mend = (among: typeof violated.limits): void => {
    for (const [number, { relation }] of among) if (around.holds(relation, changes)) mends.add(number)
  }
  // A limit that is no longer passed tells nothing: many numbers keep it.
  mend(violated.told)
  if (mends.size === 0) return null
  mend(violated.limits)
  const keeping = around.keeping(changes)
  return keeping === 0 ? null : { changes, mends, keeping }
}

/** Some other number that nothing tells: as likely as many values fit. Not of a figure that other relations hold in place. */
function vague(figure: Figure, violated: ReadonlyMap<number, Judged>, windows: readonly Window[], around: Surroundings): Hypothesis[] {
  const [first, ...rest] = windows
  if (first === undefined || around.isHeld(figure.index)) return []
  const values = Math.min(MOST_VALUES, valuesIn(rest.reduce(meetWindows, first), figure, decimalsOf(sayNumber(figure))))
  const mends = new Set(violated.keys())
  return values <= 1 ? [] : [{ figure: figure.index, changes: null, reason: 'recomputed', mends, weight: ARBITRARY * values }]
}

const isLimit = ({ reading }: Judged): boolean => reading?.equation.form === 'order'

/** One hypothesis a number, those that mend most first, of them the likeliest. */
function best(found: readonly Hypothesis[]): Hypothesis[] {
  const byNumber = new Map<string, Hypothesis>()
  for (const one of found) {
    const changed = one.changes?.get(one.figure)
    const key = `${changed?.claim.quantity.value} ${changed?.claim.quantity.unit}`
    const known = byNumber.get(key)
    if (known === undefined || known.weight < one.weight) byNumber.set(key, one)
  }
  return [...byNumber.values()].sort((a, b) => b.mends.size - a.mends.size || b.weight - a.weight).slice(0, MAX_HYPOTHESES)
}

/** The same change at another place that says the same. */
function likewise(figure: Figure, changed: Figure): Figure {
  if (figure.index === changed.index) return changed
  return changed.claim.quantity.unit === figure.claim.quantity.unit
    ? withNumber(figure, sayNumber(changed))
    : withUnit(figure, changed.claim.quantity.unit)
}

/** A rule that can be read in two ways gives no score. */
function isOneScore({ relation }: Judged, figures: readonly Figure[]): boolean {
  const scores = relation.readings.flatMap(({ equation }) => judge(equation, figures)?.computed ?? []).map(asRational)
  return scores.every((score) => compareRational(score, scores[0] as Rational) === 0)
}

/** Of the reading that is shown. */
function windowFor(judged: Judged, index: number, figures: readonly Figure[]): Window[] {
  if (judged.reading === null || (judged.reading.equation.form === 'score' && !isOneScore(judged, figures))) return []
  const window = windowOf(judged.reading.equation, index, figures)
  return window === null ? [] : [window]
}
