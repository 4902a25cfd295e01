/** Every text that a request may carry, filled with what breaks careless programs. Generated from the routes; on both databases. */
import { problemCodes, type Route, routes } from '@jiheng/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundled } from '../../../packages/runner/test/fakes/bundle.ts'
import { forEachDatabase } from '../../../packages/store/test/support/databases.ts'
import { everyRequest } from '../matrix/every-request.ts'
import { askerOf, headersFor } from '../matrix/headers.ts'
import { inject, type Sent } from '../matrix/requests.ts'
import { buildWorld, type World } from '../matrix/world.ts'
import { openRolledBackApp, type RolledBackApp } from '../support/rolled-back-app.ts'

const half = '\ud800'
const hostile: readonly string[] = [
  "'; drop table documents; --",
  "' or '1'='1",
  '") or 1=1 --',
  "\\'; select pg_sleep(5); --",
  '%_\\%',
  '$1 :id {{7*7}}',
  'nul\u0000nul',
  half,
  '\u202etxt.exe\u0007',
  '__proto__',
  '../../../../etc/passwd',
  'a\r\nset-cookie: jiheng_session=x',
  '<script>alert(1)</script>',
  'ａ'.repeat(3000),
  '-1e999',
  '0x10',
]
/** What an answer must never tell of the inside. */
const inside = /syntax error|invalid byte|invalid input|node_modules|\.ts:\d|\bat \w+ \(|pg_|kysely|select .* from |ECONN/i

const child = bundled('real', 'child.mjs')

forEachDatabase(({ open, name }) => {
  let server: RolledBackApp
  let world: World
  beforeAll(async () => {
    server = await openRolledBackApp(await open(), child(), new Date('2026-03-02T02:00:00Z'))
    world = await server.keep((ground) => buildWorld(ground, server.container.vault))
  }, 120_000)
  afterAll(() => server?.close())

  const ask = async (sent: Sent, who: string) => {
    const { statusCode, body } = await server.app.inject(inject(sent, headersFor(world, askerOf(who))))
    return { statusCode, body }
  }

  it('is refused in words, taken as words, or found nowhere; never a bug, and nothing of the inside is told', {
    timeout: 180_000,
  }, async () => {
    const wrong: string[] = []
    let asked = 0
    for (const sent of everyRequest(world)) {
      // Of both who may do most: for the region, and at the unit.
      const who = ['单位经办人 · unit', '系统管理员 · region'][asked % 2] as string
      for (const [where, spoilt] of spoiltBy(sent)) {
        asked++
        const { statusCode, body } = await ask(spoilt, who)
        const isProblem = statusCode >= 400
        const code = isProblem ? (JSON.parse(body) as { code: string }).code : null
        if (statusCode >= 500 || (code !== null && !(code in problemCodes)) || (isProblem && inside.test(body)))
          wrong.push(`${sent.route} ${where}: ${statusCode} ${body.slice(0, 200)}`)
      }
    }
    console.log(`hostile words on the ${name} database: ${asked} requests`)
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(1000)
  })

  it('after all that everything is where it was', async () => {
    const { body } = await ask({ route: 'documents.list', query: { limit: '500' } }, '系统管理员 · region')
    expect((JSON.parse(body) as { items: unknown[] }).items.length).toBe(10)
  })

  it.each(['%', '_', '\\', '%%', '_____'])('a search for %j finds these signs, not everything', async (q) => {
    for (const [route, list] of [
      ['documents.list', 'items'],
      ['findings.list', 'items'],
      ['search.find', 'documents'],
      ['accounts.list', 'items'],
    ] as const) {
      const { statusCode, body } = await ask({ route, query: { q } }, '系统管理员 · region')
      expect([route, statusCode, (JSON.parse(body) as Record<string, unknown[]>)[list]]).toEqual([route, 200, []])
    }
  })
})

/** The same request, with one of its texts exchanged; those that it does not use among them. */
function* spoiltBy(sent: Sent): Generator<readonly [string, Sent]> {
  const route: Route = routes[sent.route]
  for (const word of hostile) {
    const exchangeBody = () => (Buffer.isBuffer(sent.body) ? [] : exchanged(sent.body, word))
    for (const [path, body] of exchangeBody()) yield [`body.${path} ${word.slice(0, 20)}`, { ...sent, body }]
    // No address can carry half a character.
    if (word === half) continue
    for (const name of Object.keys(sent.params ?? {}))
      yield [`params.${name} ${word.slice(0, 20)}`, { ...sent, params: { ...sent.params, [name]: word } }]
    for (const name of Object.keys(route.query.shape))
      yield [`query.${name} ${word.slice(0, 20)}`, { ...sent, query: { ...sent.query, [name]: word } }]
  }
}

function* exchanged(value: unknown, word: string, path = ''): Generator<readonly [string, unknown]> {
  if (typeof value === 'string' || value === null) yield [path, word]
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries())
      for (const [below, changed] of exchanged(item, word, `${path}.${at}`)) yield [below, value.with(at, changed)]
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value))
      for (const [below, changed] of exchanged(item, word, `${path}.${name}`)) yield [below, { ...value, [name]: changed }]
  }
}
