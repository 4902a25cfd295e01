/** How each mark looks at the moment: drawn marks listen here, so that a step to the next finding redraws two of them and not the document. */
import type { ViewMark } from '@jiheng/contract'

export interface MarksNow {
  /** Id of the finding that is looked at. */
  readonly current: string | null
  /** Findings whose marks are not shown: filtered away. */
  readonly hidden: ReadonlySet<string>
  /** Findings that somebody has settled: shown paler. */
  readonly settled: ReadonlySet<string>
  /** Shown behind the accused words of the current finding. */
  readonly repair: MarkRepair | null
}

export interface MarkRepair {
  readonly from: string
  readonly to: string
}

export interface MarkStore {
  readonly markOf: (mark: string) => ViewMark | undefined
  readonly set: (now: MarksNow) => void
  /** Hears of changes of these marks alone. */
  readonly subscribe: (marks: readonly string[], listener: () => void) => () => void
  /** The change after which one of these marks looked as it does now; 0 is the first look. */
  readonly changedAt: (marks: readonly string[]) => number
  /** Classes of words that carry these marks. */
  readonly lookOf: (marks: readonly string[]) => string
  /** For words that end these marks. */
  readonly repairAt: (marks: readonly string[]) => MarkRepair | null
  /** Where the finding that is looked at stands first; null where there is none, or it stands nowhere. */
  readonly markLookedAt: () => string | null
  /** The finding to go to when the words are clicked; null where nothing shown is marked. */
  readonly findingAt: (marks: readonly string[]) => string | null
}

export function createMarkStore(marks: readonly ViewMark[]): MarkStore {
  const byId = new Map(marks.map((mark) => [mark.id, mark]))
  const ofFinding = marksByFinding(marks)
  const listeners = new Map<string, Set<() => void>>()
  const changes = new Map<string, number>()
  let changed = 0
  let now: MarksNow = { current: null, hidden: new Set(), settled: new Set(), repair: null }

  const here = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const isCurrent = ({ finding }: ViewMark) => finding === now.current
  /** Innermost last: what is most exactly meant comes first. */
  const accusedOf = (ids: readonly string[]) => here(ids).findLast(({ isAccused, finding }) => isAccused && !now.hidden.has(finding))

  const currentOf = (ids: readonly string[]) => {
    const current = here(ids).filter(isCurrent)
    return current.findLast(({ isAccused }) => isAccused) ?? current.at(-1)
  }

  return {
    markOf: (mark) => byId.get(mark),
    set(next) {
      const before = now
      now = next
      changed++
      const toTell = new Set<() => void>()
      for (const finding of changedBetween(before, next)) {
        for (const { id } of ofFinding.get(finding) ?? []) {
          changes.set(id, changed)
          for (const listener of listeners.get(id) ?? []) toTell.add(listener)
        }
      }
      for (const listener of toTell) listener()
    },
    subscribe(ids, listener) {
      for (const id of ids) listeners.set(id, (listeners.get(id) ?? new Set()).add(listener))
      return () => {
        for (const id of ids) {
          const left = listeners.get(id)
          left?.delete(listener)
          if (left?.size === 0) listeners.delete(id)
        }
      }
    },
    changedAt: (ids) => ids.reduce((last, id) => Math.max(last, changes.get(id) ?? 0), 0),
    lookOf(ids) {
      const looked = currentOf(ids)
      const shown = looked?.isAccused ? looked : accusedOf(ids)
      const classes = ['mark']
      if (shown !== undefined) classes.push(`mark-${shown.severity}`)
      if (shown !== undefined && shown !== looked && now.settled.has(shown.finding)) classes.push('is-settled')
      if (looked !== undefined) classes.push(looked.isAccused ? 'is-current' : 'is-quoted')
      return classes.join(' ')
    },
    repairAt: (ids) => (now.repair !== null && here(ids).some((mark) => mark.isAccused && isCurrent(mark)) ? now.repair : null),
    markLookedAt: () => {
      const here = now.current === null ? [] : (ofFinding.get(now.current) ?? [])
      return (here.find(({ isAccused }) => isAccused) ?? here[0])?.id ?? null
    },
    findingAt: (ids) => accusedOf(ids)?.finding ?? currentOf(ids)?.finding ?? null,
  }
}

/** The findings whose marks look otherwise than before. */
function changedBetween(before: MarksNow, after: MarksNow): ReadonlySet<string> {
  const changed = new Set<string>()
  if (before.current !== after.current || before.repair !== after.repair)
    for (const finding of [before.current, after.current]) if (finding !== null) changed.add(finding)
  for (const [one, other] of [
    [before.hidden, after.hidden],
    [before.settled, after.settled],
  ] as const) {
    if (one === other) continue
    for (const finding of one) if (!other.has(finding)) changed.add(finding)
    for (const finding of other) if (!one.has(finding)) changed.add(finding)
  }
  return changed
}

function marksByFinding(marks: readonly ViewMark[]): ReadonlyMap<string, readonly ViewMark[]> {
  const all = new Map<string, ViewMark[]>()
  for (const mark of marks) {
    const known = all.get(mark.finding)
    if (known === undefined) all.set(mark.finding, [mark])
    else known.push(mark)
  }
  return all
}
