import './gallery.css'
import { Button } from 'antd'
import { useState } from 'react'
import { ProblemError } from '../api/client.ts'
import { Chart } from '../parts/chart/chart.tsx'
import type { Plot } from '../parts/chart/option.ts'
import { ConfirmAction } from '../parts/confirm-action.tsx'
import { Page } from '../parts/page.tsx'
import { ProblemAlert } from '../parts/problem-alert.tsx'
import { SeverityTag } from '../parts/severity-tag.tsx'
import { StateView } from '../parts/state-view.tsx'
import type { Column } from '../parts/table/column.ts'
import { DataTable } from '../parts/table/data-table.tsx'
import { Tag } from '../parts/tag.tsx'
import { Time } from '../parts/time.tsx'
import { severities } from '../wording/finding.ts'
import { gallery } from '../wording/gallery.ts'

const busy = new ProblemError({ code: 'server.busy', status: 503, ...gallery.problem, at: [], details: {} })

/** `view` names what is shown: a table, a state, the small parts. */
export function Gallery({ view }: { readonly view: string }) {
  if (view === 'parts') return <Parts />
  if (view === 'table') return <Table count={10_000} />
  return (
    <Page title={gallery.title}>
      <div className="panel">
        <Shown view={view} />
      </div>
    </Page>
  )
}

function Shown({ view }: { readonly view: string }) {
  if (view === 'error') return <StateView kind="error" error={busy} onRetry={() => {}} />
  if (view === 'offline') return <StateView kind="error" error={new TypeError('Failed to fetch')} onRetry={() => {}} />
  if (view === 'empty')
    return (
      <StateView
        kind="empty"
        title={gallery.noBatch}
        hint={gallery.noBatchHint}
        action={<Button type="primary">{gallery.newBatch}</Button>}
      />
    )
  if (view === 'loading' || view === 'broken' || view === 'outdated' || view === 'no-permission') return <StateView kind={view} />
  return <StateView kind="not-found" />
}

interface Row {
  readonly index: number
  readonly severity: keyof typeof severities
  readonly status: keyof typeof gallery.statuses
}

const keysOf = <Key extends string>(record: Readonly<Record<Key, string>>) => Object.keys(record) as unknown as readonly Key[]
const pick = <Item,>(items: readonly Item[], index: number) => items[index % items.length] as Item

function Table({ count }: { readonly count: number }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [severity, setSeverity] = useState<readonly string[]>([])
  const [isRising, setRising] = useState(true)
  const made = Array.from({ length: count }, (_, index): Row => {
    return { index, severity: pick(keysOf(severities), index), status: pick(keysOf(gallery.statuses), index >> 2) }
  })
  const rows = made.filter((row) => severity.length === 0 || severity.includes(row.severity))
  const { columns } = gallery
  const shown: readonly Column<Row>[] = [
    { key: 'unit', title: columns.unit, width: 110, isSticky: true, cell: ({ index }) => gallery.unit(index) },
    { key: 'file', title: columns.file, width: 300, cell: ({ index }) => gallery.file(index), hover: ({ index }) => gallery.file(index) },
    {
      key: 'severity',
      title: columns.severity,
      width: 90,
      cell: (row) => <SeverityTag severity={row.severity} />,
      filter: {
        options: keysOf(severities).map((value) => ({ value, label: severities[value] })),
        chosen: severity,
        onChoose: setSeverity,
      },
    },
    {
      key: 'status',
      title: columns.status,
      width: 100,
      cell: ({ status }) => <Tag tone={status === 'open' ? 'quiet' : 'good'}>{gallery.statuses[status]}</Tag>,
    },
    { key: 'message', title: columns.message, cell: () => gallery.message, hover: () => gallery.message },
    {
      key: 'at',
      title: columns.at,
      width: 150,
      align: 'right',
      cell: ({ index }) => <Time instant={new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString()} />,
      sort: { direction: isRising ? 'ascending' : 'descending', onSort: () => setRising(!isRising) },
    },
  ]
  return (
    <div className="gallery-window">
      <Page
        title={gallery.title}
        crumbs={[{ title: gallery.crumb, path: '/' }]}
        actions={<Button type="primary">{gallery.newBatch}</Button>}
        isFilling
      >
        <DataTable
          label={gallery.list}
          columns={shown}
          rows={isRising ? rows : rows.toReversed()}
          idOf={({ index }) => String(index)}
          choosing={{ chosen, onChoose: setChosen }}
          onOpen={({ index }) => {
            document.title = `row ${index}`
          }}
        />
      </Page>
    </div>
  )
}

const { plot } = gallery
const bars: Plot = {
  kind: 'stacked-bars',
  title: plot.title,
  categoryTitle: plot.category,
  categories: plot.departments,
  series: [
    { name: plot.error, values: [3, 1, 4, 1, 5], tone: 'error' },
    { name: plot.warning, values: [9, 2, 6, 5, 3], tone: 'warning' },
  ],
}

function Parts() {
  return (
    <Page title={gallery.title} extra={<Tag tone="info">{gallery.statuses.open}</Tag>}>
      <ProblemAlert error={busy} />
      <p>
        <SeverityTag severity="error" /> <SeverityTag severity="warning" /> <SeverityTag severity="info" />{' '}
        <Tag tone="quiet">{gallery.statuses.open}</Tag> <Tag tone="good">{gallery.statuses.dismissed}</Tag>
      </p>
      <p>
        <ConfirmAction title={gallery.dismissTitle} consequence={gallery.dismissWhy} withReason onConfirm={() => Promise.reject(busy)}>
          {gallery.dismiss}
        </ConfirmAction>
      </p>
      <div className="panel">
        <Chart plot={bars} />
      </div>
    </Page>
  )
}
