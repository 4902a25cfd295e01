/** A part of the program could not be read: after an update of the server it is gone; without a line it comes when the line does. */
import { useEffect, useRef, useState } from 'react'
import { client } from '../api/client.ts'
import { useIsAway } from '../api/connection.ts'
import { StateView } from '../parts/state-view.tsx'

export function MissingPart() {
  const isAway = useIsAway()
  const [hasAsked, setAsked] = useState(false)
  const wasAway = useRef(false)
  useEffect(() => {
    // Whether it answers is noted by the one that sends.
    const asked = () => setAsked(true)
    client.call('system.health').then(asked, asked)
  }, [])
  useEffect(() => {
    if (hasAsked && isAway) wasAway.current = true
    else if (wasAway.current) location.reload()
  }, [hasAsked, isAway])
  if (!hasAsked) return <StateView kind="loading" />
  return <StateView kind={isAway || wasAway.current ? 'unreached' : 'outdated'} />
}
