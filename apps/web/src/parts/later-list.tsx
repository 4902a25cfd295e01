/**
 * A long column of things of unlike height. What is near the eye is drawn at once, the rest when the browser has time or never, so that opening
 * takes no longer for ten thousand things than for ten. The element that scrolls carries `data-scroller`.
 */
import { createContext, memo, type ReactNode, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import './later-list.css'
import { useOnPaper } from './use-on-paper.ts'

/** Whether everything is being laid out for paper: asked by what is drawn in a list. */
export const OnPaperContext = createContext(false)

export interface LaterHandle {
  /** Has it drawn by the next frame. */
  readonly reach: (index: number) => void
}

interface Props<Item> {
  readonly items: readonly Item[]
  readonly keyOf: (item: Item, index: number) => string
  /** The same function from drawing to drawing, else everything is drawn anew. */
  readonly draw: (item: Item, index: number) => ReactNode
  /** Pixels that a thing probably takes. */
  readonly height: number
  /** Things that are drawn together. */
  readonly size?: number
  /** Everything is drawn in the end: to be found by the search of the browser. */
  readonly isWhole?: boolean
  readonly handle?: Ref<LaterHandle>
}

export function LaterList<Item>({ items, keyOf, draw, height, size = 30, isWhole = false, handle }: Props<Item>) {
  const place = useRef<HTMLDivElement>(null)
  const chunks = useMemo(() => chunksOf(items, size), [items, size])
  const [drawn, setDrawn] = useState<ReadonlySet<number>>(() => new Set([0]))
  const isOnPaper = useOnPaper()
  const count = chunks.length
  useEffect(() => {
    const element = place.current
    if (element === null || count === 0) return
    const near = new IntersectionObserver(
      (entries) => {
        const seen = entries
          .filter(({ isIntersecting }) => isIntersecting)
          .map(({ target }) => Number((target as HTMLElement).dataset.chunk))
        if (seen.length > 0) setDrawn((before) => (seen.every((one) => before.has(one)) ? before : new Set([...before, ...seen])))
      },
      { root: element.closest('[data-scroller]'), rootMargin: '600px 0px' },
    )
    for (const child of element.children) near.observe(child)
    return () => near.disconnect()
  }, [count])
  useEffect(() => {
    if (!isWhole) return
    const next = chunks.findIndex((_, index) => !drawn.has(index))
    if (next >= 0) return whenIdle(() => setDrawn((before) => new Set([...before, next])))
  }, [isWhole, chunks, drawn])
  useImperativeHandle(
    handle,
    () => ({
      reach: (index) => {
        const chunk = Math.floor(index / size)
        setDrawn((before) => (before.has(chunk) ? before : new Set([...before, chunk])))
      },
    }),
    [size],
  )
  return (
    <OnPaperContext value={isOnPaper}>
      <div ref={place}>
        {chunks.map((chunk, index) => (
          <Chunk
            // biome-ignore lint/suspicious/noArrayIndexKey: a chunk is its place in the column
            key={index}
            items={chunk}
            from={index * size}
            index={index}
            isDrawn={isOnPaper || drawn.has(index)}
            height={height}
            keyOf={keyOf}
            draw={draw}
          />
        ))}
      </div>
    </OnPaperContext>
  )
}

interface ChunkProps<Item> extends Pick<Props<Item>, 'keyOf' | 'draw' | 'items' | 'height'> {
  readonly from: number
  readonly index: number
  readonly isDrawn: boolean
}

const Chunk = memo(DrawnChunk) as typeof DrawnChunk

function DrawnChunk<Item>({ items, from, index, isDrawn, height, keyOf, draw }: ChunkProps<Item>) {
  const guess = items.length * height
  return (
    <div className="later" data-chunk={index} style={isDrawn ? { containIntrinsicHeight: `auto ${guess}px` } : { height: guess }}>
      {isDrawn && items.map((item, at) => <Piece key={keyOf(item, from + at)} item={item} index={from + at} draw={draw} />)}
    </div>
  )
}

function Piece<Item>({ item, index, draw }: Pick<Props<Item>, 'draw'> & { readonly item: Item; readonly index: number }) {
  return draw(item, index)
}

export function chunksOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))
}

/** @returns how to call it off */
export function whenIdle(work: () => void): () => void {
  // Safari has no such moment.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, 40)
    return () => clearTimeout(timer)
  }
  const idle = requestIdleCallback(work)
  return () => cancelIdleCallback(idle)
}
