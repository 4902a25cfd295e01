/** One finding: folded to what is needed to know it, unfolded to all that is needed to decide. */
import type { Finding } from '@jiheng/contract'
import { memo, useContext } from 'react'
import { OnPaperContext } from '../../parts/later-list.tsx'
import { SeverityTag } from '../../parts/severity-tag.tsx'
import { statusTones } from '../../parts/status-tones.ts'
import { useStore } from '../../parts/store.ts'
import { Tag } from '../../parts/tag.tsx'
import { statuses, finding as words } from '../../wording/finding.ts'
import { useDesk } from '../desk.ts'
import './finding-card.css'
import { FindingDetails } from './finding-details.tsx'
import { FindingPast } from './finding-past.tsx'
import { QuotedLine } from './quoted-line.tsx'

export const FindingCard = memo(({ finding }: { readonly finding: Finding }) => {
  const { state, choose } = useDesk()
  const isCurrent = useStore(state, ({ current }) => current === finding.id)
  const isOnPaper = useContext(OnPaperContext)
  const { id, number, severity, title, kindWords, quotes, status, message, comments } = finding
  const [accused] = quotes
  return (
    <article
      className={`finding finding-${severity}${isCurrent ? ' is-current' : ''}${status === 'open' ? '' : ' is-settled'}`}
      id={cardId(id)}
    >
      <h3>
        <button type="button" className="finding-head" aria-expanded={isCurrent} onClick={() => choose(id)}>
          <span className={`number number-${severity}`}>{number}</span>
          <SeverityTag severity={severity} />
          <span className="finding-title">{title}</span>
        </button>
      </h3>
      <p className="finding-where">
        <span>
          {kindWords}
          {accused !== undefined && accused.place !== '' && ` · ${accused.place}`}
        </span>
        {comments > 0 && <span>{words.comments(comments)}</span>}
        {status !== 'open' && <Tag tone={statusTones[status]}>{statuses[status]}</Tag>}
      </p>
      {!isCurrent && !isOnPaper && accused !== undefined && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the head above is the button
        <p className="finding-line" onClick={() => choose(id)}>
          <QuotedLine quote={accused} />
        </p>
      )}
      {(isCurrent || isOnPaper) && (
        <>
          {accused !== undefined && (
            <p className="finding-line">
              <QuotedLine quote={accused} />
            </p>
          )}
          <p className="finding-message">{message}</p>
          <FindingDetails finding={finding} />
          <FindingPast finding={finding} />
        </>
      )}
    </article>
  )
})

/** Ids of findings may hold any sign. */
export const cardId = (finding: string) => `finding-${finding}`
