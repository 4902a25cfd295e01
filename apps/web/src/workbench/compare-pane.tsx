/** Another document of the same unit beside this one: last year's, or an earlier version. */
import type { DocumentDetail } from '@jiheng/contract'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { StateView } from '../parts/state-view.tsx'
import { localTime } from '../parts/time.tsx'
import { workbench } from '../wording/workbench.ts'
import { DocumentPaper } from './paper/document-paper.tsx'
import { createMarkStore } from './paper/mark-store.ts'
import { useDocumentView } from './use-document.ts'

interface Props {
  readonly detail: DocumentDetail
  readonly compared: string
  readonly onCompare: (document: string | null) => void
}

export function ComparePane({ detail, compared, onCompare }: Props) {
  const { data, error, refetch } = useDocumentView(compared, 'compared')
  const store = useMemo(() => createMarkStore(data?.marks ?? []), [data])
  return (
    <div className="pane pane-compare">
      <div className="pane-head">
        <CompareSelect detail={detail} compared={compared} onCompare={onCompare} />
        <Link to={`/documents/${compared}`}>{workbench.openOther}</Link>
      </div>
      {data === undefined ? (
        error === null ? (
          <StateView kind="loading" />
        ) : (
          <StateView kind="error" error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <DocumentPaper document={compared} view={data} label={workbench.comparePaper} store={store} onChoose={() => {}} />
      )}
    </div>
  )
}

interface SelectProps {
  readonly detail: DocumentDetail
  readonly compared: string | null
  readonly onCompare: (document: string | null) => void
}

/** Nothing where the unit has no other document. */
export function CompareSelect({ detail: { others, year }, compared, onCompare }: SelectProps) {
  if (others.length === 0) return null
  return (
    <label className="compare">
      {workbench.compare}
      <select
        value={compared ?? ''}
        aria-label={workbench.compareWith}
        onChange={({ target }) => onCompare(target.value === '' ? null : target.value)}
      >
        <option value="">{workbench.compareNone}</option>
        {others.map((one) => (
          <option key={one.id} value={one.id}>
            {one.isCurrent && one.year !== year
              ? workbench.compareLast(one.year)
              : workbench.compareVersion(one.year, localTime(one.receivedAt).slice(0, 10))}
          </option>
        ))}
      </select>
    </label>
  )
}
