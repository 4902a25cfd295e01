/** The one way to the server. Answers are typed by the route; trouble is a `ProblemError`. */
import type { Problem, Session } from './shape.ts'

/** Routes by name: how they are asked, what they take, what comes back. */
interface Routes {
  readonly 'session.read': { readonly sent: null; readonly answer: Session }
  readonly 'session.begin': {
    readonly sent: { readonly login: string; readonly password: string; readonly code?: string }
    readonly answer: Session
  }
  readonly 'session.end': { readonly sent: null; readonly answer: null }
  readonly 'setup.finish': {
    readonly sent: Readonly<Record<'token' | 'region' | 'bureau' | 'name' | 'login' | 'password', string>>
    readonly answer: null
  }
  readonly 'inbox.count': { readonly sent: null; readonly answer: { readonly count: number } }
}

const paths: Readonly<Record<keyof Routes, readonly [method: string, path: string]>> = {
  'session.read': ['GET', '/session'],
  'session.begin': ['POST', '/session'],
  'session.end': ['DELETE', '/session'],
  'setup.finish': ['POST', '/setup'],
  'inbox.count': ['GET', '/inbox/count'],
}

/** The server said no, and why. */
export class ProblemError extends Error {
  readonly problem: Problem
  readonly status: number

  constructor(problem: Problem, status: number) {
    super(problem.message)
    this.name = 'ProblemError'
    this.problem = problem
    this.status = status
  }
}

export const client = {
  async call<Id extends keyof Routes>(id: Id, { body }: { readonly body: Routes[Id]['sent'] }): Promise<Routes[Id]['answer']> {
    const [method, path] = paths[id]
    const headers: Record<string, string> = { accept: 'application/json' }
    if (body !== null) headers['content-type'] = 'application/json'
    const response = await fetch(`/api/v1${path}`, { method, headers, ...(body === null ? {} : { body: JSON.stringify(body) }) })
    if (response.status === 204) return null as Routes[Id]['answer']
    const answer: unknown = await response.json()
    if (!response.ok) throw new ProblemError(answer as Problem, response.status)
    return answer as Routes[Id]['answer']
  },
}
