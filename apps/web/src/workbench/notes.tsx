/** What is to be known beside the findings: what was looked at, what could not be told, how the file was read. Quiet, and there. */
import type { DocumentDetail } from '@jiheng/contract'
import { localTime } from '../parts/time.tsx'
import { notes as words } from '../wording/document.ts'
import './notes.css'

export function Notes({ detail: { coverage, untold, notes, audit } }: { readonly detail: DocumentDetail }) {
  return (
    <div className="notes">
      {coverage !== null && (
        <section>
          <h3>{words.coverage}</h3>
          <p>{words.covered(coverage)}</p>
          <p className="notes-meaning">{words.coverageMeaning}</p>
        </section>
      )}
      {untold.length > 0 && (
        <details>
          <summary>{words.untold(untold.length)}</summary>
          <p className="notes-meaning">{words.untoldMeaning}</p>
          <ul>
            {untold.map(({ title, missing, line }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they stay where they are
              <li key={index}>{words.untoldLine(missing, title, line)}</li>
            ))}
          </ul>
        </details>
      )}
      {notes.length > 0 && (
        <details>
          <summary>{words.reading(notes.length)}</summary>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
      {audit !== null && <p className="notes-meaning">{words.audited(audit, localTime(audit.at))}</p>}
    </div>
  )
}
