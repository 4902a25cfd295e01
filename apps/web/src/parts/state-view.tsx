/** What stands where content would: on its way, nothing there, refused, gone wrong. Always says what to do next. */
import { CloudSyncOutlined, FileSearchOutlined, FileTextOutlined, LockOutlined, ReloadOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'react-router'
import { ProblemError } from '../api/client.ts'
import { product } from '../wording/product.ts'
import { states } from '../wording/states.ts'
import './state-view.css'

export type State =
  | { readonly kind: 'loading' | 'broken' | 'outdated' | 'unreached' | 'no-permission' | 'not-found' }
  /** `title` says what is missing, `hint` what to do, `action` a button that does it. */
  | { readonly kind: 'empty'; readonly title?: string; readonly hint?: ReactNode; readonly action?: ReactNode }
  | { readonly kind: 'error'; readonly error: unknown; readonly onRetry?: () => void }

export function StateView(state: State) {
  switch (state.kind) {
    case 'loading':
      return <Loading />
    case 'empty':
      return <Shown icon={<FileTextOutlined />} title={state.title ?? states.empty} hint={state.hint} action={state.action} />
    case 'no-permission':
      return <Shown icon={<LockOutlined />} title={states.forbidden} hint={states.forbiddenHint} action={<BackHome />} />
    case 'not-found':
      return <Shown icon={<FileSearchOutlined />} title={states.notFound} hint={states.notFoundHint} action={<BackHome />} />
    case 'broken':
      return <Shown icon={<WarningOutlined />} title={states.broken} hint={states.brokenHint} action={<Reload />} isAlert isPage />
    case 'outdated':
      return <Shown icon={<CloudSyncOutlined />} title={states.outdated} hint={states.outdatedHint} action={<Reload />} isAlert isPage />
    case 'unreached':
      return <Shown icon={<WarningOutlined />} title={states.offline} hint={states.unreachedHint} isAlert isPage />
    case 'error':
      return <Failed error={state.error} onRetry={state.onRetry} />
  }
}

/** A refusal of the server in its own words; where no answer came, the line is to blame. */
function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry: (() => void) | undefined }) {
  const retry = onRetry && (
    <Button icon={<ReloadOutlined />} onClick={onRetry}>
      {product.retry}
    </Button>
  )
  if (!(error instanceof ProblemError))
    return <Shown icon={<WarningOutlined />} title={states.offline} hint={states.offlineHint} action={retry} isAlert />
  const { code, message, remedy } = error.problem
  if (code === 'permission.missing')
    return <Shown icon={<LockOutlined />} title={states.forbidden} hint={`${message}${remedy}`} action={<BackHome />} />
  if (code === 'thing.not-found') return <Shown icon={<FileSearchOutlined />} title={message} hint={remedy} action={<BackHome />} />
  return (
    <Shown
      icon={<WarningOutlined />}
      title={message}
      hint={
        <>
          {remedy}
          <span className="state-code">{states.code(code)}</span>
        </>
      }
      action={retry}
      isAlert
    />
  )
}

/** Quiet at first: most answers come before a sign of waiting would be of use. */
function Loading() {
  const [since, setSince] = useState<'moment' | 'while' | 'long'>('moment')
  useEffect(() => {
    const timers = [setTimeout(setSince, 250, 'while'), setTimeout(setSince, 8_000, 'long')]
    return () => timers.forEach(clearTimeout)
  }, [])
  return (
    <div className="state" role="status" aria-busy="true">
      {since !== 'moment' && (
        <>
          <span className="state-wheel" aria-hidden="true" />
          <p>{since === 'long' ? states.slow : states.loading}</p>
        </>
      )}
    </div>
  )
}

interface ShownProps {
  readonly icon: ReactNode
  readonly title: ReactNode
  readonly hint?: ReactNode
  readonly action?: ReactNode
  readonly isAlert?: boolean
  /** Nothing else of the page is left. */
  readonly isPage?: boolean
}

function Shown({ icon, title, hint, action, isAlert = false, isPage = false }: ShownProps) {
  const Title = isPage ? 'h1' : 'p'
  return (
    <div className="state" role={isAlert ? 'alert' : undefined}>
      <span className="state-icon" aria-hidden="true">
        {icon}
      </span>
      <Title className="state-title">{title}</Title>
      {hint && <p className="state-hint">{hint}</p>}
      {action && <div className="state-action">{action}</div>}
    </div>
  )
}

const BackHome = () => <Link to="/">{product.backHome}</Link>

const Reload = () => (
  <Button icon={<ReloadOutlined />} onClick={() => location.reload()}>
    {product.reload}
  </Button>
)
