/** 导出: what goes out of a batch. */
import { DownloadOutlined } from '@ant-design/icons'
import type { AnsweredBy, Batch } from '@jiheng/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { type ReactNode, useState } from 'react'
import { useSearchParams } from 'react-router'
import { client } from '../api/client.ts'
import { mayPass } from '../api/query-client.ts'
import { saveFile } from '../api/save-file.ts'
import { ProblemAlert } from '../parts/problem-alert.tsx'
import { batch as words } from '../wording/batch.ts'

const kinds = ['list', 'csv', 'circular'] as const

export function Outputs({ batch: { id } }: { readonly batch: Batch }) {
  return (
    <section className="panel outputs" aria-label={words.outputs}>
      <p className="summary-hint">{words.dismissedLeftOut}</p>
      {kinds.map((kind) => (
        <SavedOutput key={kind} batch={id} kind={kind} />
      ))}
      <Pack batch={id} />
    </section>
  )
}

interface LineProps {
  readonly title: string
  readonly about: string
  readonly error?: unknown
  readonly children: ReactNode
}

const Line = ({ title, about, error, children }: LineProps) => (
  <div className="output">
    <div className="output-words">
      <h2>{title}</h2>
      <p className="output-about">{about}</p>
    </div>
    {children}
    {error !== null && error !== undefined && <ProblemAlert error={error} />}
  </div>
)

function SavedOutput({ batch, kind }: { readonly batch: string; readonly kind: (typeof kinds)[number] }) {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const save = async () => {
    setBusy(true)
    setError(null)
    try {
      await saveFile('batches.output', { params: { batch, kind } })
    } catch (trouble) {
      setError(trouble)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Line {...words.outputKinds[kind]} error={error}>
      <Button icon={<DownloadOutlined />} loading={isBusy} onClick={() => void save()}>
        {words.download}
      </Button>
    </Line>
  )
}

/** Made in the background. The address holds the job, so that whoever comes back finds it. */
function Pack({ batch }: { readonly batch: string }) {
  const [search, setSearch] = useSearchParams()
  const [error, setError] = useState<unknown>(null)
  const job = search.get('job')
  const { data, error: unread } = useQuery({
    queryKey: ['job', job],
    queryFn: ({ signal }) => client.call('jobs.get', { params: { job: job ?? '' }, signal }),
    enabled: job !== null,
    retry: false,
    refetchInterval: ({ state }) => (!isRefused(state.error) && isGoingOn(state.data) ? 1_500 : false),
  })
  const start = async () => {
    setError(null)
    try {
      const started = await client.call('batches.pack', { params: { batch } })
      setSearch({ tab: 'outputs', job: started.job }, { replace: true })
    } catch (trouble) {
      setError(trouble)
    }
  }
  const isBusy = job !== null && !isRefused(unread) && isGoingOn(data)
  return (
    <Line {...words.pack} error={error}>
      {isBusy && (
        <>
          <span role="status">{words.packing}</span>
          <Progress percent={Math.round((data?.progress ?? 0) * 100)} size="small" aria-label={words.packing} />
          <Button onClick={() => void client.call('jobs.cancel', { params: { job } }).catch(setError)}>{words.packCancel}</Button>
        </>
      )}
      {data?.state === 'dead' && <span role="alert">{words.packFailed(data.lastError)}</span>}
      {data?.state === 'cancelled' && <span>{words.packCancelled}</span>}
      {data?.state === 'done' && data.hasFile && (
        <Button type="primary" icon={<DownloadOutlined />} href={client.address('jobs.file', { params: { job: data.id } })} download>
          {words.download}
        </Button>
      )}
      {!isBusy && <Button onClick={() => void start()}>{data === undefined ? words.packStart : words.packAgain}</Button>}
    </Line>
  )
}

/** It may be known soon. */
const isGoingOn = (job: AnsweredBy<'jobs.get'> | undefined): boolean =>
  job === undefined || job.state === 'ready' || job.state === 'running'

/** The job of an old address is gone. */
const isRefused = (error: unknown): boolean => error !== null && !mayPass(error)
