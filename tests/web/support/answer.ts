/** What the server answers, held to the contract by the compiler, so that a made answer cannot drift from the real one. */
import { type AnsweredBy, type ProblemCode, problemCodes, type Route, type RouteId, routes } from '@jiheng/contract'
import { type Answers, problem } from '../visit.ts'

/** @param params of the address, where it has any */
export function answer<Id extends RouteId>(id: Id, body: AnsweredBy<Id>, params: Readonly<Record<string, string>> = {}): Answers {
  const { answer } = routes[id] as Route
  return { [keyOf(id, params)]: typeof answer === 'string' ? { status: 204 } : { body } }
}

export const refusal = (id: RouteId, code: ProblemCode, params: Readonly<Record<string, string>> = {}): Answers => {
  const { status } = problemCodes[code]
  return { [keyOf(id, params)]: { status, body: problem(status, code) } }
}

function keyOf(id: RouteId, params: Readonly<Record<string, string>>): string {
  const { method, path } = routes[id] as Route
  return `${method} ${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')}`
}
