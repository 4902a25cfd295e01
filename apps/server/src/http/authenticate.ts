/** Who sent the request: the cookie of a page, or a token of the API. Both name their region, so that no other is asked. */
import { apiRoot } from '@jiheng/contract'
import { type FoundViewer, type Ground, viewerOfSession, viewerOfToken } from '@jiheng/store'
import { parseCookie, stringifySetCookie } from 'cookie'
import type { SessionChange } from './answers.ts'
import { hashSecret } from './secrets.ts'

const cookieName = 'jiheng_session'
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const sessionShape = new RegExp(`^(${uuid})\\.([\\w-]{43})$`)
const tokenShape = new RegExp(`^Bearer jh_(${uuid})\\.([\\w-]{43})$`)

export interface Presented {
  readonly kind: 'session' | 'token'
  readonly regionId: string
  readonly secretHash: string
}

/**
 * null: neither, or nothing of the shape that we give out. Who names an authorization means it: the cookie beside it counts for nothing, so that what need not
 * come from our pages never acts for whoever is signed in there.
 */
export function presented(headers: {
  readonly cookie?: string | undefined
  readonly authorization?: string | undefined
}): Presented | null {
  const token = tokenShape.exec(headers.authorization ?? '')
  if (headers.authorization !== undefined && token === null) return null
  if (token !== null) return { kind: 'token', regionId: token[1] as string, secretHash: hashSecret(token[2] as string) }
  const session = sessionShape.exec(parseCookie(headers.cookie ?? '')[cookieName] ?? '')
  if (session !== null) return { kind: 'session', regionId: session[1] as string, secretHash: hashSecret(session[2] as string) }
  return null
}

/** `lifeMs`: how long a session that is used lives on; null: it is only looked at. */
export async function authenticate(ground: Ground, found: Presented | null, lifeMs: number | null): Promise<FoundViewer | null> {
  if (found === null) return null
  const { kind, regionId, secretHash } = found
  return kind === 'session' ? viewerOfSession(ground, regionId, secretHash, lifeMs) : viewerOfToken(ground, regionId, secretHash)
}

/** Scripts cannot read it, other sites cannot send it along. It goes with the browser; how long it is good is known to the database alone, which prolongs it. */
export function cookieHeader({ token, expiresAt }: SessionChange, isSecure: boolean): string {
  const shape = { name: cookieName, httpOnly: true, sameSite: 'strict', secure: isSecure, path: '/' } as const
  return token === null || expiresAt === null
    ? stringifySetCookie({ ...shape, value: '', maxAge: 0 })
    : stringifySetCookie({ ...shape, value: token })
}

const signOnName = 'jiheng_sign_on'
const signOnSeconds = 600

/** Sent along when the identity provider leads the browser back, which is another site; it opens nothing by itself. */
export function signOnCookie(state: string | null, isSecure: boolean): string {
  const shape = { name: signOnName, httpOnly: true, sameSite: 'lax', secure: isSecure, path: `${apiRoot}/sign-on` } as const
  return state === null
    ? stringifySetCookie({ ...shape, value: '', maxAge: 0 })
    : stringifySetCookie({ ...shape, value: state, maxAge: signOnSeconds })
}

export const signOnStateIn = (cookie: string | undefined): string | null => parseCookie(cookie ?? '')[signOnName] ?? null
