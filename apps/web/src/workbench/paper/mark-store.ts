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
  readonly subscribe: (listener: () => void) => () => void
  /** Classes of words that carry these marks. */
  readonly lookOf: (marks: readonly string[]) => string
  /** For words that end these marks. */
  readonly repairAt: (marks: readonly string[]) => MarkRepair | null
  /** The finding to go to when the words are clicked; null where nothing shown is marked. */
  readonly findingAt: (marks: readonly string[]) => string | null
}

export function createMarkStore(marks: readonly ViewMark[]): MarkStore {
  const byId = new Map(marks.map((mark) => [mark.id, mark]))
  const listeners = new Set<() => void>()
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
      now = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
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
    findingAt: (ids) => accusedOf(ids)?.finding ?? currentOf(ids)?.finding ?? null,
  }
}
