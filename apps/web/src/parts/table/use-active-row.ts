/** Moves through the rows by keys: arrows, Page Up and Down, Home, End; Enter opens. */
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { rowHeight } from './use-window.ts'

/** The head sticks to the top and covers what lies below it. */
const headHeight = 40

export function useActiveRow(scroller: RefObject<HTMLElement | null>, count: number, onOpen: (index: number) => void) {
  const [index, setIndex] = useState(-1)
  const wantsFocus = useRef(false)
  useEffect(() => {
    if (!wantsFocus.current) return
    // After a long way the row is drawn only when the window has followed.
    const row = scroller.current?.querySelector<HTMLElement>(`tr[data-row="${index}"]`)
    if (!row) return
    wantsFocus.current = false
    row.focus({ preventScroll: true })
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const element = scroller.current
    if (element === null || (event.target instanceof Element && event.target.closest('a, button, input') !== null)) return
    if (event.key === 'Enter' && index >= 0 && index < count) {
      event.preventDefault()
      return onOpen(index)
    }
    const page = Math.max(1, Math.floor((element.clientHeight - headHeight) / rowHeight) - 1)
    const next = rowAfter(event.key, index, count, page)
    if (next === null) return
    event.preventDefault()
    wantsFocus.current = true
    setIndex(next)
    bringIntoSight(element, next)
  }
  return { index, set: setIndex, onKeyDown }
}

/** null: the key moves nothing. */
export function rowAfter(key: string, index: number, count: number, page: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  }
  const to = moves[key]
  return to === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, to))
}

function bringIntoSight(element: HTMLElement, index: number): void {
  const top = index * rowHeight
  const room = element.clientHeight - headHeight
  if (top < element.scrollTop) element.scrollTop = top
  else if (top + rowHeight > element.scrollTop + room) element.scrollTop = top + rowHeight - room
}
