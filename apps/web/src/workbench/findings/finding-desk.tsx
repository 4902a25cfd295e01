/** What can be decided, with the keys; what is being written; what was decided and said before. */
import type { Finding } from '@jiheng/contract'
import { Button } from 'antd'
import { useStore } from '../../parts/store.ts'
import { localTime } from '../../parts/time.tsx'
import { statuses, finding as words } from '../../wording/finding.ts'
import { actionKeys, choicesFor, mayUndo, useDesk } from '../desk.ts'
import { Comments } from './comments.tsx'
import { WritePanel } from './write-panel.tsx'

export function FindingDesk({ finding }: { readonly finding: Finding }) {
  const desk = useDesk()
  const asking = useStore(desk.state, ({ asking, current }) => (current === finding.id ? asking : null))
  const choices = choicesFor(finding, desk.may)
  const { decisions, comments } = finding
  return (
    <>
      {decisions.length > 0 && (
        <ul className="finding-decisions" aria-label={words.history}>
          {decisions.map(({ status, by, at, reason }) => (
            <li key={at}>
              {words.decided(status === 'open' ? words.actions.open : statuses[status], by.name, localTime(at))}
              {reason !== '' && <q>{reason}</q>}
            </li>
          ))}
        </ul>
      )}
      {(comments > 0 || asking === 'comment') && <Comments finding={finding} />}
      {asking === null ? (
        (choices.length > 0 || mayUndo(finding, desk.may)) && (
          <div className="finding-actions no-print">
            {mayUndo(finding, desk.may) && (
              <Button size="small" onClick={() => void desk.decide(finding, 'open', '').catch(() => {})}>
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
      ) : (
        <WritePanel key={asking} finding={finding} asking={asking} />
      )}
    </>
  )
}
