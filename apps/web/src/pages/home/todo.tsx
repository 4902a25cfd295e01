/** 待办: how much of what waits, each count leading to its list; the newest of it by name. */
import type { Inbox } from '@jiheng/contract'
import { Link } from 'react-router'
import { Time } from '../../parts/time.tsx'
import { home } from '../../wording/home.ts'

type Count = keyof typeof home.lists

/** What the person can do something about comes first; what waits for others is quieter. */
const own: readonly Count[] = ['toReview', 'answered', 'unassigned', 'ownReturned', 'ownAsked']
const others: readonly Count[] = ['returned', 'asked', 'running']

export function Todo({ inbox }: { readonly inbox: Inbox }) {
  const shown = [...own, ...others].filter((name) => inbox[name] > 0)
  return (
    <section className="panel" aria-labelledby="todo-title">
      <h2 id="todo-title">{home.waiting}</h2>
      {shown.length === 0 ? (
        <p className="home-quiet">{home.nothing}</p>
      ) : (
        <ul className="todo-counts">
          {shown.map((name) => (
            <li key={name}>
              <Link to={placeOf(name, inbox)} className={own.includes(name) ? 'todo' : 'todo is-quiet'}>
                <strong>{inbox[name]}</strong> {home.lists[name]}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {inbox.items.length > 0 && (
        <>
          <h3>{home.newest}</h3>
          <ul className="todo-items">
            {inbox.items.slice(0, 8).map(({ kind, document, finding, title, unit, at }) => (
              <li key={`${kind} ${document} ${finding ?? ''}`}>
                <span className="todo-kind">{home.kinds[kind]}</span>
                <Link to={`/documents/${document}${finding === null ? '' : `?finding=${encodeURIComponent(finding)}`}`}>{title}</Link>
                <span className="home-quiet">
                  {unit} <Time instant={at} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function placeOf(name: Count, { items }: Inbox): string {
  switch (name) {
    case 'toReview':
      return '/documents?review=waiting&stage=submitted'
    case 'returned':
    case 'ownReturned':
      return '/documents?review=returned'
    case 'answered':
      return '/findings?status=answered'
    case 'asked':
    case 'ownAsked':
      return '/findings?status=asked'
    case 'unassigned': {
      const first = items.find(({ kind }) => kind === 'assign')
      return first === undefined ? '/documents' : `/documents/${first.document}`
    }
    case 'running':
      return '/batches'
  }
}
