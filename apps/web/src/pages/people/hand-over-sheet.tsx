import type { HandOver } from '@jiheng/contract'
import { Button } from 'antd'
import { useWork } from '../../api/use-session.ts'
import { Page } from '../../parts/page.tsx'
import { people } from '../../wording/people.ts'
import './hand-over-sheet.css'

const words = people.handOvers

/** 交接单: who hands what to whom, and what was open on that day; printed alone and signed. */
export function HandOverSheet({ handOver: { from, to, organisation, role, day, note, open } }: { readonly handOver: HandOver }) {
  const { region } = useWork()
  const lines = [
    [people.person.organisation, organisation?.name ?? people.region],
    [words.columns.role, role],
    [words.columns.from, from.name],
    [words.columns.to, to.name],
    [words.day, day],
    [words.columns.open, words.open(open.documents, open.questions)],
  ]
  const { signed } = words
  return (
    <Page
      title={words.sheet}
      crumbs={[
        { title: people.title, path: '/people' },
        { title: people.tabs.handOvers, path: '/people/hand-overs' },
      ]}
      actions={
        <Button type="primary" onClick={() => print()}>
          {words.print}
        </Button>
      }
    >
      <section className="panel hand-over-sheet print-alone" aria-label={words.sheet}>
        <h2>{`${region.name}${words.sheet}`}</h2>
        <table>
          <tbody>
            {lines.map(([title, value]) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                <td>{value}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{words.note}</th>
              <td className="is-note">{note === '' ? words.noNote : note}</td>
            </tr>
          </tbody>
        </table>
        <div className="hand-over-signs">
          {[signed.from, signed.to, signed.witness].map((title) => (
            <p key={title}>
              {title}
              <span>{signed.date}</span>
            </p>
          ))}
        </div>
      </section>
    </Page>
  )
}
