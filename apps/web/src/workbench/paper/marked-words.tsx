/** Words of the document, marked where a finding stands on them. */
import type { Stretch } from '@jiheng/contract'
import { createContext, useContext, useSyncExternalStore } from 'react'
import { MarkNumber } from './mark-number.tsx'
import type { MarkStore } from './mark-store.ts'

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
  const ended = marks.filter((mark) => endOf.get(mark) === stretch)
  const look = useSyncExternalStore(store.subscribe, () => store.lookOf(marks))
  const repair = useSyncExternalStore(store.subscribe, () => store.repairAt(ended))
  return (
    <>
      <mark className={look} data-marks={marks.join(' ')}>
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

/** Only accused words carry the number of the finding. */
function EndNumber({ store, mark }: { readonly store: MarkStore; readonly mark: string }) {
  const look = useSyncExternalStore(store.subscribe, () => store.lookOf([mark]))
  const known = store.markOf(mark)
  return known?.isAccused && look.includes('mark-') ? <MarkNumber mark={known} /> : null
}
