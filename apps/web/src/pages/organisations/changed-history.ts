/** What a person filled, laid into the history of an organisation: from a day on, or as a correction of what was wrong. */
import type { OrganisationHistory } from '@jiheng/contract'
import { organisations } from '../../wording/organisations.ts'

type Dated = OrganisationHistory['names'][number]

export interface Filled {
  readonly name: string
  readonly code: string
  readonly parent: string | null
  readonly aliases: readonly string[]
  readonly isGovernment: boolean
  readonly from: string
  readonly to: string | null
}

/** `since`: the first day of what is new; null: what was written was wrong, and never held. */
export function changedHistory(history: OrganisationHistory, filled: Filled, since: string | null): Omit<OrganisationHistory, 'id'> {
  const { id: _, ...rest } = history
  const { from, to, aliases, isGovernment } = filled
  const put = (list: readonly Dated[], value: string | null) => [...withValue(list, value, since, from)]
  return {
    ...rest,
    from,
    to,
    isGovernment,
    aliases: [...aliases],
    names: put(history.names, filled.name),
    codes: put(history.codes, filled.code === '' ? null : filled.code),
    parents: put(history.parents, filled.parent),
  }
}

/** The value that a form begins with: the last one that was given. */
export const lastOf = (list: readonly Dated[]): string | null => list.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1)?.value ?? null

function withValue(list: readonly Dated[], value: string | null, since: string | null, begun: string): readonly Dated[] {
  const inOrder = list.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const last = inOrder.at(-1)
  // What the form began with was not touched.
  if ((last?.value ?? null) === value) return inOrder
  if (since === null) {
    const kept = inOrder.slice(0, -1)
    return value === null ? kept : [...kept, { value, from: last?.from ?? begun, to: last?.to ?? null }]
  }
  const before = inOrder
    .filter(({ from }) => from < since)
    .map((one) => (one.to === null || one.to >= since ? { ...one, to: dayBefore(since) } : one))
  return value === null ? before : [...before, { value, from: since, to: null }]
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}

/** Short names as people write them in one line. */
export const namesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(organisations.separators)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
]
