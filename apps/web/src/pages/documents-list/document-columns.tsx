import type { DocumentItem } from '@jiheng/contract'
import { Link } from 'react-router'
import { isLookedAt } from '../../batch/package-rows.ts'
import type { Column, ColumnFilter, ColumnSort } from '../../parts/table/column.ts'
import { Tag, type Tone } from '../../parts/tag.tsx'
import { localTime } from '../../parts/time.tsx'
import type { Address } from '../../parts/use-address.ts'
import { progressStates, reportKinds, reviewStates, stages } from '../../wording/document.ts'
import { documentsList as words } from '../../wording/documents-list.ts'
import { severities } from '../../wording/finding.ts'

const stageTones: Readonly<Record<DocumentItem['stage'], Tone>> = { private: 'quiet', submitted: 'info', published: 'good' }
const reviewTones: Readonly<Record<DocumentItem['review'], Tone>> = { waiting: 'quiet', returned: 'warning', passed: 'good' }
const stateTones: Readonly<Record<DocumentItem['state'], Tone>> = {
  waiting: 'quiet',
  running: 'info',
  done: 'good',
  unread: 'warning',
  failed: 'error',
  cancelled: 'quiet',
}

/** The filters of the heads live in the address; the server filters and sorts. */
export function documentColumns({ one, several, set }: Address): readonly Column<DocumentItem>[] {
  const filter = (name: string, labels: Readonly<Record<string, string>>): ColumnFilter => ({
    options: Object.entries(labels).map(([value, label]) => ({ value, label })),
    chosen: several(name),
    onChoose: (chosen) => set({ [name]: chosen }),
  })
  const sort = (value: string, direction: 'ascending' | 'descending'): ColumnSort => ({
    direction: (one('sort') || 'received') === value ? direction : null,
    onSort: () => set({ sort: value === 'received' ? null : value }),
  })
  return [
    {
      key: 'title',
      title: words.columns.title,
      isSticky: true,
      width: 220,
      cell: ({ id, title }) => <Link to={`/documents/${id}`}>{title}</Link>,
      hover: ({ title, kind, fileName, folder }) => [title, reportKinds[kind], folder, fileName].filter((part) => part !== '').join('\n'),
    },
    {
      key: 'unit',
      title: words.columns.unit,
      isForWide: true,
      cell: ({ organisation, state }) => organisation?.name ?? (isLookedAt({ state }) ? <Tag tone="warning">{words.notListed}</Tag> : null),
      hover: ({ organisation, unitPrinted }) => organisation?.name ?? (unitPrinted === null ? '' : words.printed(unitPrinted)),
      sort: sort('unit', 'ascending'),
    },
    { key: 'year', title: words.columns.year, width: 58, isForWide: true, cell: ({ year }) => year },
    {
      key: 'findings',
      title: words.columns.findings,
      width: 264,
      cell: (row) => <Counts document={row} />,
      filter: filter('severity', severities),
      sort: sort('errors', 'descending'),
    },
    {
      key: 'state',
      title: words.columns.state,
      width: 104,
      cell: ({ state }) => <Tag tone={stateTones[state]}>{progressStates[state]}</Tag>,
      filter: filter('state', progressStates),
    },
    {
      key: 'stage',
      title: words.columns.stage,
      width: 86,
      cell: ({ stage }) => <Tag tone={stageTones[stage]}>{stages[stage]}</Tag>,
      filter: filter('stage', stages),
    },
    {
      key: 'review',
      title: words.columns.review,
      width: 86,
      cell: ({ stage, review }) => (stage === 'private' ? words.reviewOf : <Tag tone={reviewTones[review]}>{reviewStates[review]}</Tag>),
      filter: filter('review', reviewStates),
    },
    {
      key: 'at',
      title: words.columns.at,
      width: 108,
      cell: ({ receivedAt }) => localTime(receivedAt).slice(0, 10),
      hover: ({ receivedAt }) => localTime(receivedAt),
      sort: sort('received', 'descending'),
    },
  ]
}

function Counts({ document: { state, findings } }: { readonly document: DocumentItem }) {
  if (state !== 'done') return null
  const { error, warning, info, open } = findings
  if (error + warning + info === 0) return <span className="quiet">{words.clean}</span>
  return (
    <span className="document-counts">
      {error > 0 && <Tag tone="error">{`${severities.error} ${error}`}</Tag>}
      {warning > 0 && <Tag tone="warning">{`${severities.warning} ${warning}`}</Tag>}
      {info > 0 && <Tag tone="info">{`${severities.info} ${info}`}</Tag>}
      <span className="quiet">{open === 0 ? words.allDone : words.openLeft(open)}</span>
    </span>
  )
}
