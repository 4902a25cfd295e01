/** What happened to the document before: what the unit said, what was opined, which version this is. */
import type { DocumentDetail } from '@jiheng/contract'
import { Link } from 'react-router'
import { localTime } from '../parts/time.tsx'
import { document as documentWords } from '../wording/document.ts'
import { workbench as words } from '../wording/workbench.ts'
import { isSentBack } from './sent-back.tsx'

export function History({ detail }: { readonly detail: DocumentDetail }) {
  const { statement, reviews, replaces, replacedBy, stage } = detail
  const [last] = reviews
  const opinion = last?.opinion ?? ''
  return (
    <>
      {stage === 'private' && <p className="notice notice-private">{documentWords.privateNote}</p>}
      {replacedBy !== null && (
        <p className="notice">
          {words.replaced} <Link to={`/documents/${replacedBy}`}>{words.seeReplacement}</Link>
        </p>
      )}
      {replaces !== null && replacedBy === null && (
        <p className="notice">
          {words.replaces} <Link to={`/documents/${replaces}`}>{words.seeReplaced}</Link>
        </p>
      )}
      {statement !== null && (
        <p className="notice">
          <strong>{words.statement}</strong> {statement}
        </p>
      )}
      {last !== undefined && !isSentBack(detail) && (opinion !== '' || last.decision === 'returned') && (
        <details className="notice" open={last.decision === 'returned'}>
          <summary>
            {documentWords.reviewed(documentWords.decisions[last.decision], last.by.name, localTime(last.at))}
            {last.due !== null && ` · ${documentWords.dueBy(last.due)}`}
          </summary>
          <p className="notice-opinion">{opinion}</p>
        </details>
      )}
    </>
  )
}
