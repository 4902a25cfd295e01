/** The HTTP side: every route of the contract and the page. Handlers are in resources/. */
import { apiRoot, Refusal, type Route, type RouteId, routeIds, routes } from '@jiheng/contract'
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Container } from '../container.ts'
import type { ErasedEndpoint, Handlers } from './endpoint.ts'
import { handleWith } from './handle.ts'
import { isPage, sendPage } from './pages.ts'
import { sendProblem } from './send.ts'

/** Bodies of JSON; files are received as streams under a limit of their own. */
const maxJsonBytes = 1024 * 1024
/** Longest wait for the head of a request, for a body of JSON, and for a whole file; how often the first and the last are looked after. */
const headersTimeoutMs = 20_000
const usualBodyMs = 30_000
const requestTimeoutMs = 15 * 60_000
const connectionsCheckingInterval = 5_000

export interface AppOptions {
  readonly container: Container
  readonly handlers: Handlers
  readonly logger: FastifyBaseLogger
  /** Serves what the browser loads; left out where only the API is wanted. */
  readonly pages: ((app: FastifyInstance) => Promise<void>) | null
  readonly bodyMs?: number
}

export async function buildApp({ container, handlers, logger, pages, bodyMs = usualBodyMs }: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: logger,
    // Addresses hold names of files and search words: the log says which route, never the address.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxJsonBytes,
    requestTimeout: requestTimeoutMs,
    http: { connectionsCheckingInterval },
    trustProxy: container.settings.trustedProxies.length > 0 ? [...container.settings.trustedProxies] : false,
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
    // An address that the router cannot read is one that is not there.
    frameworkErrors: (_error, request, reply) => sendProblem(new Refusal('route.not-found'), request, reply, container),
  })
  app.server.headersTimeout = headersTimeoutMs
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'))
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, container))
  app.addHook('onRequest', (request, reply, done) => {
    if (request.headers['content-type'] !== 'application/octet-stream') letNobodyDawdle(request, reply, bodyMs, container)
    done()
  })
  for (const id of routeIds) register(app, id, handlers[id], container)
  if (pages !== null) await pages(app)
  app.setNotFoundHandler((request, reply) => {
    if (pages !== null && isPage(request)) return sendPage(reply)
    return sendProblem(new Refusal('route.not-found'), request, reply, container)
  })
  return app
}

/** A body that comes byte by byte holds its connection; files alone may take their time. */
function letNobodyDawdle(request: FastifyRequest, reply: FastifyReply, ms: number, container: Container): void {
  const timer = setTimeout(() => {
    if (!request.raw.complete) sendProblem(new Refusal('request.too-slow'), request, reply, container)
  }, ms)
  reply.raw.once('close', () => clearTimeout(timer))
}

function register(app: FastifyInstance, id: RouteId, handler: ErasedEndpoint, container: Container): void {
  const route: Route = routes[id]
  app.route({
    method: route.method,
    url: `${apiRoot}${route.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    handler: handleWith(id, handler, container),
  })
}
