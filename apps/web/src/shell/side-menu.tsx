/** The menu at the left; on a phone the same list in a drawer. */
import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { NavLink } from 'react-router'
import { useMay } from '../api/use-session.ts'
import { entries, shell } from '../wording/shell.ts'
import { menu } from './menu.ts'
import { menuIcons } from './menu-icons.tsx'

export function MenuList({ onGo }: { readonly onGo?: () => void }) {
  const may = useMay()
  return (
    <ul className="menu-list">
      {menu
        .filter(({ needs }) => may(needs))
        .map(({ key, path }) => (
          <li key={key}>
            <NavLink to={path} end={path === '/'} title={entries[key].title} onClick={onGo}>
              {menuIcons[key]}
              <span className="menu-title">{entries[key].title}</span>
            </NavLink>
          </li>
        ))}
    </ul>
  )
}

export function SideMenu({ isNarrow, onNarrow }: { readonly isNarrow: boolean; readonly onNarrow: (isNarrow: boolean) => void }) {
  const label = isNarrow ? shell.widen : shell.narrow
  return (
    <nav className={`side-menu no-print${isNarrow ? ' is-narrow' : ''}`} aria-label={shell.menu}>
      <MenuList />
      <button
        type="button"
        className="menu-fold"
        onClick={() => onNarrow(!isNarrow)}
        title={label}
        aria-label={label}
        aria-expanded={!isNarrow}
      >
        {isNarrow ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        <span className="menu-title">{shell.narrow}</span>
      </button>
    </nav>
  )
}
