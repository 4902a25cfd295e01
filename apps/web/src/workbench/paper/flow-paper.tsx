/** The document as running text, drawn here from its blocks. */
import type { DocumentView } from '@jiheng/contract'
import { useImperativeHandle, useMemo, useRef } from 'react'
import { bringIntoSight } from '../../parts/bring-into-sight.ts'
import { type LaterHandle, LaterList } from '../../parts/later-list.tsx'
import { chooseAt, type PaperProps } from './paper.ts'
import './flow-paper.css'
import { PaperContext } from './marked-words.tsx'
import { type PaperItem, paperItems } from './paper-items.ts'
import { PaperPiece } from './paper-piece.tsx'

export function FlowPaper({ view, label, store, onChoose, handle }: PaperProps & { readonly view: DocumentView }) {
  const scroller = useRef<HTMLElement>(null)
  const list = useRef<LaterHandle>(null)
  const { items, itemOf, endOf } = useMemo(() => paperItems(view), [view])
  const marks = useMemo(() => ({ store, endOf }), [store, endOf])
  useImperativeHandle(
    handle,
    () => ({
      show: (mark) => {
        const item = itemOf.get(mark)
        if (item === undefined) return
        list.current?.reach(item)
        bringIntoSight(() => scroller.current?.querySelector(`[data-marks~="${CSS.escape(mark)}"]`) ?? null)
      },
    }),
    [itemOf],
  )
  return (
    <PaperContext value={marks}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list of findings leads to the same places by keys */}
      <section
        className="paper"
        data-scroller=""
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={label}
        onClick={(event) => chooseAt(event, store, onChoose)}
      >
        <div className="paper-sheet">
          <LaterList
            items={items}
            keyOf={idOf}
            draw={drawPiece}
            height={64}
            isWhole={items.length + endOf.size < wholeBelow}
            handle={list}
          />
        </div>
      </section>
    </PaperContext>
  )
}

/** Pieces and marks: so many are drawn whole, to be found by the search of the browser. */
const wholeBelow = 4_000

const idOf = ({ id }: PaperItem) => id
const drawPiece = (item: PaperItem) => <PaperPiece item={item} />
