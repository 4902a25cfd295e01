/** What several documents have in common: the same fault, the same passage. */
import type { BatchSummary } from '@jiheng/contract'
import { Link } from 'react-router'
import { batch as words } from '../wording/batch.ts'

export function Common({ summary: { recurring, shared } }: { readonly summary: BatchSummary }) {
  return (
    <>
      {recurring.length > 0 && (
        <section className="panel">
          <h2>{words.recurring}</h2>
          <p className="summary-hint">{words.recurringHint}</p>
          <ul>
            {recurring.map(({ check, title, documents, findings, example }) => (
              <li key={check}>
                <Link to={`?tab=findings&check=${encodeURIComponent(check)}`}>{title}</Link> {words.recurringLine(documents, findings)}
                {example !== '' && <span className="summary-example">{words.example(example)}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {shared.length > 0 && (
        <section className="panel">
          <h2>{words.shared}</h2>
          <p className="summary-hint">{words.sharedHint}</p>
          <ul>
            {shared.map(({ excerpt, documents }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: passages have no other name
              <li key={index}>
                <q>{excerpt}</q>
                <span className="summary-places">
                  {documents.map(({ id, unit, fileName, line }, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the same document may be named twice
                    <Link key={at} to={`/documents/${id}`}>
                      {words.sharedPlace(unit, fileName, line)}
                    </Link>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
