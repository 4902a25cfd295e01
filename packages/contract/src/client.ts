/** The typed client: the page's, the command's and that of the tests. It knows the contract and nothing of the server. */
import type { WireProblem } from './problem.ts'
import type { Route } from './route.ts'
import { type AnsweredBy, apiRoot, type RouteId, routes, type SentTo } from './routes.ts'

/** The server refused, and says why. */
export class ProblemError extends Error {
  readonly problem: WireProblem
  constructor(problem: WireProblem) {
    super(`${problem.code}: ${problem.message}`)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** No answer came: the network, or something between. */
export class NoAnswer extends Error {
  readonly status: number | null
  constructor(status: number | null, cause?: unknown) {
    super(status === null ? 'no answer' : `answer ${status} is not from this system`, { cause })
    this.name = 'NoAnswer'
    this.status = status
  }
}

export interface ClientOptions {
  /** `fetch` of the browser or of Node. */
  readonly send: (address: string, init: RequestInit) => Promise<Response>
  /** Scheme, host and port; '' where the page itself comes from. */
  readonly origin: string
  /** A token of the API instead of the page's cookie. */
  readonly token?: string
  readonly newKey: () => string
  /** Where no browser keeps it. */
  readonly cookie?: () => string
}

/** `params`, `query` and `body` as the route wants them; what a route does not take is left out. */
export type Call<Id extends RouteId> = Partial<SentTo<Id>> & {
  readonly signal?: AbortSignal
  /** The same key: done once, however often it is asked. One is made for each call that changes something. */
  readonly key?: string
}

export interface Client {
  readonly call: <Id extends RouteId>(id: Id, call?: Call<Id>) => Promise<AnsweredBy<Id>>
  /** The answer as it comes: for files and events. Problems are thrown as with `call`. */
  readonly open: <Id extends RouteId>(id: Id, call?: Call<Id>) => Promise<Response>
  /** Where a file is fetched from by a link. */
  readonly address: <Id extends RouteId>(id: Id, call?: Pick<Call<Id>, 'params' | 'query'>) => string
}

/** Sent with every request that changes something: a form of a foreign page cannot add a header. */
export const requestMark = { name: 'x-jiheng-request', value: '1' } as const

export function createClient({ send, origin, token, newKey, cookie }: ClientOptions): Client {
  const address: Client['address'] = (id, call = {}) => `${origin}${apiRoot}${pathOf(routes[id].path, call.params)}${queryOf(call.query)}`

  const open: Client['open'] = async (id, call = {}) => {
    const route: Route = routes[id]
    const isChange = route.method !== 'GET'
    const isFile = route.body === 'bytes'
    const headers: Record<string, string> = { accept: 'application/json' }
    if (isChange) {
      headers[requestMark.name] = requestMark.value
      headers['idempotency-key'] = call.key ?? newKey()
    }
    if (token !== undefined) headers.authorization = `Bearer ${token}`
    if (cookie !== undefined) headers.cookie = cookie()
    const body = call.body as unknown
    if (isFile) headers['content-type'] = 'application/octet-stream'
    else if (body !== undefined && body !== null) headers['content-type'] = 'application/json'
    const init: RequestInit = {
      method: route.method,
      headers,
      redirect: 'manual',
      body: isFile ? (body as BodyInit) : body === undefined || body === null ? null : JSON.stringify(body),
      ...(call.signal === undefined ? {} : { signal: call.signal }),
    }
    const response = await send(address(id, call), init).catch((cause: unknown) => {
      if (call.signal?.aborted) throw cause
      throw new NoAnswer(null, cause)
    })
    if (response.ok || (response.status >= 300 && response.status < 400)) return response
    throw await problemIn(response)
  }

  const call: Client['call'] = async (id, given) => {
    const response = await open(id, given)
    const { answer } = routes[id]
    if (typeof answer === 'string') return null as never
    return (await response.json()) as never
  }
  return { call, open, address }
}

async function problemIn(response: Response): Promise<Error> {
  const isProblem = response.headers.get('content-type')?.includes('problem+json') === true
  if (!isProblem) return new NoAnswer(response.status)
  return new ProblemError((await response.json()) as WireProblem)
}

function pathOf(path: string, params: unknown): string {
  const values = (params ?? {}) as Readonly<Record<string, unknown>>
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])))
}

function queryOf(query: unknown): string {
  const pairs = Object.entries((query ?? {}) as Readonly<Record<string, unknown>>).filter(([, value]) => value !== undefined)
  return pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`
}
