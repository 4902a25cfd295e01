import { Tabs } from 'antd'
import { useParams, useSearchParams } from 'react-router'
import { useMay } from '../api/use-session.ts'
import { BatchActions } from '../batch/batch-actions.tsx'
import { BatchProgress, filesOf } from '../batch/batch-progress.tsx'
import { BatchState, isBeyondReach } from '../batch/batch-state.tsx'
import { Outputs } from '../batch/outputs.tsx'
import { Packages } from '../batch/packages.tsx'
import { Summary } from '../batch/summary.tsx'
import { useBatchLive } from '../batch/use-batch-live.ts'
import { FindingsTable } from '../findings/findings-table.tsx'
import { Page } from '../parts/page.tsx'
import { StateView } from '../parts/state-view.tsx'
import { DropZone } from '../upload/drop-zone.tsx'
import { UploadPanel } from '../upload/upload-panel.tsx'
import { uploadQueue } from '../upload/uploads.ts'
import { batch as words } from '../wording/batch.ts'
import { entries } from '../wording/shell.ts'
import { upload } from '../wording/upload.ts'
import './batch-page.css'

/** One batch: how far it is, its files by unit, its findings, its summary, what goes out. */
export function BatchPage() {
  const { batch: id = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const may = useMay()
  const { data: batch, error, refetch, isUploading, isPolling, secondsLeft } = useBatchLive(id)
  const crumbs = [{ title: entries.batches.title, path: '/batches' }]
  if (batch === undefined)
    return (
      <Page title={words.one} crumbs={crumbs}>
        <div className="panel">
          {error === null ? <StateView kind="loading" /> : <StateView kind="error" error={error} onRetry={() => void refetch()} />}
        </div>
      </Page>
    )
  const canExport = may(['output.make', 'self-check.use'])
  const drop = isUploading ? (
    <StateView kind="loading" />
  ) : isBeyondReach(batch) ? (
    <StateView kind="empty" title={words.beyondReach} hint={words.beyondReachHint} />
  ) : (
    <DropZone title={upload.dropHere} onFiles={(files) => uploadQueue.add(id, files)} />
  )
  const tabs = [
    { key: 'packages', label: words.tabCount(words.tabs.packages, filesOf(batch)), children: <Packages batch={batch} empty={drop} /> },
    {
      key: 'findings',
      label: words.tabCount(words.tabs.findings, batch.findings.error + batch.findings.warning + batch.findings.info),
      children: <FindingsTable batch={id} />,
    },
    { key: 'summary', label: words.tabs.summary, children: <Summary batch={id} /> },
    ...(canExport ? [{ key: 'outputs', label: words.tabs.outputs, children: <Outputs batch={batch} /> }] : []),
  ]
  const tab = tabs.find(({ key }) => key === search.get('tab'))?.key ?? 'packages'
  return (
    <Page
      title={batch.title}
      crumbs={crumbs}
      extra={
        <>
          <BatchState batch={batch} />
          <span className="batch-by">
            {words.ofYear(batch.year)} · {words.createdBy(batch.createdBy.name, batch.organisation.name)}
          </span>
        </>
      }
      actions={<BatchActions batch={batch} />}
      isFilling={tab === 'packages' || tab === 'findings'}
    >
      <UploadPanel batch={id} />
      <BatchProgress batch={batch} secondsLeft={secondsLeft} isPolling={isPolling} />
      <Tabs
        className="batch-tabs"
        activeKey={tab}
        onChange={(key) => setSearch({ tab: key })}
        items={tabs}
        destroyOnHidden
        animated={false}
      />
    </Page>
  )
}
