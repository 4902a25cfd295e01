/** A value that many small parts of a page watch: each is drawn anew only when what it selects has changed. */
import { useSyncExternalStore } from 'react'

export interface Store<Value> {
  readonly get: () => Value
  readonly set: (change: Partial<Value>) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createStore<Value extends object>(first: Value): Store<Value> {
  let now = first
  const listeners = new Set<() => void>()
  return {
    get: () => now,
    set(change) {
      now = { ...now, ...change }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** `select` gives a plain value or a part that stays the same. */
export const useStore = <Value, Part>(store: Store<Value>, select: (value: Value) => Part): Part =>
  useSyncExternalStore(store.subscribe, () => select(store.get()))
