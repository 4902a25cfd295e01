import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { BrowserRouter, useNavigate } from 'react-router'
import { makeQueryClient } from './api/query-client.ts'
import { Pages } from './routes.tsx'
import { Themed } from './theme/themed.tsx'

export function Root() {
  return (
    <BrowserRouter>
      <Themed>
        <WithServer />
      </Themed>
    </BrowserRouter>
  )
}

/** Whoever is signed out goes to sign in, and comes back to where they were. */
function WithServer() {
  const navigate = useNavigate()
  const [queries] = useState(() =>
    makeQueryClient(() => {
      const { pathname, search } = location
      if (pathname === '/sign-in') return
      const back = pathname === '/' ? '' : `?back=${encodeURIComponent(pathname + search)}`
      void navigate(`/sign-in${back}`, { replace: true })
    }),
  )
  return (
    <QueryClientProvider client={queries}>
      <Pages />
    </QueryClientProvider>
  )
}
