/** Whose it is and where it stands, in a few words behind the title. */
import type { DocumentDetail } from '@jiheng/contract'
import { isLookedAt } from '../batch/package-rows.ts'
import { Tag } from '../parts/tag.tsx'
import { reviewStates, stages, document as words } from '../wording/document.ts'

export function StatusLine({ detail: { organisation, unitPrinted, year, state, stage, review } }: { readonly detail: DocumentDetail }) {
  return (
    <span className="status-line">
      {organisation === null && !isLookedAt({ state }) ? null : organisation === null ? (
        <>
          <Tag tone="warning">{words.noUnit}</Tag>
          <span>{unitPrinted}</span>
        </>
      ) : (
        <span>{organisation.name}</span>
      )}
      <span>{words.ofYear(year)}</span>
      <Tag tone={stage === 'published' ? 'good' : stage === 'private' ? 'warning' : 'quiet'}>{stages[stage]}</Tag>
      {stage !== 'private' && (
        <Tag tone={review === 'passed' ? 'good' : review === 'returned' ? 'error' : 'info'}>{reviewStates[review]}</Tag>
      )}
    </span>
  )
}
