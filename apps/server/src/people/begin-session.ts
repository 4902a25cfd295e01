/** What every way of signing in ends with: a new session, its cookie, and the person as the page shows them. */
import type { Me } from '@jiheng/contract'
import { type AccountKey, beginSession, type Ground, meOf } from '@jiheng/store'
import type { Container } from '../container.ts'
import type { SessionChange } from '../http/answers.ts'
import type { Caller } from '../http/endpoint.ts'
import { hashSecret, sessionToken } from '../http/secrets.ts'

export interface Begun {
  readonly me: Me
  readonly session: SessionChange
}

export async function beginSessionOf(
  ground: Ground,
  { regionId, accountId }: AccountKey,
  caller: Caller,
  container: Container,
): Promise<Begun> {
  const secret = container.newSecret()
  const lifeMs = container.settings.sessionHours * 3600_000
  const { device, address } = caller
  const session = await beginSession(ground, { regionId, accountId, tokenHash: hashSecret(secret), lifeMs, device, address })
  const me = await meOf(ground, { regionId, accountId }, { session, tokenPermissions: null })
  return { me, session: { token: sessionToken(regionId, secret), expiresAt: session.expiresAt } }
}
