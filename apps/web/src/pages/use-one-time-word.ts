import { useEffect, useState } from 'react'

/** The `token` of a link that works once. It leaves the address, so that it stays in no history and on no screenshot. Without one: ''. */
export function useOneTimeWord(): string {
  const [token] = useState(() => new URLSearchParams(location.search).get('token') ?? '')
  useEffect(() => {
    if (token !== '') history.replaceState(history.state, '', location.pathname)
  }, [token])
  return token
}
