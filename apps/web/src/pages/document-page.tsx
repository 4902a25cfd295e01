import type { DocumentDetail } from '@jiheng/contract'
import { App } from 'antd'
import { useEffect, useRef } from 'react'
import { useParams } from 'react-router'
import { mayAny, useWork } from '../api/use-session.ts'
import { useBatch } from '../batch/use-batch.ts'
import { Page } from '../parts/page.tsx'
import { StateView } from '../parts/state-view.tsx'
import { batch as batchWords } from '../wording/batch.ts'
import { progressStates, document as words } from '../wording/document.ts'
import { entries } from '../wording/shell.ts'
import { workbench } from '../wording/workbench.ts'
import { isFromSelfCheck } from '../workbench/neighbours.ts'
import { ReviewBar } from '../workbench/review/review-bar.tsx'
import { StatusLine } from '../workbench/status-line.tsx'
import { useDocument, useDocumentView, useFindings } from '../workbench/use-document.ts'
import { Workbench } from '../workbench/workbench.tsx'

/** One document: looked through, decided, sent on. */
export function DocumentPage() {
  const { document = '' } = useParams()
  const { data: detail, error, refetch } = useDocument(document)
  if (detail === undefined)
    return (
      <Page title={words.list}>
        <div className="panel">
          {error === null ? <StateView kind="loading" /> : <StateView kind="error" error={error} onRetry={() => void refetch()} />}
        </div>
      </Page>
    )
  return <Opened detail={detail} />
}

function Opened({ detail }: { readonly detail: DocumentDetail }) {
  const isAudited = detail.state === 'done' && detail.audit !== null
  const audit = isAudited ? (detail.audit?.at ?? null) : null
  const view = useDocumentView(detail.id, audit)
  const findings = useFindings(detail.id, audit)
  const isHandedIn = isFromSelfCheck(detail)
  const batch = useBatch(detail.batch, { isWanted: !isHandedIn })
  const { desks } = useWork()
  useAuditAnnounced(detail)
  const trouble = view.error ?? (findings.data === undefined ? findings.error : null)
  const isOwn = desks.some((one) => one.organisation?.id === detail.organisation?.id && mayAny(one, ['self-check.use']))
  const crumbs = isHandedIn
    ? [isOwn ? { title: entries['self-checks'].title, path: '/self-checks' } : { title: entries.documents.title, path: '/documents' }]
    : [
        { title: entries.batches.title, path: '/batches' },
        ...(batch.data === undefined ? [] : [{ title: batch.data.title, path: `/batches/${detail.batch}` }]),
      ]
  return (
    <Page
      title={detail.title}
      crumbs={crumbs}
      extra={<StatusLine detail={detail} />}
      actions={<ReviewBar detail={detail} findings={findings.data ?? []} />}
      isFilling
    >
      {!isAudited ? (
        <div className="panel">
          <NotAudited detail={detail} />
        </div>
      ) : trouble !== null ? (
        <div className="panel">
          <StateView
            kind="error"
            error={trouble}
            onRetry={() => {
              void view.refetch()
              void findings.refetch()
            }}
          />
        </div>
      ) : view.data === undefined || findings.data === undefined ? (
        <StateView kind="loading" />
      ) : (
        <Workbench key={`${detail.id} ${audit}`} detail={detail} view={view.data} findings={findings.data} />
      )}
    </Page>
  )
}

function NotAudited({ detail: { state, notes } }: { readonly detail: DocumentDetail }) {
  if (state === 'waiting' || state === 'running' || state === 'done')
    return <StateView kind="empty" title={state === 'running' ? workbench.running : workbench.waiting} hint={workbench.runningHint} />
  return (
    <StateView
      kind="empty"
      title={state === 'unread' ? workbench.unread : progressStates[state]}
      hint={
        <>
          {notes.map((note) => (
            <span key={note} className="not-audited-note">
              {note}
            </span>
          ))}
          {workbench.unreadHint}
        </>
      }
    />
  )
}

/** Somebody may have looked away while it was audited anew. */
function useAuditAnnounced({ state }: DocumentDetail): void {
  const { message } = App.useApp()
  const before = useRef(state)
  useEffect(() => {
    if (before.current !== 'done' && state === 'done') void message.success(batchWords.auditDone)
    before.current = state
  }, [state, message])
}
