import { Link } from 'react-router'
import { useMay, useWork } from '../api/use-session.ts'
import { Page } from '../parts/page.tsx'
import { StateView } from '../parts/state-view.tsx'
import { menu } from '../shell/menu.ts'
import { menuIcons } from '../shell/menu-icons.tsx'
import { home } from '../wording/home.ts'
import { entries } from '../wording/shell.ts'
import './home-page.css'

/** What this person can do here, each with a word of what it is for. */
export function HomePage() {
  const { account, desk } = useWork()
  const may = useMay()
  return (
    <Page title={entries.home.title} extra={<span>{home.greeting(account.name)}</span>}>
      {desk === null ? (
        <div className="panel">
          <StateView kind="empty" title={home.noPost} hint={home.noPostHint} />
        </div>
      ) : (
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
      )}
    </Page>
  )
}
