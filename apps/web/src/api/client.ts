/** The one way to the server. Answers are typed by the route; a refusal is a `ProblemError`, no answer at all a `NoAnswer`. */
import { createClient } from '@jiheng/contract'

export { NoAnswer, ProblemError } from '@jiheng/contract'

export const client = createClient({ origin: '', send: (address, init) => fetch(address, init), newKey: freshKey })

/** Like `crypto.randomUUID`, which browsers withhold from pages on plain http of an office network. */
function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
