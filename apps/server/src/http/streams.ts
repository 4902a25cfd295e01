/** Connections that stay open for events: each asks the database again and again, so that nobody holds more than a person looks at. */
import { Refusal } from '@jiheng/contract'

export interface Streams {
  /** One more of the account; gives what ends it. Refuses with request.too-many. */
  readonly enter: (account: string) => () => void
}

/** A browser opens six to one server; a few devices. */
const mostEach = 20
const waitSeconds = 60

export function createStreams(): Streams {
  const open = new Map<string, number>()
  const change = (account: string, by: 1 | -1) => {
    const count = (open.get(account) ?? 0) + by
    if (count === 0) open.delete(account)
    else open.set(account, count)
  }
  return {
    enter: (account) => {
      if ((open.get(account) ?? 0) >= mostEach) throw new Refusal('request.too-many', { details: { seconds: waitSeconds } })
      change(account, 1)
      return () => change(account, -1)
    },
  }
}
