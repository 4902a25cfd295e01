/** The server itself, and the schemes that pages offer for choice. */
import { apiDescription, Refusal } from '@jiheng/contract'
import { endpoint, type Handlers } from '../http/endpoint.ts'

const health = endpoint('system.health', { asksNothing: true, run: async () => ({ ok: true as const }) })

/** The transaction that it runs in has asked the database already; a database that does not answer is server.busy. */
const ready = endpoint('system.ready', {
  run: async ({ container: { vault, stopping } }) => {
    if (stopping.aborted) throw new Refusal('server.stopping')
    const files = await vault.has('0'.repeat(64)).then(
      () => true,
      () => false,
    )
    // Whoever spreads the load over servers looks at the status alone.
    if (!files) throw new Refusal('server.busy', { details: { part: 'files' } })
    return { ready: true, database: true, files, workers: true }
  },
})

const description = endpoint('system.description', { asksNothing: true, run: async ({ container }) => apiDescription(container.version) })

const schemes = endpoint('schemes.list', {
  run: async ({ container }) => ({
    items: [...container.schemes.schemes.values()].flatMap(({ id, label, place, versions }) => {
      const [first, last] = [versions.at(0), versions.at(-1)]
      return first === undefined || last === undefined ? [] : [{ id, label, place: place ?? '', from: first.from, to: last.to }]
    }),
  }),
})

export const systemHandlers = {
  'system.health': health,
  'system.ready': ready,
  'system.description': description,
  'schemes.list': schemes,
} satisfies Partial<Handlers>
