/** Whether the server answers just now, and still knows who asks. What was typed stays on the page; the notice says so until it answers again. */
import { useSyncExternalStore } from 'react'

let isAway = false
const listeners = new Set<() => void>()

/** Told by the one that sends: no answer came at all, or one came. */
export function noteAnswer(hasAnswered: boolean): void {
  if (isAway === !hasAnswered) return
  isAway = !hasAnswered
  for (const listener of listeners) listener()
}

export const useIsAway = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isAway,
  )

const askers = new Set<() => void>()

/** Told by the one that sends: the server no longer knows who this is. */
export function noteSignedOut(): void {
  for (const ask of askers) ask()
}

/** Calls back whenever that is told, until what is returned is called. */
export function whenSignedOut(ask: () => void): () => void {
  askers.add(ask)
  return () => askers.delete(ask)
}
