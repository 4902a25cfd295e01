/** Words of the document, marked where a finding stands on them. */
import type { Stretch } from '@jiheng/contract'
import { createContext, useContext } from 'react'
import { MarkNumber } from './mark-number.tsx'
import type { MarkStore } from './mark-store.ts'
import { useMarks } from './use-marks.ts'

export interface PaperMarks {
  readonly store: MarkStore
  readonly endOf: ReadonlyMap<string, Stretch>
}

export const PaperContext = createContext<PaperMarks | null>(null)

export const Words = ({ text }: { readonly text: readonly Stretch[] }) =>
  text.map((stretch, index) => {
    const { text, marks } = stretch
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a document stay where they are
    return marks === undefined ? text : <Marked key={index} stretch={stretch} marks={marks} />
  })

function Marked({ stretch, marks }: { readonly stretch: Stretch; readonly marks: readonly string[] }) {
  const paper = useContext(PaperContext)
  if (paper === null) throw new Error('marked words outside a paper')
  const { store, endOf } = paper
  useMarks(store, marks)
  const ended = marks.filter((mark) => endOf.get(mark) === stretch)
  const repair = store.repairAt(ended)
  return (
    <>
      <mark className={store.lookOf(marks)} data-marks={marks.join(' ')}>
        {stretch.text}
        {ended.map((mark) => (
          <EndNumber key={mark} store={store} mark={mark} />
        ))}
      </mark>
      {repair !== null && (
        <span className="repair">
          <del>{repair.from}</del> <ins>{repair.to}</ins>
        </span>
      )}
    </>
  )
}

/** Only accused words carry the number of the finding, while they are marked. */
function EndNumber({ store, mark }: { readonly store: MarkStore; readonly mark: string }) {
  const known = store.markOf(mark)
  return known?.isAccused && store.lookOf([mark]).includes('mark-') ? <MarkNumber mark={known} /> : null
}
