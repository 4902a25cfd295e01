/** What every way of showing a document takes and gives. */
import type { MouseEvent, Ref } from 'react'
import type { MarkStore } from './mark-store.ts'

export interface PaperHandle {
  /** Brings a mark into sight. */
  readonly show: (mark: string) => void
}

export interface PaperProps {
  readonly label: string
  readonly store: MarkStore
  readonly onChoose: (finding: string) => void
  readonly handle?: Ref<PaperHandle>
}

/** Marking words to copy them is no click on them. */
export function chooseAt(event: MouseEvent, store: MarkStore, onChoose: (finding: string) => void): void {
  const marked = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-marks]') : null
  if (marked === null || (getSelection()?.toString() ?? '') !== '') return
  const finding = store.findingAt((marked.dataset.marks ?? '').split(' '))
  if (finding !== null) onChoose(finding)
}
