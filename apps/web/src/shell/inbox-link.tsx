import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge } from 'antd'
import { Link } from 'react-router'
import { client } from '../api/client.ts'
import { useWork } from '../api/use-session.ts'
import { shell } from '../wording/shell.ts'

/** How much waits for this post. Where the count cannot be read the link stays, without one. */
export function InboxLink() {
  const { post } = useWork()
  const { data } = useQuery({
    queryKey: ['inbox', 'count', post?.id],
    queryFn: () => client.call('inbox.count', { body: null }),
    refetchInterval: 60_000,
  })
  const count = data?.count ?? 0
  return (
    <Link to="/inbox" className="bar-button" aria-label={shell.inbox(count)} title={shell.inbox(count)}>
      <Badge count={count} size="small" overflowCount={99} color="#b42318">
        <BellOutlined />
      </Badge>
    </Link>
  )
}
