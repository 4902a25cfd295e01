import { UserOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import { useNavigate } from 'react-router'
import { client } from '../api/client.ts'
import { useForget, useWork } from '../api/use-session.ts'
import { useProblemMessage } from '../parts/problem-message.ts'
import { chooseLook, looks, useLook } from '../theme/use-look.ts'
import { shell } from '../wording/shell.ts'

export function AccountMenu() {
  const { account } = useWork()
  const { look } = useLook()
  const navigate = useNavigate()
  const forget = useForget()
  const tell = useProblemMessage()
  const signOut = async () => {
    try {
      await client.call('session.sign-out')
      forget()
      void navigate('/sign-in')
    } catch (error) {
      tell(error)
    }
  }
  const items = [
    { key: 'account', label: shell.ownAccount, onClick: () => void navigate('/account') },
    {
      key: 'look',
      type: 'group' as const,
      label: shell.look,
      children: looks.map((one) => ({ key: one, label: shell.looks[one], onClick: () => chooseLook(one) })),
    },
    { type: 'divider' as const },
    { key: 'out', label: shell.signOut, onClick: () => void signOut() },
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items, selectable: true, selectedKeys: [look] }}>
      <button type="button" className="bar-button" aria-label={shell.account(account.name)} aria-haspopup="menu">
        <UserOutlined />
        <span className="bar-text not-phone">{account.name}</span>
      </button>
    </Dropdown>
  )
}
