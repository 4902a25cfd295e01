/** For which organisation a person works just now: one sign-in may serve several. */
import { DownOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import { type Desk, useWork } from '../api/use-session.ts'
import { shell } from '../wording/shell.ts'

const fullName = ({ name, roles }: Desk) => shell.desk(name, roles)

export function DeskSwitcher() {
  const { desk, desks, chooseDesk } = useWork()
  if (desk === null) return <span className="bar-text">{shell.noPost}</span>
  // The name of the region stands beside it already.
  if (desks.length < 2 && desk.organisation === null) return <span className="bar-text">{desk.roles.join(shell.and)}</span>
  if (desks.length < 2)
    return (
      <span className="bar-text" title={fullName(desk)}>
        {desk.name}
      </span>
    )
  const items = desks.map((one) => ({ key: one.key, label: fullName(one) }))
  return (
    <Dropdown trigger={['click']} menu={{ items, selectable: true, selectedKeys: [desk.key], onClick: ({ key }) => chooseDesk(key) }}>
      <button type="button" className="bar-button" aria-label={shell.workingFor(fullName(desk))} aria-haspopup="menu">
        <span className="bar-text">{desk.name}</span>
        <DownOutlined />
      </button>
    </Dropdown>
  )
}
