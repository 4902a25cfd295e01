/** Above the findings: how many are handled, step through them, filter them. */
import { DownOutlined, QuestionOutlined, UpOutlined } from '@ant-design/icons'
import type { Finding, FindingStatus } from '@jiheng/contract'
import { Button } from 'antd'
import { type KeyboardEvent, type RefObject, useMemo } from 'react'
import { severities, severityMeanings, statuses } from '../../wording/finding.ts'
import { workbench } from '../../wording/workbench.ts'
import { everything, type FindingFilter, isFiltered, severitiesInOrder } from './filter.ts'
import './finding-tools.css'
import '../../parts/link-button.css'

interface Props {
  readonly findings: readonly Finding[]
  readonly shown: number
  readonly filter: FindingFilter
  readonly onFilter: (filter: FindingFilter) => void
  readonly field: RefObject<HTMLInputElement | null>
  readonly onStep: (step: 1 | -1) => void
  readonly onHelp: () => void
  /** From the field into the list. */
  readonly onEnter: () => void
}

export function FindingTools({ findings, shown, filter, onFilter, field, onStep, onHelp, onEnter }: Props) {
  const { kinds, handled, bySeverity } = useMemo(() => countsOf(findings), [findings])
  // Back to the keys of the workbench.
  const leave = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || !['Enter', 'ArrowDown', 'Escape'].includes(event.key)) return
    event.preventDefault()
    event.currentTarget.blur()
    if (event.key === 'Escape') onFilter({ ...filter, words: '' })
    else onEnter()
  }
  return (
    <div className="tools no-print">
      <div className="tools-row">
        <fieldset className="tools-severities" aria-label={workbench.bySeverity}>
          {severitiesInOrder.map((severity) => {
            const isOn = filter.severities.has(severity)
            const turn = () => {
              const next = new Set(filter.severities)
              if (!next.delete(severity)) next.add(severity)
              onFilter({ ...filter, severities: next })
            }
            return (
              <button
                key={severity}
                type="button"
                className={`toggle toggle-${severity}`}
                aria-pressed={isOn}
                title={severityMeanings[severity]}
                onClick={turn}
              >
                {severities[severity]} {bySeverity[severity]}
              </button>
            )
          })}
        </fieldset>
        <div className="tools-steps">
          <Button
            size="small"
            icon={<UpOutlined />}
            aria-label={workbench.previous}
            title={workbench.previousKey}
            onClick={() => onStep(-1)}
          />
          <Button size="small" icon={<DownOutlined />} aria-label={workbench.next} title={workbench.nextKey} onClick={() => onStep(1)} />
          <Button size="small" icon={<QuestionOutlined />} aria-label={workbench.help} title={workbench.help} onClick={onHelp} />
        </div>
      </div>
      <div className="tools-row">
        <select aria-label={workbench.kind} value={filter.kind} onChange={({ target }) => onFilter({ ...filter, kind: target.value })}>
          <option value="">{workbench.allKinds}</option>
          {[...kinds].map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </select>
        <select
          aria-label={workbench.status}
          value={filter.status}
          onChange={({ target }) => onFilter({ ...filter, status: target.value as FindingStatus | '' })}
        >
          <option value="">{workbench.allStatuses}</option>
          {Object.entries(statuses).map(([status, words]) => (
            <option key={status} value={status}>
              {words}
            </option>
          ))}
        </select>
        <input
          ref={field}
          type="search"
          value={filter.words}
          placeholder={workbench.words}
          aria-label={workbench.words}
          maxLength={100}
          onChange={({ target }) => onFilter({ ...filter, words: target.value })}
          onKeyDown={leave}
        />
      </div>
      <div className="tools-row tools-counts">
        <p role="status">
          {workbench.handled(handled, findings.length)} · {workbench.shown(shown, findings.length)}
        </p>
        {isFiltered(filter) && (
          <button type="button" className="link-button" onClick={() => onFilter(everything)}>
            {workbench.clear}
          </button>
        )}
      </div>
    </div>
  )
}

function countsOf(findings: readonly Finding[]) {
  const kinds = new Map<string, string>()
  const bySeverity = { error: 0, warning: 0, info: 0 }
  let handled = 0
  for (const { kind, kindWords, severity, status } of findings) {
    kinds.set(kind, kindWords)
    bySeverity[severity]++
    if (status !== 'open') handled++
  }
  return { kinds, bySeverity, handled }
}
