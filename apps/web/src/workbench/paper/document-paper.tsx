/** The document in the way that suits it: its own pages where there are any and the file is there, else running text. */
import type { DocumentView } from '@jiheng/contract'
import { lazy, Suspense, useState } from 'react'
import { StateView } from '../../parts/state-view.tsx'
import { workbench } from '../../wording/workbench.ts'
import { FlowPaper } from './flow-paper.tsx'
import type { PaperProps } from './paper.ts'

const PdfPaper = lazy(() => import('./pdf-paper.tsx').then(({ PdfPaper }) => ({ default: PdfPaper })))

interface Props extends PaperProps {
  readonly document: string
  readonly view: DocumentView
}

export function DocumentPaper({ document, view, ...paper }: Props) {
  const [hasFile, setHasFile] = useState(true)
  if (view.reports.every(({ blocks }) => blocks.length === 0) && view.pages.length === 0)
    return <StateView kind="empty" title={workbench.noView} />
  if (view.kind === 'pages' && hasFile)
    return (
      <Suspense fallback={<StateView kind="loading" />}>
        <PdfPaper document={document} view={view} onUnshown={() => setHasFile(false)} {...paper} />
      </Suspense>
    )
  return (
    <>
      {view.kind === 'pages' && <p className="paper-note">{workbench.noFile}</p>}
      <FlowPaper view={view} {...paper} />
    </>
  )
}
