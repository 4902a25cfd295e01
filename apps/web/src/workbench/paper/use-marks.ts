import { useCallback, useSyncExternalStore } from 'react'
import type { MarkStore } from './mark-store.ts'

/** Draws anew whenever one of these marks looks otherwise, and for no other. @param marks the same list from drawing to drawing */
export function useMarks(store: MarkStore, marks: readonly string[]): void {
  const subscribe = useCallback((listener: () => void) => store.subscribe(marks, listener), [store, marks])
  useSyncExternalStore(subscribe, () => store.changedAt(marks))
}
