import { useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../../api/client.ts'
import { ConfirmAction } from '../../parts/confirm-action.tsx'
import { Section } from '../../parts/section.tsx'
import { StateView } from '../../parts/state-view.tsx'
import { Tag } from '../../parts/tag.tsx'
import { Time } from '../../parts/time.tsx'
import { account } from '../../wording/account.ts'

const words = account.sessions
export const sessionsKey = ['sessions'] as const

export function SessionsSection() {
  const cache = useQueryClient()
  const { data, error, refetch } = useQuery({ queryKey: sessionsKey, queryFn: ({ signal }) => client.call('sessions.list', { signal }) })
  const revoke = async (session: string) => {
    await client.call('sessions.revoke', { params: { session } })
    await cache.invalidateQueries({ queryKey: sessionsKey })
  }
  return (
    <Section title={words.title} about={words.about}>
      {data === undefined ? (
        error === null ? (
          <StateView kind="loading" />
        ) : (
          <StateView kind="error" error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <div className="plain-scroll">
          <table className="plain-table is-lines">
            <thead>
              <tr>
                <th scope="col">{words.device}</th>
                <th scope="col">{words.address}</th>
                <th scope="col">{words.since}</th>
                <th scope="col">{words.seen}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {data.items.map(({ id, device, address, createdAt, lastSeenAt, isThis }) => (
                <tr key={id}>
                  <td>
                    {device} {isThis && <Tag tone="good">{words.here}</Tag>}
                  </td>
                  <td>{address}</td>
                  <td data-label={words.since}>
                    <Time instant={createdAt} />
                  </td>
                  <td data-label={words.seen}>
                    <Time instant={lastSeenAt} />
                  </td>
                  <td className="is-end">
                    {!isThis && (
                      <ConfirmAction
                        title={words.revokeTitle}
                        consequence={words.revokeWhy(device)}
                        confirm={words.revoke}
                        button={{ size: 'small' }}
                        onConfirm={() => revoke(id)}
                      >
                        {words.revoke}
                      </ConfirmAction>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}
