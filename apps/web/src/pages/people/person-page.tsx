import type { Account } from '@jiheng/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { client } from '../../api/client.ts'
import { Page } from '../../parts/page.tsx'
import { Permitted } from '../../parts/permitted.tsx'
import { StateView } from '../../parts/state-view.tsx'
import { people } from '../../wording/people.ts'
import { accountsKey } from './people-keys.ts'
import { PersonActions } from './person-actions.tsx'
import { PersonFacts } from './person-facts.tsx'
import { PersonPosts } from './person-posts.tsx'

const crumbs = [{ title: people.title, path: '/people' }]

export const PersonPage = () => (
  <Permitted title={people.person.missing} needs={['account.manage']}>
    <Person />
  </Permitted>
)

function Person() {
  const { account = '' } = useParams()
  const cache = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: [...accountsKey, 'one', account],
    queryFn: ({ signal }) => client.call('accounts.get', { params: { account }, signal }),
  })
  if (data === undefined)
    return (
      <Page title={people.person.missing} crumbs={crumbs}>
        <div className="panel">
          {error === null ? <StateView kind="loading" /> : <StateView kind="error" error={error} onRetry={() => void refetch()} />}
        </div>
      </Page>
    )
  const onChanged = (changed?: Account) => {
    if (changed !== undefined) cache.setQueryData([...accountsKey, 'one', account], changed)
    return cache.invalidateQueries({ queryKey: accountsKey })
  }
  return (
    <Page title={data.name} crumbs={crumbs} actions={<PersonActions account={data} onChanged={onChanged} />}>
      <PersonFacts account={data} />
      <PersonPosts account={data} onChanged={onChanged} />
    </Page>
  )
}
