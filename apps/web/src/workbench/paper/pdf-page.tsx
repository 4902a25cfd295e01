/** One page: drawn while it is near, with the boxes of its marks in shares of the page. */
import type { ViewMark } from '@jiheng/contract'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { workbench } from '../../wording/workbench.ts'
import { MarkNumber } from './mark-number.tsx'
import type { MarkStore } from './mark-store.ts'
import type { PDFDocumentProxy } from './pdf-library.ts'
import { useMarks } from './use-marks.ts'

interface Props {
  readonly pdf: PDFDocumentProxy
  readonly number: number
  /** Width by height. */
  readonly ratio: string
  readonly marks: readonly ViewMark[]
  readonly store: MarkStore
  /** Drawn anew when it changes. */
  readonly zoom: number
}

export const PdfPage = memo(({ pdf, number, ratio, marks, store, zoom }: Props) => {
  const place = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const near = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), {
      root: element.closest('[data-scroller]'),
      rootMargin: '120% 0px',
    })
    near.observe(element)
    return () => near.disconnect()
  }, [])
  useEffect(() => {
    const drawn = canvas.current
    if (!isNear || drawn === null || zoom === 0) return
    let isGone = false
    let stop = () => {}
    const draw = async () => {
      const [{ drawPage }, page] = await Promise.all([import('./pdf-library.ts'), pdf.getPage(number)])
      if (isGone) return
      const drawing = drawPage(page, drawn, drawn.clientWidth)
      stop = drawing.stop
      await drawing.done
    }
    // A page that cannot be drawn stays white; its marks are there.
    draw().catch(() => {})
    return () => {
      isGone = true
      stop()
      // A page out of sight holds no picture.
      drawn.width = 0
    }
  }, [isNear, pdf, number, zoom])
  return (
    <div className="pdf-page" ref={place} data-page={number} style={{ aspectRatio: ratio }}>
      <canvas ref={canvas} role="img" aria-label={workbench.pageOf(number)} />
      {isNear || marks.length > 0 ? marks.map((mark) => <MarkBoxes key={mark.id} mark={mark} store={store} />) : null}
    </div>
  )
})

function MarkBoxes({ mark, store }: { readonly mark: ViewMark; readonly store: MarkStore }) {
  const ids = useMemo(() => [mark.id], [mark.id])
  useMarks(store, ids)
  const look = store.lookOf(ids)
  const repair = store.repairAt(ids)
  // Words that nothing accuses and nobody looks at.
  const isSeen = look !== 'mark'
  return mark.boxes.map(([left, top, width, height], index) => (
    <div
      // biome-ignore lint/suspicious/noArrayIndexKey: boxes stay where they are
      key={index}
      className={`pdf-mark ${look}`}
      data-marks={mark.id}
      hidden={!isSeen}
      style={{ left: percent(left), top: percent(top), width: percent(width), height: percent(height) }}
    >
      {index === 0 && mark.isAccused && <MarkNumber mark={mark} />}
      {index === mark.boxes.length - 1 && repair !== null && (
        <span className="repair">
          <del>{repair.from}</del> <ins>{repair.to}</ins>
        </span>
      )}
    </div>
  ))
}

const percent = (share: number) => `${share * 100}%`
