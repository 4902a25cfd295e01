/** What else this person can do here, each with a word of what it is for. */
import { Link } from 'react-router'
import { useMay } from '../../api/use-session.ts'
import { menu } from '../../shell/menu.ts'
import { menuIcons } from '../../shell/menu-icons.tsx'
import { entries } from '../../wording/shell.ts'

export function Entries() {
  const may = useMay()
  return (
    <ul className="home-entries">
      {menu
        .filter(({ key, needs }) => key !== 'home' && may(needs))
        .map(({ key, path }) => (
          <li key={key}>
            <Link to={path} className="home-entry">
              {menuIcons[key]}
              <span>
                <strong>{entries[key].title}</strong>
                <span className="home-about">{entries[key].about}</span>
              </span>
            </Link>
          </li>
        ))}
    </ul>
  )
}
