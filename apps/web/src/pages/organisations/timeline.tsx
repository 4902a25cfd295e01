import { Fragment } from 'react'
import { organisations } from '../../wording/organisations.ts'
import { OrganisationName } from './organisation-name.tsx'
import type { TimelineEvent } from './timeline-of.ts'

const words = organisations.page
const { kinds } = organisations.recordChange

export const Timeline = ({ events }: { readonly events: readonly TimelineEvent[] }) => (
  <ol className="timeline">
    {events.map((event, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two changes may have the same day
      <li key={at}>
        <time dateTime={event.day}>{event.day}</time>
        <div>
          <Said event={event} />
        </div>
      </li>
    ))}
  </ol>
)

function Said({ event }: { readonly event: TimelineEvent }) {
  switch (event.kind) {
    case 'begun':
      return <Begun {...event} />
    case 'ended':
      return words.ended
    case 'name':
      return event.before === null ? words.named(event.after ?? '') : words.renamed(event.before, event.after ?? words.never)
    case 'code':
      return event.before === null ? words.coded(event.after ?? words.never) : words.recoded(event.before, event.after ?? words.never)
    case 'parent':
      if (event.parent === null) return words.noParent
      return (
        <>
          {event.isFirst ? words.under : words.movedUnder}
          <OrganisationName id={event.parent} />
        </>
      )
    case 'change':
      return <Change change={event.change} />
  }
}

type Beginning = Extract<TimelineEvent, { readonly kind: 'begun' }>

const Begun = ({ name, code, parent }: Pick<Beginning, 'name' | 'code' | 'parent'>) => (
  <>
    {words.begun(name, code)}
    {parent !== null && (
      <>
        <br />
        {words.under}
        <OrganisationName id={parent} />
      </>
    )}
  </>
)

function Change({ change }: { readonly change: Extract<TimelineEvent, { readonly kind: 'change' }>['change'] }) {
  const { kind, before, after, takesOver, document } = change
  return (
    <>
      <strong>{kinds[kind]}</strong>
      {words.colon}
      <Names ids={before} /> → <Names ids={after} />
      <br />
      <span className="quiet">
        {words.takesOver}
        <OrganisationName id={takesOver} />
        {words.stop}
        {words.ordered(document)}
      </span>
    </>
  )
}

const Names = ({ ids }: { readonly ids: readonly string[] }) =>
  ids.map((id, at) => (
    <Fragment key={id}>
      {at > 0 && organisations.between}
      <OrganisationName id={id} />
    </Fragment>
  ))
