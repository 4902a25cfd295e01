/** Values that change with a year. */
import type { Dated } from '@jiheng/evaluation'

/**
 * The list with `value` from the first day of the year on; what began in that year is put right, what is older is ended. Where nothing is known of the year yet,
 * it holds until what is known begins.
 */
export function fromYear(list: readonly Dated<string>[], value: string, year: number, existsFrom: string): readonly Dated<string>[] {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const now = list.findLast(({ from, to }) => from <= last && (to === null || first <= to))
  if (now?.value === value) return list
  const start = existsFrom > first ? existsFrom : first
  if (now === undefined) {
    const next = list.toSorted(byDay).find(({ from }) => from > last)
    if (next?.value === value) return list.map((one) => (one === next ? { ...one, from: start } : one))
    return [...list, { value, from: start, to: next === undefined ? null : dayBefore(next.from) }].toSorted(byDay)
  }
  if (now.from >= first) return list.map((one) => (one === now ? { ...one, value } : one))
  const ended = { ...now, to: `${year - 1}-12-31` }
  return [...list.filter((one) => one !== now), ended, { value, from: first, to: now.to }].toSorted(byDay)
}

export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 24 * 3600_000).toISOString().slice(0, 10)
}

const byDay = (a: Dated<string>, b: Dated<string>): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)

export const sameValues = (a: readonly Dated<string>[], b: readonly Dated<string>[]): boolean =>
  a.length === b.length && a.every(({ value }, at) => value === b[at]?.value)
