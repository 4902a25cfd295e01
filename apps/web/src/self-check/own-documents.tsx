/** The unit's own documents: drafts and what it has sent in. */
import type { DocumentItem } from '@jiheng/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { client } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { StateView } from '../parts/state-view.tsx'
import type { Column } from '../parts/table/column.ts'
import { DataTable } from '../parts/table/data-table.tsx'
import { Tag } from '../parts/tag.tsx'
import { localTime } from '../parts/time.tsx'
import { progressStates, reviewStates, stages } from '../wording/document.ts'
import { selfCheck as words } from '../wording/self-check.ts'

export function OwnDocuments({ unit, isWatched }: { readonly unit: string; readonly isWatched: boolean }) {
  const navigate = useNavigate()
  const { data, isPending, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [...keys.documents, 'own', unit],
    queryFn: ({ pageParam, signal }) =>
      client.call('documents.list', { query: { organisation: unit, ...(pageParam === null ? {} : { after: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: isWatched ? 3_000 : false,
  })
  const rows = useMemo(
    () => data?.pages.flatMap(({ items }) => items.filter(({ organisation }) => organisation?.id === unit)) ?? [],
    [data, unit],
  )
  return (
    <DataTable<DocumentItem>
      label={words.list}
      columns={columns}
      rows={rows}
      idOf={({ id }) => id}
      onOpen={({ id }) => void navigate(`/documents/${id}`)}
      isLoading={isPending}
      error={error}
      onRetry={() => void refetch()}
      more={{ has: hasNextPage, isLoading: isFetchingNextPage, load: () => void fetchNextPage() }}
      empty={<StateView kind="empty" title={words.none} hint={words.noneHint} />}
    />
  )
}

const figure = (key: 'error' | 'warning' | 'info' | 'open'): Column<DocumentItem> => ({
  key,
  title: words.columns[key],
  width: 66,
  align: 'right',
  cell: ({ findings, state }) => (state === 'done' ? findings[key] : null),
})

const columns: readonly Column<DocumentItem>[] = [
  {
    key: 'title',
    title: words.columns.title,
    cell: ({ id, title, fileName }) => (
      <span>
        <Link to={`/documents/${id}`}>{title}</Link> <span className="package-path">{fileName}</span>
      </span>
    ),
    hover: ({ title, fileName }) => `${title}\n${fileName}`,
  },
  { key: 'state', title: words.columns.state, width: 92, cell: ({ state }) => progressStates[state] },
  figure('error'),
  figure('warning'),
  figure('open'),
  { key: 'stage', title: words.columns.stage, width: 88, cell: (row) => <Standing of={row} /> },
  {
    key: 'at',
    title: words.columns.at,
    width: 104,
    cell: ({ receivedAt }) => localTime(receivedAt).slice(0, 10),
    hover: ({ receivedAt }) => localTime(receivedAt),
  },
]

function Standing({ of: { stage, review, replacedBy } }: { readonly of: DocumentItem }) {
  if (replacedBy !== null) return <Tag tone="quiet">{words.replaced}</Tag>
  if (stage !== 'submitted') return <Tag tone={stage === 'private' ? 'warning' : 'good'}>{stages[stage]}</Tag>
  return <Tag tone={review === 'returned' ? 'error' : review === 'passed' ? 'good' : 'info'}>{reviewStates[review]}</Tag>
}
