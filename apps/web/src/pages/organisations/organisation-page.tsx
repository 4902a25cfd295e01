import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { client } from '../../api/client.ts'
import { organisationsKey } from '../../api/use-organisations.ts'
import { useMay } from '../../api/use-session.ts'
import { Page } from '../../parts/page.tsx'
import { Section } from '../../parts/section.tsx'
import { StateView } from '../../parts/state-view.tsx'
import { organisations } from '../../wording/organisations.ts'
import { ChangeOrganisation } from './change-organisation.tsx'
import { lastOf } from './changed-history.ts'
import { OrganisationFacts } from './organisation-facts.tsx'
import './organisations-page.css'
import { Timeline } from './timeline.tsx'
import { timelineOf } from './timeline-of.ts'

const words = organisations.page

export function OrganisationPage() {
  const { organisation = '' } = useParams()
  const [search] = useSearchParams()
  const may = useMay()
  const [isChanging, setChanging] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: [...organisationsKey, 'history', organisation],
    queryFn: ({ signal }) => client.call('organisations.history', { params: { organisation }, signal }),
  })
  const year = search.get('year')
  const crumbs = [{ title: organisations.title, path: `/organisations${year === null ? '' : `?year=${year}`}` }]
  if (data === undefined)
    return (
      <Page title={words.missing} crumbs={crumbs}>
        <div className="panel">
          {error === null ? <StateView kind="loading" /> : <StateView kind="error" error={error} onRetry={() => void refetch()} />}
        </div>
      </Page>
    )
  const history = data.organisation
  return (
    <Page
      title={lastOf(history.names) ?? words.missing}
      crumbs={crumbs}
      actions={
        <>
          {may(['organisation.manage']) && (
            <Button type="primary" onClick={() => setChanging(true)}>
              {words.edit}
            </Button>
          )}
          <Button onClick={() => print()}>{organisations.print}</Button>
        </>
      }
    >
      <Section title={words.facts}>
        <OrganisationFacts history={history} />
      </Section>
      <Section title={words.timeline} about={words.timelineAbout}>
        <Timeline events={timelineOf(history, data.changes)} />
      </Section>
      {isChanging && <ChangeOrganisation history={history} onClose={() => setChanging(false)} />}
    </Page>
  )
}
