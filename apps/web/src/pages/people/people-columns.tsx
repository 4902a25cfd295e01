import type { Account } from '@jiheng/contract'
import { Link } from 'react-router'
import type { Column } from '../../parts/table/column.ts'
import { Time } from '../../parts/time.tsx'
import { people as words } from '../../wording/people.ts'
import { AccountState } from './account-state.tsx'
import { postsNow, postWords } from './posts-of.ts'

const said = (account: Account) => {
  const posts = postsNow(account.posts)
  return posts.length === 0 ? words.noPost : posts.map(postWords).join(words.between)
}

export const peopleColumns: readonly Column<Account>[] = [
  { key: 'name', title: words.columns.name, width: 120, isSticky: true, cell: ({ id, name }) => <Link to={`/people/${id}`}>{name}</Link> },
  { key: 'login', title: words.columns.login, width: 160, cell: ({ loginName }) => loginName, hover: ({ loginName }) => loginName },
  { key: 'posts', title: words.columns.posts, cell: said, hover: said },
  { key: 'state', title: words.columns.state, width: 100, cell: (account) => <AccountState account={account} /> },
  {
    key: 'seen',
    title: words.columns.seen,
    width: 160,
    cell: ({ lastSeenAt }) => (lastSeenAt === null ? words.never : <Time instant={lastSeenAt} />),
  },
]
