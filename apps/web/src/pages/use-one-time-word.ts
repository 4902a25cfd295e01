import { useEffect, useState } from 'react'

/**
 * The `token` of a link that works once. It leaves the address, so that it stays in no history and on no screenshot; the tab keeps it,
 * so that the page may be loaded again. Without one: ''.
 */
export function useOneTimeWord(): string {
  const place = `one-time:${location.pathname}`
  const [token] = useState(() => new URLSearchParams(location.search).get('token') ?? sessionStorage.getItem(place) ?? '')
  useEffect(() => {
    if (token === '') return
    sessionStorage.setItem(place, token)
    history.replaceState(history.state, '', location.pathname)
  }, [token, place])
  return token
}
