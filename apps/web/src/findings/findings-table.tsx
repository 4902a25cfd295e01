/** Findings over many documents: filtered by the server, read page by page, each leading into its document. */
import type { FindingItem } from '@jiheng/contract'
import { Button, Select } from 'antd'
import { Link, useNavigate } from 'react-router'
import { keys } from '../api/keys.ts'
import { usePages } from '../api/use-pages.ts'
import { OrganisationSelect } from '../parts/organisation-select.tsx'
import { SearchField } from '../parts/search-field.tsx'
import { SeverityTag } from '../parts/severity-tag.tsx'
import { StateView } from '../parts/state-view.tsx'
import { statusTones } from '../parts/status-tones.ts'
import type { Column } from '../parts/table/column.ts'
import { DataTable } from '../parts/table/data-table.tsx'
import { Tag } from '../parts/tag.tsx'
import { phone, useMedia } from '../parts/use-media.ts'
import { kinds, severities, statuses } from '../wording/finding.ts'
import { findings as words } from '../wording/findings.ts'
import { states } from '../wording/states.ts'
import { isFiltered, queryOf, useFilters } from './filters.ts'

interface Props {
  /** Of this batch alone; null: of all that the person may see. */
  readonly batch: string | null
  readonly years?: readonly number[]
}

const pageSize = 200

export function FindingsTable({ batch, years = [] }: Props) {
  const navigate = useNavigate()
  const [filters, change, clear] = useFilters()
  const query = { ...queryOf(filters), ...(batch === null ? {} : { batch }), limit: pageSize }
  const list = usePages('findings.list', keys.findings, query)
  const columns = useColumns(filters, change)
  return (
    <>
      <div className="list-tools no-print">
        <SearchField label={words.search} placeholder={words.search} value={filters.q} onSearch={(q) => change({ q })} />
        <span className="filter-unit">
          <OrganisationSelect
            label={words.unit}
            placeholder={words.ofUnit}
            value={filters.organisation}
            onChange={(organisation) => change({ organisation })}
            canClear
          />
        </span>
        {years.length > 0 && (
          <Select<number | null>
            aria-label={words.year}
            value={filters.year}
            options={[{ value: null, label: words.anyYear }, ...years.map((year) => ({ value: year, label: words.ofYear(year) }))]}
            onChange={(year) => change({ year })}
          />
        )}
        {isFiltered(filters) && <Button onClick={clear}>{words.clear}</Button>}
      </div>
      <DataTable<FindingItem>
        label={words.list}
        {...list}
        columns={columns}
        idOf={({ id, document }) => `${document.id} ${id}`}
        onOpen={(row) => void navigate(addressOf(row))}
        empty={
          isFiltered(filters) ? (
            <StateView
              kind="empty"
              title={states.noMatch}
              hint={states.noMatchHint}
              action={<Button onClick={clear}>{states.clearFilters}</Button>}
            />
          ) : (
            <StateView kind="empty" title={words.none} hint={words.noneHint} />
          )
        }
      />
    </>
  )
}

const addressOf = ({ document, id }: FindingItem) => `/documents/${document.id}?finding=${encodeURIComponent(id)}`
const optionsOf = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }))

type Filters = ReturnType<typeof useFilters>

function useColumns(filters: Filters[0], change: Filters[1]): readonly Column<FindingItem>[] {
  const { columns } = words
  const isPhone = useMedia(phone)
  return [
    {
      key: 'unit',
      title: columns.unit,
      width: isPhone ? 112 : 168,
      cell: ({ unit }) => unit ?? words.noUnit,
      hover: ({ unit, document }) => `${unit ?? words.noUnit}\n${document.title}\n${document.fileName}`,
    },
    {
      key: 'severity',
      title: columns.severity,
      width: isPhone ? 72 : 84,
      cell: ({ severity }) => <SeverityTag severity={severity} />,
      filter: {
        options: optionsOf(severities),
        chosen: filters.severity,
        onChoose: (chosen) => change({ severity: chosen as Filters[0]['severity'] }),
      },
    },
    {
      key: 'kind',
      title: columns.kind,
      width: 112,
      isForWide: true,
      cell: ({ kindWords }) => kindWords,
      filter: { options: optionsOf(kinds), chosen: filters.kind, onChoose: (kind) => change({ kind }) },
    },
    {
      key: 'title',
      title: columns.title,
      cell: (row) => (
        <>
          <Link to={addressOf(row)}>{row.title}</Link> <span className="package-path">{row.message}</span>
        </>
      ),
      hover: ({ title, message }) => `${title}\n${message}`,
    },
    { key: 'words', title: columns.words, width: 124, cell: ({ words }) => words, hover: ({ words }) => words },
    { key: 'place', title: columns.place, width: 128, cell: ({ place }) => place, hover: ({ place }) => place },
    { key: 'expected', title: columns.expected, width: 120, cell: ({ expected }) => expected, hover: ({ expected }) => expected ?? '' },
    {
      key: 'status',
      title: columns.status,
      width: 104,
      cell: ({ status }) => <Tag tone={statusTones[status]}>{statuses[status]}</Tag>,
      hover: ({ status, decidedBy }) => (decidedBy === null ? statuses[status] : words.decidedBy(statuses[status], decidedBy)),
      filter: {
        options: optionsOf(statuses),
        chosen: filters.status,
        onChoose: (chosen) => change({ status: chosen as Filters[0]['status'] }),
      },
    },
  ]
}
