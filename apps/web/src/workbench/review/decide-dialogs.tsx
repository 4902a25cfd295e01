/** Passing, returning, submitting. */
import type { DocumentDetail, Finding } from '@jiheng/contract'
import { Input } from 'antd'
import { useState } from 'react'
import { client, ProblemError } from '../../api/client.ts'
import { FormDialog, Labelled } from '../../parts/form-dialog.tsx'
import { document as words } from '../../wording/document.ts'
import { opinionOf } from './opinion.ts'
import { useChange } from './use-change.ts'

interface Props {
  readonly detail: DocumentDetail
  readonly findings: readonly Finding[]
  readonly onClose: () => void
}

export function PassDialog({ detail, findings, onClose }: Props) {
  const change = useChange(detail)
  const [opinion, setOpinion] = useState('')
  const open = findings.filter(({ status }) => status === 'open').length
  const pass = () =>
    change(() =>
      client.call('documents.pass', { params: { document: detail.id }, body: { opinion: opinion.trim(), version: detail.version } }),
    )
  return (
    <FormDialog title={words.passTitle} confirm={words.pass} onConfirm={pass} onClose={onClose}>
      {open > 0 && <p>{words.passOpen(open)}</p>}
      <Labelled label={words.passOpinion}>
        <Input.TextArea rows={3} maxLength={2000} value={opinion} onChange={({ target }) => setOpinion(target.value)} />
      </Labelled>
    </FormDialog>
  )
}

export function ReturnDialog({ detail, findings, onClose }: Props) {
  const change = useChange(detail)
  const [opinion, setOpinion] = useState(() => opinionOf(findings))
  const [due, setDue] = useState('')
  const send = () =>
    change(() =>
      client.call('documents.return', {
        params: { document: detail.id },
        body: { opinion: opinion.trim(), due: due === '' ? null : due, version: detail.version },
      }),
    )
  const hasReturned = findings.some(({ status }) => status === 'returned')
  return (
    <FormDialog
      title={words.returnTitle}
      confirm={words.returnIt}
      isReady={opinion.trim() !== ''}
      width={640}
      onConfirm={send}
      onClose={onClose}
    >
      <Labelled label={words.returnOpinion} hint={hasReturned ? words.returnOpinionHint : words.returnNothing}>
        <Input.TextArea rows={9} maxLength={2000} value={opinion} onChange={({ target }) => setOpinion(target.value)} />
      </Labelled>
      <Labelled label={words.due}>
        <Input type="date" value={due} onChange={({ target }) => setDue(target.value)} />
      </Labelled>
    </FormDialog>
  )
}

export function SubmitDialog({ detail, findings, onClose }: Props) {
  const change = useChange(detail)
  const [statement, setStatement] = useState('')
  const [isAsked, setAsked] = useState(false)
  const errors = findings.filter(({ severity, status }) => severity === 'error' && status === 'open').length
  const wantsStatement = errors > 0 || isAsked
  const submit = async () => {
    try {
      await change(() =>
        client.call('documents.submit', {
          params: { document: detail.id },
          body: { statement: statement.trim() === '' ? null : statement.trim(), version: detail.version },
        }),
      )
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code === 'document.open-errors') setAsked(true)
      throw error
    }
  }
  return (
    <FormDialog
      title={words.submitTitle}
      confirm={wantsStatement ? words.submitWithStatement : words.submit}
      isReady={!wantsStatement || statement.trim() !== ''}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{words.submitHint}</p>
      {wantsStatement && (
        <>
          <p>{words.submitErrors(errors)}</p>
          <Labelled label={words.statement}>
            <Input.TextArea
              rows={3}
              maxLength={2000}
              value={statement}
              placeholder={words.statementHint}
              onChange={({ target }) => setStatement(target.value)}
            />
          </Labelled>
        </>
      )}
    </FormDialog>
  )
}
