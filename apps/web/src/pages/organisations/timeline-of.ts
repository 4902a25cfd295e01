/** What happened to an organisation, day by day, newest first. */
import type { OrganisationChange, OrganisationHistory } from '@jiheng/contract'

export type TimelineEvent =
  /** With what it had from its first day. */
  | {
      readonly kind: 'begun'
      readonly day: string
      readonly name: string | null
      readonly code: string | null
      readonly parent: string | null
    }
  | { readonly kind: 'ended'; readonly day: string }
  /** `before` is null for the first one; `after` is null where it has none any more. */
  | { readonly kind: 'name' | 'code'; readonly day: string; readonly before: string | null; readonly after: string | null }
  | { readonly kind: 'parent'; readonly day: string; readonly isFirst: boolean; readonly parent: string | null }
  | { readonly kind: 'change'; readonly day: string; readonly change: OrganisationChange }

export function timelineOf(history: OrganisationHistory, changes: readonly OrganisationChange[]): readonly TimelineEvent[] {
  const { from, to, names, codes, parents } = history
  const firstOf = (list: OrganisationHistory['names']) => list.find((one) => one.from === from)?.value ?? null
  const laterOf = (list: OrganisationHistory['names']) => turnsOf(list, to).filter(({ day }) => day !== from)
  const events: TimelineEvent[] = [
    { kind: 'begun', day: from, name: firstOf(names), code: firstOf(codes), parent: firstOf(parents) },
    ...laterOf(names).map((turn) => ({ kind: 'name', ...turn }) as const),
    ...laterOf(codes).map((turn) => ({ kind: 'code', ...turn }) as const),
    ...laterOf(parents).map(({ day, before, after }) => ({ kind: 'parent', day, isFirst: before === null, parent: after }) as const),
    ...changes.map((change) => ({ kind: 'change', day: change.day, change }) as const),
    ...(to === null ? [] : [{ kind: 'ended', day: to } as const]),
  ]
  return events.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : order.indexOf(b.kind) - order.indexOf(a.kind)))
}

/** Of one day, later ones last. */
const order: readonly TimelineEvent['kind'][] = ['begun', 'name', 'code', 'parent', 'change', 'ended']

interface Turn {
  readonly day: string
  readonly before: string | null
  readonly after: string | null
}

/** Each value with the one that it followed; a value that ended with nothing after it, while the unit went on, is a turn as well. */
function turnsOf(list: OrganisationHistory['names'], end: string | null): readonly Turn[] {
  const inOrder = list.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const turns: Turn[] = inOrder.map(({ from, value }, at) => ({ day: from, before: inOrder[at - 1]?.value ?? null, after: value }))
  const last = inOrder.at(-1)
  if (last && last.to !== null && last.to !== end) turns.push({ day: last.to, before: last.value, after: null })
  return turns
}

/** What it was called before, oldest first. */
export const formerNames = ({ names }: Pick<OrganisationHistory, 'names'>): readonly string[] =>
  names
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .slice(0, -1)
    .map(({ value }) => value)
