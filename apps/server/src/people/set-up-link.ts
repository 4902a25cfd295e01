/** The link of the first start: printed where the server runs, good once and for a day. Only its digest is kept. */
import { Refusal } from '@jiheng/contract'
import { type Ground, isSetUp, readLocal, removeLocal, writeLocal } from '@jiheng/store'
import type { Container } from '../container.ts'
import { hashSecret } from '../http/secrets.ts'

const name = 'set-up-link'
const lifeMs = 24 * 3600_000

interface Kept {
  readonly hash: string
  readonly expiresAt: string
}

/** null: somebody manages accounts already. A new one makes the one before void. */
export async function newSetUpLink(ground: Ground, { newSecret, origin }: Pick<Container, 'newSecret' | 'origin'>): Promise<string | null> {
  if (await isSetUp(ground)) {
    await removeLocal(ground, name)
    return null
  }
  const secret = newSecret()
  const kept: Kept = { hash: hashSecret(secret), expiresAt: new Date(ground.now.getTime() + lifeMs).toISOString() }
  await writeLocal(ground, name, kept)
  return `${origin}/setup?token=${secret}`
}

/** Refuses with setup.done, or link.invalid. Digests are compared: the time tells nothing of the secret. */
export async function checkSetUpLink(ground: Ground, token: string): Promise<void> {
  if (await isSetUp(ground)) throw new Refusal('setup.done')
  const kept = (await readLocal(ground, name)) as Kept | undefined
  if (kept === undefined || kept.hash !== hashSecret(token) || kept.expiresAt < ground.now.toISOString()) throw new Refusal('link.invalid')
}

/** Refuses as checkSetUpLink; of two that come with it at once one comes too late: setup.done. */
export async function takeSetUpLink(ground: Ground, token: string): Promise<void> {
  await checkSetUpLink(ground, token)
  if (!(await removeLocal(ground, name))) throw new Refusal('setup.done')
}
