/** An organisation by its name, leading to its page. Those that are gone stand in no list of this year, so their history is asked. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { client } from '../../api/client.ts'
import { organisationsKey, useOrganisations } from '../../api/use-organisations.ts'
import { organisations } from '../../wording/organisations.ts'
import { lastOf } from './changed-history.ts'

export function OrganisationName({ id }: { readonly id: string }) {
  const list = useOrganisations()
  const listed = list.data?.items.find((one) => one.id === id)?.name
  const { data } = useQuery({
    queryKey: [...organisationsKey, 'history', id],
    queryFn: ({ signal }) => client.call('organisations.history', { params: { organisation: id }, signal }),
    enabled: list.data !== undefined && listed === undefined,
  })
  const name = listed ?? (data === undefined ? undefined : lastOf(data.organisation.names))
  return <Link to={`/organisations/${id}`}>{name ?? organisations.page.missing}</Link>
}
