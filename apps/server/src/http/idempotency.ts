/** The same request sent twice is done once: the second time the first answer is given. */
import { createHash } from 'node:crypto'
import { Refusal, type RouteId, routes } from '@jiheng/contract'
import { claimKey, keepAnswer, type Work } from '@jiheng/store'
import type { FastifyRequest } from 'fastify'

/** Answers that hold a secret are not kept; asked again, they are refused. */
const secretAnswers: ReadonlySet<RouteId> = new Set(['accounts.create', 'accounts.reset', 'tokens.create', 'second-factor.confirm'])
/** What holds a password leaves no digest behind, for it could be guessed by that. Done twice, these do no harm. */
const secretBodies: ReadonlySet<RouteId> = new Set(['session.password', 'second-factor.begin', 'second-factor.remove'])

export type Key =
  | { readonly kind: 'none' }
  | { readonly kind: 'new'; readonly key: string; readonly isSecret: boolean }
  | { readonly kind: 'answered'; readonly answer: unknown }

export async function onceByKey(id: RouteId, request: FastifyRequest, asked: object, work: Work | null): Promise<Key> {
  const given = request.headers['idempotency-key']
  if (
    routes[id].method === 'GET' ||
    secretBodies.has(id) ||
    work === null ||
    typeof given !== 'string' ||
    given === '' ||
    given.length > 100
  )
    return { kind: 'none' }
  const digest = createHash('sha256')
    .update(JSON.stringify([id, asked]))
    .digest('hex')
  const found = await claimKey(work, given, digest)
  if (found === null) return { kind: 'new', key: given, isSecret: secretAnswers.has(id) }
  if (found.digest !== digest || found.answer === undefined) throw new Refusal('request.key-reused')
  return { kind: 'answered', answer: found.answer }
}

/** In the same transaction as what was done: both are there, or neither. Files and streams are not kept, only made anew. */
export async function done(key: Key, answer: unknown, work: Work | null): Promise<void> {
  if (key.kind === 'new' && work !== null && !key.isSecret) await keepAnswer(work, key.key, answer)
}
