/** Why it was found, what should stand there, where else to look, on which rule it rests. */
import type { Finding, Quote } from '@jiheng/contract'
import { useStore } from '../../parts/store.ts'
import { finding as words } from '../../wording/finding.ts'
import { useDesk } from '../desk.ts'
import { QuotedLine } from './quoted-line.tsx'
import '../../parts/link-button.css'

const placesShown = 6

export function FindingDetails({ finding }: { readonly finding: Finding }) {
  const { expected, steps, computation, quotes, related, citation } = finding
  return (
    <>
      <dl className="finding-answers">
        {expected !== null && (
          <div>
            <dt>{words.expected}</dt>
            <dd className="finding-expected">{expected}</dd>
          </div>
        )}
        <RepairLine finding={finding} />
      </dl>
      {(steps.length > 0 || computation !== '') && (
        <section>
          <h4>{words.computation}</h4>
          {steps.length === 0 ? (
            <p className="finding-steps">{computation}</p>
          ) : (
            <ol className="finding-steps">
              {steps.map((step, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: steps are their order
                <li key={index}>{step}</li>
              ))}
            </ol>
          )}
        </section>
      )}
      {quotes.length > 1 && <Elsewhere quotes={quotes.slice(1)} />}
      {related.length > 0 && (
        <section>
          <h4>{words.related}</h4>
          <ul>
            {related.map(({ message, computation, quote }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they stay where they are
              <li key={index}>
                <Place quote={quote} /> {message}
                {computation !== '' && <span className="finding-steps"> {computation}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {citation !== null && <p className="finding-citation">{words.citation(citation)}</p>}
    </>
  )
}

function RepairLine({ finding: { repair } }: { readonly finding: Finding }) {
  const { state } = useDesk()
  const isShown = useStore(state, ({ isRepairShown }) => isRepairShown)
  if (repair === null) return null
  return (
    <div>
      <dt>{words.repair}</dt>
      <dd>
        {[repair, ...repair.alternatives].map(({ from, to, reason }, index) => (
          <span key={`${to} ${reason}`}>
            {index > 0 && words.or}
            <del>{from}</del> {words.repairInto(to, reason)}
          </span>
        ))}
        <button
          type="button"
          className="link-button no-print"
          aria-pressed={isShown}
          onClick={() => state.set({ isRepairShown: !isShown })}
        >
          {isShown ? words.hidden : words.shown} <kbd>r</kbd>
        </button>
      </dd>
    </div>
  )
}

function Elsewhere({ quotes }: { readonly quotes: readonly Quote[] }) {
  const lines = quotes.map((quote, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they stay where they are
    <li key={index}>
      <Place quote={quote} /> <QuotedLine quote={quote} />
    </li>
  ))
  return (
    <section>
      <h4>{words.elsewhere}</h4>
      <ul>{lines.slice(0, placesShown)}</ul>
      {lines.length > placesShown && (
        <details>
          <summary>{words.rest(lines.length - placesShown)}</summary>
          <ul>{lines.slice(placesShown)}</ul>
        </details>
      )}
    </section>
  )
}

function Place({ quote: { place, mark } }: { readonly quote: Quote }) {
  const { showMark } = useDesk()
  const said = place === '' ? words.place : place
  if (mark === null) return <span>{said}</span>
  return (
    <button type="button" className="link-button" onClick={() => showMark(mark)}>
      {said}
    </button>
  )
}
