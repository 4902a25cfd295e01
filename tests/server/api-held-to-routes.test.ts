/** The server answers exactly the routes of the contract, and tells of itself what the contract tells. */
import { apiDescription, apiRoot, type Route, type RouteId, routeIds, routes } from '@jiheng/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { handlers } from '../../apps/server/src/resources/handlers.ts'
import { bundled } from '../../packages/runner/test/fakes/bundle.ts'
import { forEachDatabase } from '../../packages/store/test/support/databases.ts'
import { everyRequest } from './matrix/every-request.ts'
import { askerOf, headersFor } from './matrix/headers.ts'
import { inject } from './matrix/requests.ts'
import { buildWorld, type World } from './matrix/world.ts'
import { openRolledBackApp, type RolledBackApp } from './support/rolled-back-app.ts'

const child = bundled('real', 'child.mjs')

it('every route has a handler, and every handler a route', () => {
  expect(Object.keys(handlers).sort()).toEqual([...routeIds].sort())
})

/** On one: the matrix asks both. */
const databases = ['embedded'] as const

forEachDatabase(({ open }) => {
  let server: RolledBackApp
  let world: World
  beforeAll(async () => {
    server = await openRolledBackApp(await open(), child(), new Date('2026-03-02T02:00:00Z'))
    world = await server.keep((ground) => buildWorld(ground, server.container.vault))
  }, 120_000)
  afterAll(() => server?.close())

  it('the app listens to every method and path of the contract, and to no other below its root', () => {
    const printed = server.app.printRoutes({ commonPrefix: false, includeHooks: false })
    for (const id of routeIds) {
      const { method, path }: Route = routes[id]
      const url = apiRoot + path.replaceAll(/\{(\w+)\}/g, ':$1')
      expect([id, server.app.hasRoute({ method, url })]).toEqual([id, true])
    }
    const methods = [...printed.matchAll(/\(([A-Z, ]+)\)/g)].flatMap(([, all]) => (all as string).split(', '))
    // Whoever answers GET answers HEAD.
    expect(methods.filter((method) => method !== 'HEAD')).toHaveLength(routeIds.length)
  })

  it('its description is that of the contract', async () => {
    const { statusCode, body } = await server.app.inject({ method: 'GET', url: `${apiRoot}/openapi.json` })
    expect([statusCode, JSON.parse(body)]).toEqual([200, JSON.parse(JSON.stringify(apiDescription('0.0.0')))])
  })

  it('every answer has the shape that the contract declares', { timeout: 120_000 }, async () => {
    const seen = new Set<RouteId>()
    for (const who of ['系统管理员 · region', '绩效股负责人 · region', '单位经办人 · unit'].map(askerOf)) {
      for (const sent of everyRequest(world)) {
        const { answer }: Route = routes[sent.route]
        if (typeof answer === 'string') continue
        const { statusCode, body } = await server.app.inject(inject(sent, headersFor(world, who)))
        if (statusCode >= 400) continue
        expect([sent.route, answer.safeParse(JSON.parse(body)).error?.issues]).toEqual([sent.route, undefined])
        seen.add(sent.route)
      }
    }
    const json = routeIds.filter((id) => typeof (routes[id] as Route).answer !== 'string')
    const rest = json.filter((id) => !seen.has(id))
    // What is done once, wants a password or an earlier step is held to the contract where it is tested: the server parses every answer.
    expect(rest.sort()).toEqual([
      'documents.publish',
      'link.look',
      'link.use',
      'second-factor.begin',
      'second-factor.confirm',
      'session.sign-in',
      'setup.do',
    ])
  })
}, databases)
