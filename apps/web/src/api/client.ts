/** The one way to the server. Answers are typed by the route; a refusal is a `ProblemError`, no answer at all a `NoAnswer`. */
import { type ClientOptions, createClient } from '@jiheng/contract'
import { noteAnswer, noteSignedOut } from './connection.ts'

export { NoAnswer, ProblemError } from '@jiheng/contract'

/** The same client over another way of sending. */
export const clientOver = (way: ClientOptions['send']) => createClient({ origin: '', send: way, newKey: freshKey })

export const client = clientOver(send)

/** Of a proxy before the server, which does not reach it. */
const unreached: readonly number[] = [502, 504]

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(address, init)
    noteAnswer(!unreached.includes(response.status))
    if (response.status === 401 && (await codeOf(response.clone())) === 'session.missing') noteSignedOut()
    return response
  } catch (error) {
    if (!init.signal?.aborted) noteAnswer(false)
    throw error
  }
}

async function codeOf(response: Response): Promise<unknown> {
  const said: unknown = await response.json().catch(() => null)
  return typeof said === 'object' && said !== null && 'code' in said ? said.code : null
}

/** Like `crypto.randomUUID`, which browsers withhold from pages on plain http of an office network. */
export function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
