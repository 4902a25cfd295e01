/** A reason, a question, an answer, a comment. What is typed stays until it is sent, whatever happens meanwhile. */
import type { Finding } from '@jiheng/contract'
import { Button, Input } from 'antd'
import { type KeyboardEvent, useId, useState } from 'react'
import { ProblemAlert } from '../../parts/problem-alert.tsx'
import { statuses, finding as words } from '../../wording/finding.ts'
import { type Asking, useDesk } from '../desk.ts'

const mustSay: readonly Asking[] = ['dismissed', 'asked', 'answered', 'comment']
type Audience = 'reviewers' | 'all'

export function WritePanel({ finding, asking }: { readonly finding: Finding; readonly asking: Asking }) {
  const desk = useDesk()
  const field = useId()
  const place = `${desk.document} ${finding.id} ${asking}`
  const [text, setText] = useState(desk.drafts.get(place) ?? '')
  const [audience, setAudience] = useState<Audience>(desk.hasAudience ? 'reviewers' : 'all')
  const [seen] = useState(finding.version)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const isReady = text.trim() !== '' || !mustSay.includes(asking)
  const write = (next: string) => {
    setText(next)
    desk.drafts.set(place, next)
  }
  const send = async () => {
    if (!isReady || isBusy) return
    setBusy(true)
    setError(null)
    try {
      if (asking === 'comment') await desk.comment(finding, text.trim(), audience)
      else await desk.decide(finding, asking, text.trim())
      desk.drafts.delete(place)
    } catch (trouble) {
      setError(trouble)
      setBusy(false)
    }
  }
  const press = (event: KeyboardEvent) => {
    // While an input method composes, Enter belongs to it.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      desk.ask(null)
    }
    // On a button Enter is a click.
    if (event.key === 'Enter' && !event.shiftKey && event.target instanceof HTMLTextAreaElement) {
      event.preventDefault()
      void send()
    }
  }
  const [last] = finding.decisions
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field inside
    <div className="write-panel no-print" onKeyDown={press}>
      <label htmlFor={field}>{words.ask[asking]}</label>
      {words.picks[asking].length > 0 && (
        <div className="write-picks">
          {words.picks[asking].map((pick) => (
            <button type="button" key={pick} onClick={() => write(pick)}>
              {pick}
            </button>
          ))}
        </div>
      )}
      <Input.TextArea
        id={field}
        autoFocus
        value={text}
        rows={2}
        className="write-text"
        maxLength={1000}
        placeholder={words.hint[asking]}
        onChange={({ target }) => write(target.value)}
      />
      {asking === 'comment' && desk.hasAudience && (
        <fieldset className="write-audience">
          <legend>{words.audience}</legend>
          {(['reviewers', 'all'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name={`${field}-audience`} checked={audience === one} onChange={() => setAudience(one)} />
              {words.audiences[one]}
            </label>
          ))}
        </fieldset>
      )}
      {finding.version !== seen && last !== undefined && (
        <p className="write-changed" role="status">
          {words.changedMeanwhile(last.by.name, statuses[last.status])}
        </p>
      )}
      <ProblemAlert error={error} />
      <div className="write-buttons">
        <Button size="small" type="primary" disabled={!isReady} loading={isBusy} onClick={() => void send()}>
          {words.confirm}
        </Button>
        <Button size="small" onClick={() => desk.ask(null)}>
          {words.cancel}
        </Button>
        <span>{words.newLine}</span>
      </div>
    </div>
  )
}
