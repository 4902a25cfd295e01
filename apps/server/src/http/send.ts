/** The one writer of answers. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { Refusal, type Route, type WireProblem } from '@jiheng/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Container } from '../container.ts'
import type { EventsAnswer, FileAnswer, Look, SessionChange, SpecialAnswer } from './answers.ts'
import { cookieHeader, signOnCookie } from './authenticate.ts'
import { toProblem } from './problems.ts'
import { answerHeaders } from './security-headers.ts'

interface Sending {
  readonly session: SessionChange | null
  readonly container: Container
  readonly look: Look
}

export async function sendAnswer(
  reply: FastifyReply,
  { answer: kind }: Route,
  answer: unknown,
  { session, container, look }: Sending,
): Promise<FastifyReply> {
  reply.headers(answerHeaders)
  if (session !== null) reply.header('set-cookie', cookieHeader(session, container.origin.startsWith('https:')))
  if (kind === 'none') return reply.code(204).send()
  if (typeof kind !== 'string') return reply.send(answer)
  const special = answer as SpecialAnswer
  switch (special.kind) {
    case 'file':
      return sendFile(reply, special)
    case 'events':
      return sendEvents(reply, special, look, container)
    case 'redirect':
      reply.header('set-cookie', signOnCookie(special.signOnState, container.origin.startsWith('https:')))
      return reply.redirect(special.location, 303)
    case 'html':
      return reply.type('text/html; charset=utf-8').send(special.html)
  }
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, container: Container): FastifyReply {
  const trace = randomBytes(4).toString('hex')
  const { problem, isBug } = toProblem(error, trace)
  const values = { route: request.routeOptions.url, method: request.method, code: problem.code }
  if (isBug) container.log.error({ ...values, trace, error: error instanceof Error ? error.stack : String(error) }, 'bug')
  else container.log.debug(values, 'refused')
  return writeProblem(reply, problem)
}

function writeProblem(reply: FastifyReply, problem: WireProblem): FastifyReply {
  const { seconds } = problem.details
  if (problem.status === 429 && typeof seconds === 'number') reply.header('retry-after', seconds)
  // What was not read of a body that is refused must not be taken for the next request.
  if (problem.status === 413 || problem.status === 408) reply.header('connection', 'close')
  return reply.headers(answerHeaders).code(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))
}

function sendFile(reply: FastifyReply, { name, mediaType, content, bytes }: FileAnswer): FastifyReply {
  reply.type(mediaType).header('content-disposition', dispositionOf(name))
  if (bytes !== null) reply.header('content-length', bytes)
  return reply.send(typeof content === 'function' ? content() : Buffer.from(content))
}

/** A name may hold anything: what a header cannot hold is percent-encoded (RFC 8187), and nothing can end the line. */
function dispositionOf(name: string): string {
  const plain = name.replaceAll(/[^\w. -]/g, '_').slice(0, 100)
  // A surrogate without its other half cannot be encoded.
  const wellFormed = Buffer.from(name).toString()
  const encoded = encodeURIComponent(wellFormed).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** A line now and then, so that nothing between takes the connection for dead. */
const heartbeatMs = 15_000
/** Then the page asks again; and whoever takes nothing of what is sent is let go. */
const longestMs = 10 * 60_000

async function sendEvents(
  reply: FastifyReply,
  { account, events }: EventsAnswer,
  look: Look,
  { stopping, streams, log }: Container,
): Promise<FastifyReply> {
  const { raw } = reply
  const leave = streams.enter(account)
  reply.hijack()
  const gone = new AbortController()
  // Whoever went away before this line is not told of again.
  if (raw.destroyed) gone.abort()
  else raw.on('close', () => gone.abort())
  const signal = AbortSignal.any([gone.signal, stopping, AbortSignal.timeout(longestMs)])
  const eventHeaders = { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' }
  // It carries nothing after its end: kept open it would hold up the server that stops.
  raw.writeHead(200, { ...answerHeaders, ...eventHeaders, connection: 'close' })
  const beat = setInterval(() => raw.write(': \n\n'), heartbeatMs)
  try {
    for await (const event of events(signal, look)) {
      const isTaken = raw.write(`data: ${JSON.stringify(event)}\n\n`)
      if (!isTaken) await once(raw, 'drain', { signal })
    }
  } catch (error) {
    if (!signal.aborted && !(error instanceof Refusal))
      log.error({ error: error instanceof Error ? error.stack : String(error) }, 'events broke off')
  } finally {
    clearInterval(beat)
    leave()
    raw.end()
  }
  return reply
}
