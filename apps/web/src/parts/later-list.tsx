/**
 * A long column of things of unlike height. Only what is near the eye is drawn, so that ten thousand things are no slower than ten; what is left
 * keeps the height it had. A short column may be drawn whole by and by. The element that scrolls carries `data-scroller`.
 */
import { createContext, memo, type ReactNode, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import './later-list.css'
import { useOnPaper } from './use-on-paper.ts'

/** Whether everything is being laid out for paper: asked by what is drawn in a list. */
export const OnPaperContext = createContext(false)

export interface LaterHandle {
  /** Has it drawn by the next frame, and kept until another is wanted. */
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
  /** Everything is drawn in the end, and stays: to be found by the search of the browser. */
  readonly isWhole?: boolean
  readonly handle?: Ref<LaterHandle>
}

export const LaterList = memo(DrawnLater) as typeof DrawnLater

function DrawnLater<Item>({ items, keyOf, draw, height, size = 30, isWhole = false, handle }: Props<Item>) {
  const place = useRef<HTMLDivElement>(null)
  const chunks = useMemo(() => chunksOf(items, size), [items, size])
  const [near, setNear] = useState<ReadonlySet<number>>(() => new Set([0]))
  const [reached, setReached] = useState(0)
  const heights = useRef(new Map<number, number>())
  const isOnPaper = useOnPaper()
  const count = chunks.length
  useEffect(() => {
    const element = place.current
    if (element === null || count === 0) return
    heights.current.clear()
    const watched = new IntersectionObserver(
      (entries) => {
        const seen = entries.map(({ target, isIntersecting, boundingClientRect }) => {
          const chunk = Number((target as HTMLElement).dataset.chunk)
          if (boundingClientRect.height > 0) heights.current.set(chunk, boundingClientRect.height)
          return { chunk, isNear: isIntersecting }
        })
        setNear((before) => nearAfter(before, seen, isWhole))
      },
      { root: element.closest('[data-scroller]'), rootMargin: '600px 0px' },
    )
    for (const child of element.children) watched.observe(child)
    return () => watched.disconnect()
  }, [count, isWhole])
  useEffect(() => {
    if (!isWhole) return
    const next = chunks.findIndex((_, index) => !near.has(index))
    if (next >= 0) return whenIdle(() => setNear((before) => new Set([...before, next])))
  }, [isWhole, chunks, near])
  useImperativeHandle(handle, () => ({ reach: (index) => setReached(Math.floor(index / size)) }), [size])
  return (
    <OnPaperContext value={isOnPaper}>
      <div ref={place}>
        {chunks.map((chunk, index) => {
          const isDrawn = isOnPaper || near.has(index) || index === reached
          return (
            <Chunk
              // biome-ignore lint/suspicious/noArrayIndexKey: a chunk is its place in the column
              key={index}
              items={isDrawn ? chunk : undrawn}
              from={index * size}
              index={index}
              height={heights.current.get(index) ?? chunk.length * height}
              keyOf={keyOf}
              draw={draw}
            />
          )
        })}
      </div>
    </OnPaperContext>
  )
}

const undrawn: readonly never[] = []

interface Seen {
  readonly chunk: number
  readonly isNear: boolean
}

/** In the order in which they were seen: on a long way a chunk comes and goes before this is asked. */
function nearAfter(before: ReadonlySet<number>, seen: readonly Seen[], isWhole: boolean): ReadonlySet<number> {
  const after = new Set(before)
  for (const { chunk, isNear } of seen) {
    if (isNear) after.add(chunk)
    else if (!isWhole) after.delete(chunk)
  }
  return after.size === before.size && [...after].every((one) => before.has(one)) ? before : after
}

interface ChunkProps<Item> extends Pick<Props<Item>, 'keyOf' | 'draw' | 'items' | 'height'> {
  readonly from: number
  readonly index: number
}

const Chunk = memo(DrawnChunk) as typeof DrawnChunk

function DrawnChunk<Item>({ items, from, index, height, keyOf, draw }: ChunkProps<Item>) {
  return (
    <div className="later" data-chunk={index} style={items.length > 0 ? { containIntrinsicHeight: `auto ${height}px` } : { height }}>
      {items.map((item, at) => (
        <Piece key={keyOf(item, from + at)} item={item} index={from + at} draw={draw} />
      ))}
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
