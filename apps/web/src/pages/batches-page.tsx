import type { Batch } from '@jiheng/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { client } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { useMay } from '../api/use-session.ts'
import { countOf, filesOf } from '../batch/batch-progress.tsx'
import { BatchState } from '../batch/batch-state.tsx'
import { NewBatchDialog } from '../batch/new-batch-dialog.tsx'
import { Page } from '../parts/page.tsx'
import { Permitted } from '../parts/permitted.tsx'
import { StateView } from '../parts/state-view.tsx'
import type { Column } from '../parts/table/column.ts'
import { DataTable } from '../parts/table/data-table.tsx'
import { Time } from '../parts/time.tsx'
import { batch as words } from '../wording/batch.ts'
import { entries } from '../wording/shell.ts'
import { useInbox } from './use-inbox.ts'

const needs = ['batch.manage', 'document.read', 'document.return', 'document.pass'] as const

/** Every batch that the person may see, newest first. */
export function BatchesPage() {
  const navigate = useNavigate()
  const may = useMay()
  const [isNew, setNew] = useState(false)
  const inbox = useInbox()
  const { data, isPending, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [...keys.batches, 'review'],
    queryFn: ({ pageParam, signal }) =>
      client.call('batches.list', { query: { purpose: 'review', ...(pageParam === null ? {} : { after: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some((one) => one.state === 'running')) ? 4_000 : false),
  })
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data])
  const create = may(['batch.manage']) ? (
    <Button type="primary" onClick={() => setNew(true)}>
      {words.create}
    </Button>
  ) : null
  return (
    <Permitted title={entries.batches.title} needs={needs}>
      <Page title={entries.batches.title} actions={create} isFilling>
        <DataTable<Batch>
          label={words.list}
          columns={columns}
          rows={rows}
          idOf={({ id }) => id}
          onOpen={({ id }) => void navigate(`/batches/${id}`)}
          isLoading={isPending}
          error={error}
          onRetry={() => void refetch()}
          more={{ has: hasNextPage, isLoading: isFetchingNextPage, load: () => void fetchNextPage() }}
          empty={<StateView kind="empty" title={words.none} hint={words.noneHint} action={create} />}
        />
        {isNew && <NewBatchDialog year={inbox.data?.year ?? new Date().getFullYear() - 1} onClose={() => setNew(false)} />}
      </Page>
    </Permitted>
  )
}

const figure = (key: 'error' | 'warning' | 'info' | 'open'): Column<Batch> => ({
  key,
  title: words.columns[key],
  width: 68,
  align: 'right',
  cell: ({ findings }) => findings[key],
})

const columns: readonly Column<Batch>[] = [
  {
    key: 'title',
    title: words.columns.title,
    cell: ({ id, title }) => <Link to={`/batches/${id}`}>{title}</Link>,
    hover: ({ title }) => title,
  },
  { key: 'year', title: words.columns.year, width: 70, isForWide: true, cell: ({ year }) => year },
  {
    key: 'state',
    title: words.columns.state,
    width: 150,
    cell: (batch) => {
      const all = filesOf(batch)
      const done = all - countOf(batch, 'waiting') - countOf(batch, 'running')
      return (
        <>
          <BatchState batch={batch} /> {batch.state === 'running' && `${done} / ${all}`}
        </>
      )
    },
  },
  { key: 'units', title: words.columns.units, width: 66, isForWide: true, align: 'right', cell: ({ units }) => units },
  { key: 'files', title: words.columns.files, width: 66, isForWide: true, align: 'right', cell: (batch) => filesOf(batch) },
  figure('error'),
  figure('warning'),
  figure('info'),
  figure('open'),
  { key: 'by', title: words.columns.by, width: 90, cell: ({ createdBy }) => createdBy.name },
  { key: 'at', title: words.columns.at, width: 152, cell: ({ createdAt }) => <Time instant={createdAt} /> },
]
