/** For which organisation a person works just now: one sign-in may serve several. */
import { DownOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import type { Post } from '../api/shape.ts'
import { useWork } from '../api/use-session.ts'
import { shell } from '../wording/shell.ts'

const nameOf = ({ organisation, role }: Post) => shell.postOf(organisation.name, role)

export function PostSwitcher() {
  const { post, posts, choosePost } = useWork()
  if (post === null) return <span className="bar-text">{shell.noPost}</span>
  if (posts.length < 2)
    return (
      <span className="bar-text" title={nameOf(post)}>
        {post.organisation.name}
      </span>
    )
  const items = posts.map((one) => ({ key: one.id, label: nameOf(one) }))
  return (
    <Dropdown trigger={['click']} menu={{ items, selectable: true, selectedKeys: [post.id], onClick: ({ key }) => choosePost(key) }}>
      <button type="button" className="bar-button" aria-label={`${shell.post}：${nameOf(post)}`} aria-haspopup="menu">
        <span className="bar-text">{post.organisation.name}</span>
        <DownOutlined />
      </button>
    </Dropdown>
  )
}
