/** What a hypothesis about one figure has to fit in with: the relations that hold, and what else the report prints. */
import type { UnitId } from '@jiheng/quantity'
import type { Figure } from '../claims/figure.ts'
import { sayNumber } from '../findings/say.ts'
import { isRestatement } from '../graph/both-held.ts'
import { overlay } from '../graph/changed-figure.ts'
import { judge } from '../graph/judge.ts'
import type { Judged } from '../graph/judged.ts'
import { membersOf, type Relation } from '../relations/relation.ts'
import { roughLook } from './rough-look.ts'

/** Figure index → what would stand there. */
export type Changes = ReadonlyMap<number, Figure>

export interface Surroundings {
  readonly figures: readonly Figure[]
  /** Whether any reading of the relation holds once the changes are made. */
  readonly holds: (relation: Relation, changes: Changes) => boolean
  /**
   * 1 when every relation of the changed figures that now holds still does; 0 when one would break. Less than 1 for restatements that
   * would break: two numbers may be taken for the same fact because they are equal.
   */
  readonly keeping: (changes: Changes) => number
  /** Whether the figure stands in a relation that holds. */
  readonly isHeld: (figure: number) => boolean
  /** All places where the report says the same thing with the same number, this one included. */
  readonly sameFact: (figure: number) => readonly number[]
  /** One of so many figures of its unit, where the number is printed for something else as well; else 0. */
  readonly staleness: (figure: Figure) => number
  /** How many decimals most figures of a unit are printed with; null where they differ. */
  readonly usualDecimals: (unit: UnitId) => number | null
  /** The finest print of a unit. */
  readonly mostDecimals: (unit: UnitId) => number
  /** Of all amounts of the report, those in this unit; never quite nothing. */
  readonly shareOfUnit: (unit: UnitId) => number
}

/** Whole numbers of one or two digits meet by chance. */
const LEAST_DIGITS = 3

export function surroundingsOf(judgedAll: readonly Judged[], figures: readonly Figure[]): Surroundings {
  const kept = relationsByFigure(judgedAll.filter(({ outcome }) => outcome === 'pass'))
  const isRuledOut = roughLook(figures)
  const holds = (relation: Relation, changes: Changes): boolean => {
    const open = relation.readings.filter(({ equation }) => !isRuledOut(equation, changes))
    if (open.length === 0) return false
    const changed = overlay(figures, membersOf(relation), changes)
    return open.some(({ equation }) => judge(equation, changed)?.holds === true)
  }
  const prints = new Map<string, Figure[]>()
  const units = new Map<string, number>()
  for (const figure of figures) {
    const { value, unit } = figure.claim.quantity
    const key = `${value} ${unit}`
    const list = prints.get(key)
    if (list === undefined) prints.set(key, [figure])
    else if (list.length < MAX_TWINS) list.push(figure)
    units.set(unit, (units.get(unit) ?? 0) + 1)
  }
  const decimals = decimalsByUnit(figures)
  const money = figures.filter((figure) => figure.dimension === 'money').length
  return {
    figures,
    holds,
    keeping: (changes) => {
      let share = 1
      for (const figure of changes.keys())
        for (const relation of kept.get(figure) ?? []) {
          if (share === 0 || holds(relation, changes)) continue
          share *= isRestatement(relation) ? (hasOneName(relation, figures) ? BREAKS_NAMESAKE : BREAKS_TWIN) : 0
        }
      return share
    },
    isHeld: (figure) => kept.has(figure),
    sameFact: (figure) => factOf(figure, kept, figures),
    staleness: (figure) => {
      const { value, unit } = figure.claim.quantity
      const isLong = value.replace(/\D/g, '').length >= LEAST_DIGITS
      const hasTwin = (prints.get(`${value} ${unit}`) ?? []).some((other) => isOther(figure, other))
      return isLong && hasTwin ? 1 / (units.get(unit) ?? 1) : 0
    },
    usualDecimals: (unit) => decimals.get(unit)?.usual ?? null,
    mostDecimals: (unit) => decimals.get(unit)?.most ?? 0,
    shareOfUnit: (unit) => ((units.get(unit) ?? 0) + 1) / (money + 1),
  }
}
const MAX_TWINS = 4

/** Another fact: not the same thing said again. */
const isOther = (figure: Figure, other: Figure): boolean =>
  other.index !== figure.index && (other.claim.label !== figure.claim.label || other.periodKey !== figure.periodKey)

interface Decimals {
  readonly usual: number | null
  readonly most: number
}

/** Usual: what at least half of some figures agree in. */
function decimalsByUnit(figures: readonly Figure[]): ReadonlyMap<UnitId, Decimals> {
  const seen = new Map<UnitId, Map<number, number>>()
  for (const figure of figures) {
    const { unit } = figure.claim.quantity
    const decimals = sayNumber(figure).split('.')[1]?.length ?? 0
    const times = seen.get(unit) ?? new Map<number, number>()
    times.set(decimals, (times.get(decimals) ?? 0) + 1)
    seen.set(unit, times)
  }
  const found = new Map<UnitId, Decimals>()
  for (const [unit, times] of seen) {
    const [most] = [...times].sort((a, b) => b[1] - a[1])
    const total = [...times.values()].reduce((a, b) => a + b, 0)
    const isUsual = most !== undefined && most[1] >= LEAST_ALIKE && most[1] * 2 >= total
    found.set(unit, { usual: isUsual ? most[0] : null, most: Math.max(...times.keys()) })
  }
  return found
}
const LEAST_ALIKE = 4

const BREAKS_NAMESAKE = 0.03
const BREAKS_TWIN = 0.7

function hasOneName(relation: Relation, figures: readonly Figure[]): boolean {
  const [first, ...others] = membersOf(relation).map((index) => (figures[index] as Figure).claim)
  return others.every((other) => {
    if (first === undefined) return false
    if (first.concept !== null && other.concept !== null) return first.concept === other.concept
    return first.label !== '' && other.label !== '' && (first.label.includes(other.label) || other.label.includes(first.label))
  })
}

export function relationsByFigure(judged: readonly Judged[]): ReadonlyMap<number, readonly Relation[]> {
  const found = new Map<number, Relation[]>()
  for (const { relation } of judged)
    for (const member of membersOf(relation)) {
      const list = found.get(member)
      if (list === undefined) found.set(member, [relation])
      else list.push(relation)
    }
  return found
}

/** Over restatements that hold with the very same number. */
function factOf(start: number, kept: ReadonlyMap<number, readonly Relation[]>, figures: readonly Figure[]): readonly number[] {
  const found = new Set([start])
  for (const figure of found)
    for (const { readings } of kept.get(figure) ?? [])
      for (const { equation } of readings) {
        if (equation.form !== 'same' || found.size >= MAX_PLACES) continue
        const other = equation.first === figure ? equation.second : equation.first
        if (figures[other]?.claim.quantity.value === figures[start]?.claim.quantity.value) found.add(other)
      }
  return [...found].sort((a, b) => a - b)
}
const MAX_PLACES = 12
