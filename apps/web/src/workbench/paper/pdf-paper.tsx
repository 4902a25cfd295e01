/** The pages of a PDF as they are, with the marks laid over them. Only pages near the eye are drawn. */
import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import type { DocumentView, ViewMark } from '@jiheng/contract'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { client } from '../../api/client.ts'
import { bringIntoSight } from '../../parts/bring-into-sight.ts'
import { StateView } from '../../parts/state-view.tsx'
import { workbench } from '../../wording/workbench.ts'
import { type Held, heldIn, holdIn } from './held.ts'
import { PageField } from './page-field.tsx'
import { chooseAt, type PaperProps } from './paper.ts'
import type { PDFDocumentProxy } from './pdf-library.ts'
import { PdfPage } from './pdf-page.tsx'
import './pdf-paper.css'

interface Props extends PaperProps {
  readonly document: string
  readonly view: DocumentView
  /** The file is gone or cannot be opened. */
  readonly onUnshown: () => void
}

const zooms = [50, 75, 100, 125, 150, 200] as const

export function PdfPaper({ document, view, label, store, onChoose, handle, onUnshown }: Props) {
  const scroller = useRef<HTMLElement>(null)
  const pdf = usePdf(document, onUnshown)
  const [zoom, setZoom] = useState(100)
  const [page, setPage] = useState(1)
  const marks = useMemo(() => byPage(view.marks), [view.marks])
  const boxOf = useCallback((mark: string) => scroller.current?.querySelector(`[data-marks="${CSS.escape(mark)}"]`) ?? null, [])
  const show = useCallback((mark: string) => bringIntoSight(() => boxOf(mark)), [boxOf])
  useImperativeHandle(handle, () => ({ show }), [show])
  // The finding was there before the pages were.
  useEffect(() => {
    const mark = pdf === null ? null : store.markLookedAt()
    if (mark !== null) show(mark)
  }, [pdf, store, show])
  const goTo = (number: number) => {
    scroller.current?.querySelector(`[data-page="${number}"]`)?.scrollIntoView({ block: 'start' })
    setPage(number)
  }
  const held = useRef<Held | null>(null)
  const turn = (step: 1 | -1) => {
    held.current = scroller.current && heldIn(scroller.current, boxOf(store.markLookedAt() ?? ''))
    setZoom(zooms[zooms.indexOf(zoom as 100) + step] ?? zoom)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each step of the zoom
  useLayoutEffect(() => {
    if (scroller.current !== null && held.current !== null) holdIn(scroller.current, held.current)
  }, [zoom])
  if (pdf === null) return <StateView kind="loading" />
  return (
    <div className="pdf">
      <div className="pdf-tools no-print">
        <PageField page={page} last={view.pages.length} onGo={goTo} />
        <Button
          size="small"
          icon={<MinusOutlined />}
          aria-label={workbench.smaller}
          disabled={zoom === zooms[0]}
          onClick={() => turn(-1)}
        />
        <span aria-live="polite">{zoom}%</span>
        <Button
          size="small"
          icon={<PlusOutlined />}
          aria-label={workbench.larger}
          disabled={zoom === zooms.at(-1)}
          onClick={() => turn(1)}
        />
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list of findings leads to the same places by keys */}
      <section
        className="paper"
        data-scroller=""
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={label}
        onClick={(event) => chooseAt(event, store, onChoose)}
        onScroll={({ currentTarget }) => setPage(pageInSight(currentTarget) ?? page)}
      >
        <div className="pdf-pages" style={{ width: `${zoom}%` }}>
          {view.pages.map(({ number, width, height }) => (
            <PdfPage
              key={number}
              pdf={pdf}
              number={number}
              ratio={`${width} / ${height}`}
              marks={marks.get(number) ?? noMarks}
              store={store}
              zoom={zoom}
            />
          ))}
        </div>
      </section>
    </div>
  )
}

const noMarks: readonly ViewMark[] = []

function byPage(marks: readonly ViewMark[]): ReadonlyMap<number, readonly ViewMark[]> {
  const pages = new Map<number, ViewMark[]>()
  for (const mark of marks) {
    if (mark.page === null) continue
    const known = pages.get(mark.page)
    if (known === undefined) pages.set(mark.page, [mark])
    else known.push(mark)
  }
  return pages
}

function pageInSight(scroller: HTMLElement): number | null {
  const middle = scroller.getBoundingClientRect().top + scroller.clientHeight / 3
  const pages = [...scroller.querySelectorAll<HTMLElement>('[data-page]')]
  const found = pages.find((page) => page.getBoundingClientRect().bottom >= middle)
  return found === undefined ? null : Number(found.dataset.page)
}

/** null while it is on its way. */
function usePdf(document: string, onUnshown: () => void): PDFDocumentProxy | null {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  const unshown = useRef(onUnshown)
  unshown.current = onUnshown
  const { data, error } = useQuery({
    queryKey: ['document', document, 'file'],
    queryFn: async ({ signal }) => (await client.open('documents.file', { params: { document }, signal })).blob(),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  useEffect(() => {
    if (error !== null) unshown.current()
  }, [error])
  useEffect(() => {
    if (data === undefined) return
    let isGone = false
    let close = () => {}
    const open = async () => {
      const [{ openPdf }, bytes] = await Promise.all([import('./pdf-library.ts'), data.arrayBuffer()])
      if (isGone) return
      const opened = openPdf(bytes)
      close = opened.close
      const whole = await opened.pdf
      if (!isGone) setPdf(whole)
    }
    open().catch(() => {
      if (!isGone) unshown.current()
    })
    return () => {
      isGone = true
      close()
    }
  }, [data])
  return pdf
}
