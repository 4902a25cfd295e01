import type { Me } from '@jiheng/contract'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { BrowserRouter, useNavigate } from 'react-router'
import { whenSignedOut } from './api/connection.ts'
import { makeQueryClient } from './api/query-client.ts'
import { sessionKey } from './api/use-session.ts'
import { Pages } from './routes.tsx'
import { ConnectionNotice } from './shell/connection-notice.tsx'
import { Themed } from './theme/themed.tsx'

const SignInAgain = lazy(() => import('./shell/sign-in-again.tsx').then(({ SignInAgain }) => ({ default: SignInAgain })))

export function Root() {
  return (
    <BrowserRouter>
      <Themed>
        <WithServer />
      </Themed>
    </BrowserRouter>
  )
}

/**
 * Whoever comes without being signed in goes to sign in, and comes back to where they were. Whose session ends while they work
 * signs in over the page: nothing they typed is lost.
 */
function WithServer() {
  const navigate = useNavigate()
  const [expired, setExpired] = useState<string | null>(null)
  const [queries] = useState(() => {
    const made = makeQueryClient(() => {
      const { pathname, search } = location
      if (/^\/(?:sign-in|setup|link)\b/.test(pathname)) return
      if (made.getQueryData(sessionKey) !== undefined) return
      const back = pathname === '/' ? '' : `?back=${encodeURIComponent(pathname + search)}`
      void navigate(`/sign-in${back}`, { replace: true })
    })
    return made
  })
  useEffect(
    () =>
      whenSignedOut(() => {
        const known = queries.getQueryData<Me>(sessionKey)
        if (known !== undefined) setExpired(known.account.loginName)
      }),
    [queries],
  )
  const goOn = (me: Me) => {
    setExpired(null)
    queries.setQueryData(sessionKey, me)
    void queries.invalidateQueries()
  }
  const leave = () => {
    setExpired(null)
    queries.clear()
    void navigate('/sign-in')
  }
  return (
    <QueryClientProvider client={queries}>
      <Pages />
      <ConnectionNotice />
      {expired !== null && (
        <Suspense>
          <SignInAgain loginName={expired} onSignedIn={goOn} onLeave={leave} />
        </Suspense>
      )}
    </QueryClientProvider>
  )
}
