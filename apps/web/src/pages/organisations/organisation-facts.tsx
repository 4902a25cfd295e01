import type { OrganisationHistory } from '@jiheng/contract'
import { Tag } from '../../parts/tag.tsx'
import { organisations } from '../../wording/organisations.ts'
import { lastOf } from './changed-history.ts'
import { OrganisationName } from './organisation-name.tsx'
import { formerNames } from './timeline-of.ts'

const words = organisations.page
const { columns, form, kinds } = organisations

export function OrganisationFacts({ history }: { readonly history: OrganisationHistory }) {
  const { kind, isBureau, isGovernment, to, aliases } = history
  const parent = lastOf(history.parents)
  const list = (names: readonly string[]) => (names.length === 0 ? words.none : names.join(organisations.between))
  return (
    <dl className="facts">
      <dt>{columns.kind}</dt>
      <dd>
        {kinds[kind]} {isBureau && <Tag tone="info">{organisations.bureau}</Tag>}{' '}
        {isGovernment && <Tag tone="quiet">{organisations.government}</Tag>} {to !== null && <Tag tone="warning">{organisations.gone}</Tag>}
      </dd>
      <dt>{columns.code}</dt>
      <dd>{lastOf(history.codes) ?? words.none}</dd>
      {parent !== null && (
        <>
          <dt>{form.parent}</dt>
          <dd>
            <OrganisationName id={parent} />
          </dd>
        </>
      )}
      <dt>{columns.aliases}</dt>
      <dd>{list(aliases)}</dd>
      <dt>{words.former}</dt>
      <dd>{list(formerNames(history))}</dd>
    </dl>
  )
}
