/** After the last open finding: nothing is left but to pass, to return, or to go on. Not for a unit that still has to correct or to answer. */
import { CheckCircleOutlined } from '@ant-design/icons'
import type { DocumentDetail, Finding } from '@jiheng/contract'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { bringIntoSight } from '../parts/bring-into-sight.ts'
import { workbench } from '../wording/workbench.ts'
import type { Neighbours } from './neighbours.ts'
import { ReviewButtons } from './review/review-bar.tsx'
import { isSentBack } from './sent-back.tsx'

interface Props {
  readonly detail: DocumentDetail
  readonly findings: readonly Finding[]
  readonly neighbours: Neighbours
}

export function EndPanel({ detail, findings, neighbours: { next } }: Props) {
  const navigate = useNavigate()
  const count = (status: Finding['status']) => findings.filter((one) => one.status === status).length
  const isDone = findings.length > 0 && count('open') === 0 && !isSentBack(detail)
  const panel = useRef<HTMLElement>(null)
  const wasDone = useRef(isDone)
  useEffect(() => {
    // It stands above the findings, and the last of them may be far below.
    if (isDone && !wasDone.current) bringIntoSight(() => panel.current, 'nearest')
    wasDone.current = isDone
  }, [isDone])
  if (!isDone) return null
  return (
    <section className="end-panel no-print" role="status" ref={panel}>
      <p>
        <CheckCircleOutlined /> <strong>{workbench.allHandled}</strong>
      </p>
      <p>{workbench.allHandledHint(count('returned'), count('asked'))}</p>
      <div className="end-actions">
        <ReviewButtons detail={detail} findings={findings} />
        {next === null ? (
          <span>{workbench.lastDocument}</span>
        ) : (
          <Button title={workbench.nextOf(next.title)} onClick={() => void navigate(`/documents/${next.id}`)}>
            {workbench.nextDocument} <kbd>]</kbd>
          </Button>
        )}
      </div>
    </section>
  )
}
