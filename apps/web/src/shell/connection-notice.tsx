/** Over every page while the server does not answer: what was typed is still there, and we keep trying. */
import { CloudSyncOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { client } from '../api/client.ts'
import { useIsAway } from '../api/connection.ts'
import { states } from '../wording/states.ts'
import './connection-notice.css'

const betweenMs = 3_000

export function ConnectionNotice() {
  const isAway = useIsAway()
  const queries = useQueryClient()
  useEffect(() => {
    if (!isAway) return
    const timer = setInterval(() => {
      client.call('system.health').then(
        // What was not read is read now; what is shown already stays.
        () => queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' }),
        () => {},
      )
    }, betweenMs)
    return () => clearInterval(timer)
  }, [isAway, queries])
  return (
    <div role="status" className="connection-notice">
      {isAway && (
        <p>
          <CloudSyncOutlined aria-hidden="true" /> {states.away}
        </p>
      )}
    </div>
  )
}
