/** One request from its arrival to its answer: read, authenticate, permit, do it in one transaction, answer. */

import { Readable } from 'node:stream'
import { type Access, permissions, Refusal, type Route, type RouteId, requestMark, routes } from '@jiheng/contract'
import { type FoundViewer, type Ground, holds, type Work } from '@jiheng/store'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { Container } from '../container.ts'
import { networkOf } from '../people/network-of.ts'
import { type Look, splitSession } from './answers.ts'
import { authenticate, presented, signOnStateIn } from './authenticate.ts'
import { deviceOf } from './device.ts'
import type { Caller, ErasedEndpoint } from './endpoint.ts'
import { done, onceByKey } from './idempotency.ts'
import { pathToUnkeepable, refuseUnkeepable } from './keepable.ts'
import { invalid } from './problems.ts'
import { sendAnswer } from './send.ts'

// What is wrong with what was filled in is said in Chinese.
const inChinese = { error: z.locales.zhCN().localeError }

type AnyAsked = { params: unknown; query: unknown; body: unknown }

export function handleWith(id: RouteId, endpoint: ErasedEndpoint, container: Container) {
  const route: Route = routes[id]
  const isOpen = route.access.who === 'anyone'
  const lifeMs = container.settings.sessionHours * 3600_000

  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (container.stopping.aborted) throw new Refusal('server.stopping')
    const identity = presented(request.headers)
    refuseForeignOrigin(request, route, container)
    const asked = readAsked(request, route)
    const caller: Caller = {
      address: networkOf(request.ip),
      device: deviceOf(request.headers['user-agent']),
      sessionId: null,
      signOnState: signOnStateIn(request.headers.cookie),
    }

    if (endpoint.asksNothing) {
      const answer = declared(route, await endpoint.run({ ...asked, caller, container } as never, undefined as never))
      return sendAnswer(reply, route, answer, { session: null, container, look: noLook })
    }

    const entered = async (ground: Ground): Promise<FoundViewer | null> => {
      const found = isOpen ? null : await authenticate(ground, identity, lifeMs)
      if (!isOpen) permit(found, route.access)
      return found
    }
    const transact = <Result>(run: (ground: Ground, work: Work | null) => Promise<Result>): Promise<Result> =>
      container.transact(async (ground) => {
        const found = await entered(ground)
        return run(ground, found && { ...ground, viewer: found.viewer })
      })

    /** For what goes on after the answer has begun: asked anew each time, and no sign that anybody is there. */
    const look: Look = (run) =>
      container.transact(async (ground) => {
        const found = await authenticate(ground, identity, null)
        permit(found, route.access)
        return run({ ...ground, viewer: found.viewer })
      })

    const stream = route.body === 'bytes' ? streamOf(request) : null
    // Nobody's bytes are received before it is known whose they are.
    if (endpoint.prepare !== undefined && !isOpen) await transact(async () => {})
    const prepared = await endpoint.prepare?.({ asked, caller, container, stream, transact } as never)

    const outcome = await container.transact(async (ground) => {
      const found = await entered(ground)
      const work = found && { ...ground, viewer: found.viewer }
      // What came as bytes is in what was made of them: the same key with another file is another request.
      const key = await onceByKey(id, request, stream === null ? asked : { ...asked, sent: prepared }, work)
      if (key.kind === 'answered') return { answer: key.answer, session: null, isReplay: true }
      const whole = { ...asked, caller: { ...caller, sessionId: found?.session?.id ?? null }, container, ground, work }
      const given = splitSession(await endpoint.run(whole as never, prepared as never))
      const answer = declared(route, given.answer)
      await done(key, answer, work)
      return { answer, session: given.session, isReplay: false }
    })
    if (!outcome.isReplay) endpoint.after?.(outcome.answer as never, container)
    return sendAnswer(reply, route, outcome.answer, { session: outcome.session, container, look })
  }
}

const noLook: Look = () => Promise.reject(new Refusal('session.missing'))

/** A page of another site can make a browser send a request, but not with this header, nor from our origin. */
function refuseForeignOrigin(request: FastifyRequest, { method }: Route, { origin }: Container): void {
  if (method === 'GET' || request.headers.authorization !== undefined) return
  const from = request.headers.origin
  const isOurs = from === undefined || from === origin
  if (!isOurs || request.headers[requestMark.name] !== requestMark.value) throw new Refusal('request.foreign-origin')
}

function readAsked(request: FastifyRequest, route: Route): AnyAsked {
  const params = route.params.safeParse(request.params, inChinese)
  if (!params.success || pathToUnkeepable(params.data) !== null) throw new Refusal('thing.not-found')
  const query = route.query.safeParse(request.query, inChinese)
  if (!query.success) throw invalid('query', query.error.issues)
  refuseUnkeepable('query', query.data)
  if (route.body === null || route.body === 'bytes') return { params: params.data, query: query.data, body: null }
  const body = route.body.safeParse(request.body, inChinese)
  if (!body.success) throw invalid('body', body.error.issues)
  refuseUnkeepable('body', body.data)
  return { params: params.data, query: query.data, body: body.data }
}

/** A file as it comes; whatever says that it is something else was read as that already. */
function streamOf({ body }: FastifyRequest): Readable {
  if (!(body instanceof Readable)) throw new Refusal('request.not-bytes')
  return body
}

/** Whether the person may ask at all; what they see and do is narrowed by the queries. */
function permit(found: FoundViewer | null, access: Access): asserts found is FoundViewer {
  if (found === null) throw new Refusal('session.missing')
  const wanted = access.who === 'holder' ? [access.of] : access.who === 'holder-of-any' ? access.of : []
  const [first] = wanted
  if (first === undefined || wanted.some((permission) => holds(found.viewer, permission))) return
  const isToken = found.viewer.tokenPermissions !== null
  throw new Refusal(isToken ? 'token.scope' : 'permission.missing', { details: { permission: permissions[first] } })
}

/** Only what the contract declares leaves the house; what it declares and is not there is a bug. */
function declared({ answer }: Route, given: unknown): unknown {
  return typeof answer === 'string' ? given : answer.parse(given)
}
