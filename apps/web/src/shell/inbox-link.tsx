import { BellOutlined } from '@ant-design/icons'
import type { Inbox } from '@jiheng/contract'
import { useQuery } from '@tanstack/react-query'
import { Badge } from 'antd'
import { Link } from 'react-router'
import { client } from '../api/client.ts'
import { shell } from '../wording/shell.ts'

export const inboxKey = ['inbox'] as const

/** How much waits for this person. Where it cannot be read the link stays, without a count. */
export function InboxLink() {
  const { data } = useQuery({
    queryKey: inboxKey,
    queryFn: ({ signal }) => client.call('inbox.get', { signal }),
    refetchInterval: 60_000,
  })
  const count = data === undefined ? 0 : waitingIn(data)
  return (
    <Link to="/inbox" className="bar-button" aria-label={shell.inbox(count)} title={shell.inbox(count)}>
      <Badge count={count} size="small" overflowCount={99} color="#b42318">
        <BellOutlined />
      </Badge>
    </Link>
  )
}

/** What the person can do something about; what waits for others is not counted. */
export const waitingIn = ({ toReview, answered, ownReturned, ownAsked, unassigned }: Inbox): number =>
  toReview + answered + ownReturned + ownAsked + unassigned
