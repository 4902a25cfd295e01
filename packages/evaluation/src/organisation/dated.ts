/** Something that changes over the years: names, codes, who belongs to whom. */

/** From and to inclusive, YYYY-MM-DD; `to` is null while it holds. */
export interface Dated<T> {
  readonly from: string
  readonly to: string | null
  readonly value: T
}

export const holdsOn = ({ from, to }: { readonly from: string; readonly to: string | null }, day: string): boolean =>
  from <= day && (to === null || day <= to)

/** What holds on the day; null where nothing does. It never takes the nearest. */
export function valueAt<T>(list: readonly Dated<T>[], day: string): T | null {
  return list.find((one) => holdsOn(one, day))?.value ?? null
}

export type DatedFault = 'bad-day' | 'ends-before-start' | 'overlap'

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

export const isDay = (text: string): boolean => DAY.test(text)

/** Every fault of a list, once each. */
export function datedFaults(list: readonly { readonly from: string; readonly to: string | null }[]): readonly DatedFault[] {
  const faults = new Set<DatedFault>()
  for (const { from, to } of list) {
    if (!isDay(from) || (to !== null && !isDay(to))) faults.add('bad-day')
    else if (to !== null && to < from) faults.add('ends-before-start')
  }
  const inOrder = list.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  for (const [at, { to }] of inOrder.entries()) {
    const next = inOrder[at + 1]
    if (next !== undefined && (to === null || next.from <= to)) faults.add('overlap')
  }
  return [...faults]
}

export const lastDayOf = (year: number): string => `${year}-12-31`
export const firstDayOf = (year: number): string => `${year}-01-01`
