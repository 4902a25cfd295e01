/** A violation that only a wrong unit explains: one figure is off by the factor between its unit and its neighbours'. */
import type { UnitId } from '@jiheng/quantity'
import type { Figure } from '../claims/figure.ts'
import { membersOf, type Relation } from '../relations/relation.ts'
import { overlay, withUnit } from './changed-figure.ts'
import { judge } from './judge.ts'

export interface UnitSlip {
  /** The figure with the wrong unit. */
  readonly figure: number
  /** The unit that makes the relation hold. */
  readonly unit: UnitId
}

/** Units that people put for one another. */
const CANDIDATES: Readonly<Record<string, readonly UnitId[]>> = {
  yuan: ['wan-yuan', 'qian-yuan', 'yi-yuan'],
  'wan-yuan': ['yuan', 'yi-yuan', 'qian-yuan'],
  'qian-yuan': ['wan-yuan', 'yuan'],
  'yi-yuan': ['wan-yuan'],
}
const MAX_MEMBERS = 40

export function findUnitSlip(relation: Relation, figures: readonly Figure[]): UnitSlip | null {
  const members = membersOf(relation)
  if (members.length > MAX_MEMBERS) return null
  const money = members.filter((index) => figures[index]?.dimension === 'money')
  if (money.length === 0) return null
  const usual = usualUnit(money, figures)
  const odd = money.filter((index) => (figures[index] as Figure).claim.quantity.unit !== usual)
  const suspects = odd.length > 0 ? odd : money.length <= 2 && relation.kind !== 'bound' ? money : []
  for (const index of suspects) {
    const figure = figures[index] as Figure
    if (figure.value.coefficient === 0n || figure.claim.quantity.hedge !== undefined) continue
    for (const unit of CANDIDATES[figure.claim.quantity.unit] ?? []) {
      if (odd.length > 0 && unit !== usual && odd.length < money.length) continue
      const changed = overlay(figures, members, new Map([[index, withUnit(figure, unit)]]))
      if (relation.readings.some(({ equation }) => judge(equation, changed)?.holds === true)) return { figure: index, unit }
    }
  }
  return null
}

/** The unit of most members; the one printed with more figures in the report when they are even. */
function usualUnit(members: readonly number[], figures: readonly Figure[]): UnitId {
  const times = new Map<UnitId, number>()
  for (const index of members) {
    const unit = (figures[index] as Figure).claim.quantity.unit
    times.set(unit, (times.get(unit) ?? 0) + 1)
  }
  const ordered = [...times].sort((a, b) => b[1] - a[1])
  const best = ordered[0]?.[0] ?? 'wan-yuan'
  const even = ordered.length > 1 && ordered[0]?.[1] === ordered[1]?.[1]
  if (!even) return best
  const reportTimes = timesOfUnits(figures)
  return ordered
    .filter(([, n]) => n === ordered[0]?.[1])
    .map(([unit]) => unit)
    .reduce((a, b) => ((reportTimes.get(b) ?? 0) > (reportTimes.get(a) ?? 0) ? b : a))
}

/** Counted once a report, since many relations ask. */
const countedUnits = new WeakMap<readonly Figure[], ReadonlyMap<UnitId, number>>()

function timesOfUnits(figures: readonly Figure[]): ReadonlyMap<UnitId, number> {
  const known = countedUnits.get(figures)
  if (known !== undefined) return known
  const times = new Map<UnitId, number>()
  for (const figure of figures) times.set(figure.claim.quantity.unit, (times.get(figure.claim.quantity.unit) ?? 0) + 1)
  countedUnits.set(figures, times)
  return times
}
