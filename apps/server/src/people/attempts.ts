/**
 * How often something was tried lately, by address or account: in memory, of bounded size. The count that locks an account is
 * in the database and survives a restart; this one only slows down who tries many accounts.
 */
import { Refusal } from '@jiheng/contract'

export interface Attempts {
  /** One more; refuses with request.too-many, and the seconds to wait, beyond the limit. Gives what takes it back, for whoever was right. */
  readonly note: (key: string, now: Date, limit?: number) => () => void
  /** Failures to sign in by a name that nobody has: it is locked like any other, so that nothing tells them apart. */
  readonly failNobody: (name: string, now: Date) => Date | null
  readonly nobodyLockedUntil: (name: string, now: Date) => Date | null
}

const windowMs = 10 * 60_000
/** A whole office may come from one address. */
const usualLimit = 100
const mostKeys = 20_000
const dayMs = 24 * 3600_000

export function createAttempts(lockedUntil: (failures: number, now: Date) => Date | null): Attempts {
  const seen = bounded<number[]>()
  const nobodies = bounded<{ readonly failures: number; readonly until: Date | null; readonly at: number }>()
  const nobody = (name: string, now: Date) => {
    const found = nobodies.get(name)
    return found !== undefined && now.getTime() - found.at < dayMs ? found : undefined
  }
  return {
    note: (key, now, limit = usualLimit) => {
      const recent = (seen.get(key) ?? []).filter((at) => at > now.getTime() - windowMs)
      const [oldest] = recent
      if (recent.length >= limit && oldest !== undefined) {
        seen.set(key, recent)
        throw new Refusal('request.too-many', { details: { seconds: Math.max(1, Math.ceil((oldest + windowMs - now.getTime()) / 1000)) } })
      }
      const at = now.getTime()
      seen.set(key, [...recent, at])
      return () => {
        const noted = seen.get(key) ?? []
        const place = noted.lastIndexOf(at)
        if (place >= 0) seen.set(key, noted.toSpliced(place, 1))
      }
    },
    failNobody: (name, now) => {
      const failures = (nobody(name, now)?.failures ?? 0) + 1
      const until = lockedUntil(failures, now)
      nobodies.set(name, { failures, until, at: now.getTime() })
      return until
    },
    nobodyLockedUntil: (name, now) => {
      const until = nobody(name, now)?.until ?? null
      return until !== null && until > now ? until : null
    },
  }
}

/** What was set longest ago makes room. */
function bounded<Value>() {
  const map = new Map<string, Value>()
  return {
    get: (key: string): Value | undefined => map.get(key),
    set: (key: string, value: Value): void => {
      map.delete(key)
      map.set(key, value)
      if (map.size > mostKeys) map.delete(map.keys().next().value as string)
    },
  }
}
