/** Findings over many documents: filtered by the server, read page by page, each leading into its document. */
import type { FindingItem } from '@jiheng/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { client } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { OrganisationSelect } from '../parts/organisation-select.tsx'
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
  const { data, isPending, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [...keys.findings, query],
    queryFn: ({ pageParam, signal }) =>
      client.call('findings.list', { query: { ...query, ...(pageParam === null ? {} : { after: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data])
  const columns = useColumns(filters, change)
  return (
    <>
      <div className="finding-filters no-print">
        <WordsField value={filters.q} onChange={(q) => change({ q })} />
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
          <select
            aria-label={words.year}
            value={filters.year ?? ''}
            onChange={({ target }) => change({ year: target.value === '' ? null : Number(target.value) })}
          >
            <option value="">{words.anyYear}</option>
            {years.map((year) => (
              <option key={year} value={year}>
                {words.ofYear(year)}
              </option>
            ))}
          </select>
        )}
        {isFiltered(filters) && <Button onClick={clear}>{words.clear}</Button>}
      </div>
      <DataTable<FindingItem>
        label={words.list}
        columns={columns}
        rows={rows}
        idOf={({ id, document }) => `${document.id} ${id}`}
        onOpen={(row) => void navigate(addressOf(row))}
        isLoading={isPending}
        error={error}
        onRetry={() => void refetch()}
        more={{ has: hasNextPage, isLoading: isFetchingNextPage, load: () => void fetchNextPage() }}
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

/** Asks when the typing rests, and at once on Enter. */
function WordsField({ value, onChange }: { readonly value: string; readonly onChange: (words: string) => void }) {
  const [typed, setTyped] = useState(value)
  const latest = useRef(onChange)
  latest.current = onChange
  const asked = useRef(value)
  useEffect(() => {
    // From outside: the filters were cleared, or the address changed.
    if (value !== asked.current) setTyped(value)
    asked.current = value
  }, [value])
  useEffect(() => {
    if (typed === asked.current) return
    const timer = setTimeout(() => {
      asked.current = typed
      latest.current(typed)
    }, 350)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <input
      type="search"
      value={typed}
      placeholder={words.search}
      aria-label={words.search}
      maxLength={100}
      onChange={({ target }) => setTyped(target.value)}
    />
  )
}
