/** One-time links: what stands in their address, and how long they are good. The region stands in front, so that no other is asked. */
import { Refusal } from '@jiheng/contract'
import { type AccountKey, createLink, type Ground } from '@jiheng/store'
import type { Container } from '../container.ts'
import { hashSecret, sessionToken } from '../http/secrets.ts'

const dayMs = 24 * 3600_000
const lifeMs = { invite: 7 * dayMs, reset: dayMs } as const

export interface LinkShown {
  readonly address: string
  readonly expiresAt: string
}

/** Shown once, to be handed to the person. */
export async function newLink(
  ground: Ground,
  account: AccountKey,
  kind: 'invite' | 'reset',
  container: Pick<Container, 'newSecret' | 'origin'>,
): Promise<LinkShown> {
  const secret = container.newSecret()
  const expiresAt = new Date(ground.now.getTime() + lifeMs[kind])
  const { regionId, accountId } = account
  await createLink(ground, { regionId, accountId, kind, tokenHash: hashSecret(secret), expiresAt })
  return { address: `${container.origin}/link?token=${sessionToken(regionId, secret)}`, expiresAt: expiresAt.toISOString() }
}

const shape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/

/** Refuses with link.invalid for whatever is not of our shape. */
export function readLink(token: string): { readonly regionId: string; readonly tokenHash: string } {
  const [, regionId, secret] = shape.exec(token) ?? []
  if (regionId === undefined || secret === undefined) throw new Refusal('link.invalid')
  return { regionId, tokenHash: hashSecret(secret) }
}
