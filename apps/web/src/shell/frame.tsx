/** The frame of every page for people who are signed in: bar, menu, content. */
import { Suspense, useState } from 'react'
import { Link, Outlet, useLocation } from 'react-router'
import { isSignedOut } from '../api/query-client.ts'
import { desksOf, useSessionQuery, WorkContext } from '../api/use-session.ts'
import { StateView } from '../parts/state-view.tsx'
import { product } from '../wording/product.ts'
import { AccountMenu } from './account-menu.tsx'
import { Boundary } from './boundary.tsx'
import './frame.css'
import { DeskSwitcher } from './desk-switcher.tsx'
import { InboxLink } from './inbox-link.tsx'
import { keep, kept } from './kept.ts'
import { MenuDrawer } from './menu-drawer.tsx'
import { SearchBox } from './search-box.tsx'
import { SideMenu } from './side-menu.tsx'

export function Frame() {
  const session = useSessionQuery()
  const [chosen, setChosen] = useState(() => kept('desk'))
  const [isNarrow, setNarrow] = useState(() => kept('menu') === 'narrow')
  const { pathname } = useLocation()
  if (session.data === undefined) {
    // Whoever is not signed in is on the way to the page for it: nothing to say here.
    const hasFailed = session.error !== null && !isSignedOut(session.error)
    return (
      <main>
        <h1 className="unseen">{product.name}</h1>
        {hasFailed ? <StateView kind="error" error={session.error} onRetry={() => void session.refetch()} /> : <StateView kind="loading" />}
      </main>
    )
  }
  const { region } = session.data
  const desks = desksOf(session.data)
  const chooseDesk = (key: string) => {
    keep('desk', key)
    setChosen(key)
  }
  const narrow = (now: boolean) => {
    keep('menu', now ? 'narrow' : 'wide')
    setNarrow(now)
  }
  const work = { ...session.data, desks, desk: desks.find(({ key }) => key === chosen) ?? desks[0] ?? null, chooseDesk }
  return (
    <WorkContext value={work}>
      <div className="frame">
        <a className="skip no-print" href="#content">
          {product.skip}
        </a>
        <header className="bar no-print">
          <MenuDrawer />
          <Link to="/" className="brand" aria-label={`${product.name} ${region.name}`}>
            <strong>{product.name}</strong>
            <span className="brand-region">{region.name}</span>
          </Link>
          <DeskSwitcher />
          <SearchBox />
          <InboxLink />
          <AccountMenu />
        </header>
        <SideMenu isNarrow={isNarrow} onNarrow={narrow} />
        <main id="content" className="content" tabIndex={-1}>
          <Boundary key={pathname}>
            <Suspense fallback={<StateView kind="loading" />}>
              <Outlet />
            </Suspense>
          </Boundary>
        </main>
      </div>
    </WorkContext>
  )
}
