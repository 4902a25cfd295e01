/** What the table of a batch says of each file, and of each unit as far as it can be summed. */
import type { DocumentItem } from '@jiheng/contract'
import { Button } from 'antd'
import type { Column } from '../parts/table/column.ts'
import { Tag } from '../parts/tag.tsx'
import { batch as words } from '../wording/batch.ts'
import { progressStates, reportKinds, reviewStates, stages } from '../wording/document.ts'
import { isLookedAt, type PackageRow, unassigned } from './package-rows.ts'

type Count = 'error' | 'warning' | 'info' | 'open'

/** @param onAssign null: the person may not say whose a file is */
export function fileColumns(onAssign: ((document: DocumentItem) => void) | null): readonly Column<PackageRow>[] {
  const count = (key: Count): Column<PackageRow> => ({
    key,
    title: words.columns[key],
    width: 66,
    align: 'right',
    cell: (row) => <Figure row={row} of={key} />,
  })
  return [
    {
      key: 'kind',
      title: words.columns.kind,
      width: 142,
      isForWide: true,
      cell: (row) =>
        row.kind === 'file' && (isLookedAt(row.document) || row.document.kind !== 'unknown') ? reportKinds[row.document.kind] : null,
    },
    {
      key: 'progress',
      title: words.columns.progress,
      width: 92,
      cell: (row) => (row.kind === 'file' ? <Progress of={row.document} /> : null),
    },
    count('error'),
    count('warning'),
    count('info'),
    count('open'),
    { key: 'review', title: words.columns.review, width: 90, cell: (row) => (row.kind === 'file' ? <Review of={row.document} /> : null) },
    {
      key: 'note',
      title: words.columns.note,
      width: 200,
      hover: (row) => (row.kind === 'file' ? row.document.notes.join('\n') : row.id === unassigned ? words.unassignedHint : ''),
      cell: (row) => {
        if (row.kind === 'unit') return row.id === unassigned ? words.unassignedHint : null
        const { document } = row
        if (document.organisation === null && isLookedAt(document) && onAssign !== null)
          return (
            <>
              <Button size="small" onClick={() => onAssign(document)}>
                {words.assign}
              </Button>{' '}
              {document.unitPrinted}
            </>
          )
        return document.notes[0] ?? null
      },
    },
  ]
}

function Figure({ row, of }: { readonly row: PackageRow; readonly of: Count }) {
  if (row.kind === 'unit') return row.counts === null ? null : <strong>{row.counts[of]}</strong>
  const { state, findings } = row.document
  return state === 'done' ? findings[of] : null
}

function Progress({ of: { state } }: { readonly of: DocumentItem }) {
  if (state === 'done') return progressStates.done
  return (
    <Tag tone={state === 'failed' ? 'error' : state === 'unread' ? 'warning' : state === 'running' ? 'info' : 'quiet'}>
      {progressStates[state]}
    </Tag>
  )
}

/** What cannot be audited waits for a person all the same. */
function Review({ of: { state, stage, review } }: { readonly of: DocumentItem }) {
  if (state !== 'done' && state !== 'unread') return null
  if (stage !== 'submitted') return <Tag tone={stage === 'published' ? 'good' : 'warning'}>{stages[stage]}</Tag>
  return <Tag tone={review === 'passed' ? 'good' : review === 'returned' ? 'error' : 'quiet'}>{reviewStates[review]}</Tag>
}
