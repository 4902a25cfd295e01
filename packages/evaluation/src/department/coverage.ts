/** 应评、已评、免评、线下、逾期: who has handed in, counted. What is secret is a placeholder: it counts, and has neither name nor amount. */
import { daysBetween } from '../evaluate/days.ts'
import type { DepartmentUnit } from './department-data.ts'
import { percentOf } from './statistics.ts'

export type Entry =
  | {
      readonly kind: 'open'
      readonly unit: string
      /** YYYY-MM-DD, the last day on which it is in time. */
      readonly due: string
      /** 延期申请 that was granted. */
      readonly extendedTo: string | null
      readonly submitted: string | null
      /** 免评 and why. */
      readonly exempt: string | null
    }
  /** 线下报送 */
  | { readonly kind: 'offline' }

export interface Coverage {
  /** 应评: all but the exempt. */
  readonly expected: number
  /** 已评, in time or late, without the offline ones. */
  readonly submitted: number
  readonly offline: number
  readonly exempt: readonly { readonly unit: string; readonly reason: string }[]
  /** 补报: handed in late. */
  readonly late: readonly Late[]
  /** Not handed in, and the day is over. */
  readonly overdue: readonly Late[]
  /** Not handed in, and still in time. */
  readonly pending: readonly string[]
  /** (已评 + 线下) ÷ 应评, in percent with two decimals; null where nobody is expected. */
  readonly percent: string | null
}

export interface Late {
  readonly unit: string
  /** null where nobody said by when. */
  readonly days: number | null
}

/** As it stands on `asOf`. */
export function coverageOf(entries: readonly Entry[], asOf: string): Coverage {
  const named = entries.filter((entry) => entry.kind === 'open')
  const offline = entries.length - named.length
  const exempt = named.flatMap(({ unit, exempt: reason }) => (reason === null ? [] : [{ unit, reason }]))
  const due = named.filter((entry) => entry.exempt === null)
  const submitted = due.filter(({ submitted: day }) => day !== null && day <= asOf)
  const absent = due.filter((entry) => !submitted.includes(entry))
  const lateOf = (list: typeof due, until: (entry: (typeof due)[number]) => string): readonly Late[] =>
    list.flatMap((entry) => {
      const days = daysBetween(entry.extendedTo ?? entry.due, until(entry))
      return days > 0 ? [{ unit: entry.unit, days }] : []
    })
  const overdue = lateOf(absent, () => asOf)
  const expected = due.length + offline
  return {
    expected,
    submitted: submitted.length,
    offline,
    exempt,
    late: lateOf(submitted, (entry) => entry.submitted ?? asOf),
    overdue,
    pending: absent.map(({ unit }) => unit).filter((unit) => !overdue.some((one) => one.unit === unit)),
    percent: percentOf(submitted.length + offline, expected),
  }
}

/** As a list states it, where somebody keeps one instead of the dates alone. */
export function coverageOfList(
  { units, due }: { readonly units: readonly DepartmentUnit[]; readonly due: string | null },
  asOf: string,
): Coverage {
  const of = (...states: readonly DepartmentUnit['state'][]): readonly DepartmentUnit[] =>
    units.filter(({ state }) => states.includes(state))
  const [submitted, offline, missing] = [of('reported', 'late'), of('offline'), of('missing')]
  const isOver = due !== null && due < asOf
  return {
    expected: units.length,
    submitted: submitted.length,
    offline: offline.length,
    exempt: [],
    late: of('late').map(({ unit, submitted: day }) => ({ unit, days: due === null || day === null ? null : daysBetween(due, day) })),
    overdue: isOver ? missing.map(({ unit }) => ({ unit, days: daysBetween(due, asOf) })) : [],
    pending: isOver ? [] : missing.map(({ unit }) => unit),
    percent: percentOf(submitted.length + offline.length, units.length),
  }
}
