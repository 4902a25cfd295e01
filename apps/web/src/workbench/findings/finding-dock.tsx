/** What can be decided about the finding that is looked at, with the keys; always in sight below the list. */
import type { Finding } from '@jiheng/contract'
import { Button } from 'antd'
import { useProblemMessage } from '../../parts/problem-message.ts'
import { useStore } from '../../parts/store.ts'
import { finding as words } from '../../wording/finding.ts'
import { actionKeys, choicesFor, mayUndo, useDesk } from '../desk.ts'
import './finding-dock.css'
import { WritePanel } from './write-panel.tsx'

/** Nothing where nothing may be decided. */
interface Props {
  readonly findings: readonly Finding[]
  /** Those that the filter leaves. */
  readonly shown: readonly Finding[]
}

export function FindingDock({ findings, shown }: Props) {
  const { state } = useDesk()
  const current = useStore(state, (now) => now.current)
  const isAsking = useStore(state, ({ asking }) => asking !== null)
  // What is not in sight is not decided; words that are being written stay.
  const finding = (isAsking ? findings : shown).find(({ id }) => id === current)
  return finding === undefined ? null : <Dock key={finding.id} finding={finding} />
}

function Dock({ finding }: { readonly finding: Finding }) {
  const desk = useDesk()
  const tell = useProblemMessage()
  const asking = useStore(desk.state, (now) => now.asking)
  const choices = choicesFor(finding, desk.may)
  const canUndo = mayUndo(finding, desk.may)
  if (asking !== null) return <WritePanel key={asking} finding={finding} asking={asking} />
  if (choices.length === 0 && !canUndo) return null
  return (
    <div className="dock no-print">
      <span className={`number number-${finding.severity}`}>{finding.number}</span>
      {canUndo && (
        <Button size="small" onClick={() => desk.decide(finding, 'open', '').catch(tell)}>
          {words.actions.open} <kbd>0</kbd>
        </Button>
      )}
      {choices.map((choice) => (
        <Button
          key={choice}
          size="small"
          type={choice === 'dismissed' && finding.status === 'open' ? 'primary' : 'default'}
          onClick={() => desk.ask(choice)}
        >
          {words.actions[choice]} <kbd>{actionKeys[choice]}</kbd>
        </Button>
      ))}
    </div>
  )
}
