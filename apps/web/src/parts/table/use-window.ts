/** Which rows of a long list are near enough to be seen. */
import { type RefObject, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Pixels; every row has it, so that no row has to be measured. */
export const rowHeight = 38
/** Rows beyond the edge: a quick turn of the wheel stays filled. */
const beyond = 12
/** The window moves in steps: most scrolling draws nothing anew. */
const step = 6

export interface Window {
  readonly from: number
  readonly to: number
  /** All rows are there: on paper. */
  readonly isWhole: boolean
}

export function useWindow(scroller: RefObject<HTMLElement | null>, count: number): Window {
  const [{ top, height }, setSeen] = useState({ top: 0, height: 800 })
  const [isWhole, setWhole] = useState(false)
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const look = () => {
      const top = Math.floor(element.scrollTop / rowHeight / step) * step
      const height = element.clientHeight
      setSeen((seen) => (seen.top === top && seen.height === height ? seen : { top, height }))
    }
    look()
    const size = new ResizeObserver(look)
    size.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      size.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller])
  useEffect(() => {
    const paper = matchMedia('print')
    // The browser lays the paper out as soon as this returns.
    const turn = () => flushSync(() => setWhole(paper.matches))
    paper.addEventListener('change', turn)
    return () => paper.removeEventListener('change', turn)
  }, [])
  return isWhole ? { from: 0, to: count, isWhole } : { ...windowOf(top, height, count), isWhole }
}

/** @param top the first row in sight @param height of the view in pixels */
export function windowOf(top: number, height: number, count: number): { readonly from: number; readonly to: number } {
  const from = Math.max(0, Math.min(top, count - 1) - beyond)
  return { from, to: Math.min(count, top + Math.ceil(height / rowHeight) + step + beyond) }
}
