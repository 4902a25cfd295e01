/** Requests that mean harm, over real HTTP: foreign pages, forged heads, guesses, and what is too slow, too large or too deep. */
import { apiRoot, requestMark } from '@jiheng/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, serversOn } from '../../../apps/server/test/support/running-server.ts'
import { embedded } from './embedded.ts'
import { holdOpen, sendRaw } from './raw-http.ts'

const mark = { [requestMark.name]: requestMark.value }
const json = { 'content-type': 'application/json' }
const password = '春天里的三十二只麻雀'

// On one database: how a request is read has nothing to do with it.
describe('a hostile request', () => {
  const start = serversOn(embedded)
  let one: RunningServer
  let origin: string
  let cookie: string
  const send = (path: string, init: RequestInit = {}) => fetch(`${origin}${apiRoot}${path}`, { redirect: 'manual', ...init })
  const signIn = (loginName: string, word: string, headers: Record<string, string> = {}) =>
    send('/sessions', {
      method: 'POST',
      headers: { ...json, ...mark, ...headers },
      body: JSON.stringify({ loginName, password: word, code: null }),
    })
  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code

  beforeAll(async () => {
    one = await start({ childPath: '/nowhere', settings: { workers: 0 }, isEmpty: true })
    origin = one.server.address
    const token = new URL(one.server.setupLink ?? '').searchParams.get('token')
    const body = { token, region: { name: '测试县', code: '130999' }, name: '管理员', loginName: 'manager', password }
    const answer = await send('/setup', { method: 'POST', headers: { ...json, ...mark }, body: JSON.stringify(body) })
    expect(answer.status).toBe(200)
    cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] as string
  }, 60_000)

  describe('a page of another site', () => {
    const change = (headers: Record<string, string>) =>
      send('/roles', {
        method: 'POST',
        headers: { cookie, ...headers },
        body: JSON.stringify({ name: '偷来的角色', permissions: ['document.read'] }),
      })

    it.each([
      ['with its own origin', { ...json, ...mark, origin: 'https://evil.example' }],
      ['with the origin null', { ...json, ...mark, origin: 'null' }],
      ['with our origin as a part of its own', { ...json, ...mark, origin: 'http://127.0.0.1.evil.example' }],
      ['without the mark, as a form would', json],
      ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }],
      ['as plain text', { 'content-type': 'text/plain' }],
    ])('changes nothing %s', async (_how, headers) => {
      const answer = await change(headers as Record<string, string>)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(['request.foreign-origin', 'request.not-json']).toContain(await codeOf(answer))
      const roles = await (await send('/roles', { headers: { cookie } })).text()
      expect(roles).not.toContain('偷来的角色')
    })

    it('reads nothing: no answer allows another origin, is framed, or is kept', async () => {
      const { headers } = await send('/session', { headers: { cookie, origin: 'https://evil.example' } })
      expect(headers.get('access-control-allow-origin')).toBeNull()
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    })
  })

  describe('a session', () => {
    it('lies in a cookie that no script reads and no other site sends', async () => {
      const answer = await signIn('manager', password)
      const set = answer.headers.get('set-cookie') ?? ''
      for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(set).toContain(part)
    })

    it('is never the one that somebody brought along', async () => {
      const planted = `jiheng_session=${cookie.split('=')[1]?.split('.')[0]}.${'A'.repeat(43)}`
      const answer = await signIn('manager', password, { cookie: planted })
      const fresh = (answer.headers.get('set-cookie') ?? '').split(';')[0] as string
      expect(fresh).not.toBe(planted)
      expect((await send('/session', { headers: { cookie: planted } })).status).toBe(401)
      expect((await send('/session', { headers: { cookie: fresh } })).status).toBe(200)
    })

    it.each(['', 'x', '.', `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}.${"'".repeat(43)}`, 'a'.repeat(7000)])(
      'is not had by a made-up cookie',
      async (value) => {
        expect((await send('/session', { headers: { cookie: `jiheng_session=${value}` } })).status).toBe(401)
      },
    )
  })

  describe('guessing', () => {
    it('locks the account, for the right password too, and a name that nobody has looks the same', async () => {
      const link = await one.addPerson('被猜的人', ['document.read'], null)
      expect(link.id).not.toBe('')
      for (const name of ['manager', 'nobody.at.all']) {
        const codes: string[] = []
        for (let tries = 0; tries < 6; tries++) codes.push(await codeOf(await signIn(name, `猜第${tries}次的密码`)))
        expect([name, codes]).toEqual([name, [...Array(4).fill('session.wrong-password'), 'session.locked', 'session.locked']])
      }
      expect(await codeOf(await signIn('manager', password))).toBe('session.locked')
    })

    it('of many names from one address ends too', async () => {
      const address = '/links/00000000-0000-4000-8000-000000000000.'
      const codes = new Set<string>()
      for (let tries = 0; tries < 101; tries++) codes.add(await codeOf(await send(address + 'A'.repeat(43))))
      expect([...codes].sort()).toEqual(['link.invalid', 'request.too-many'])
    })
  })

  describe('what is too much', () => {
    it('a body of more than a megabyte', async () => {
      const body = JSON.stringify({ loginName: 'x', password: 'x'.repeat(2_000_000), code: null })
      const answer = await send('/sessions', { method: 'POST', headers: { ...json, ...mark }, body })
      expect([answer.status, await codeOf(answer)]).toEqual([413, 'request.too-large'])
    })

    it.each(['/batches/00000000-0000-4000-8000-000000000000/files?name=a.txt', '/organisations/import?name=a.xlsx&year=2024'])(
      'JSON of two megabytes where a file is wanted: %s',
      async (path) => {
        const body = JSON.stringify('x'.repeat(2_000_000))
        const answer = await send(path, { method: 'POST', headers: { ...json, ...mark }, body })
        expect([answer.status, await codeOf(answer)]).toEqual([413, 'request.too-large'])
      },
    )

    it.each([
      ['deep JSON', '['.repeat(300_000) + ']'.repeat(300_000)],
      ['a prototype', '{"loginName":"x","password":"x","code":null,"__proto__":{"isAdmin":true}}'],
      ['a constructor', '{"loginName":"x","password":"x","code":null,"constructor":{"prototype":{"isAdmin":true}}}'],
      ['half of it', '{"loginName":"x'],
      ['nothing', ''],
      ['a number', '7'],
      ['a list', '[]'],
    ])('%s in place of a body', async (_what, body) => {
      const answer = await send('/sessions', { method: 'POST', headers: { ...json, ...mark }, body })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
    })

    it.each([
      ['JSON', { ...json, body: '{}' }],
      ['nothing', { body: null }],
    ])('%s in place of a file', async (_what, { body, ...headers }) => {
      const { items } = (await (await send('/organisations', { headers: { cookie } })).json()) as { items: { id: string }[] }
      const batch = await send('/batches', {
        method: 'POST',
        headers: { ...json, ...mark, cookie },
        body: JSON.stringify({ title: '一批', purpose: 'review', organisation: items[0]?.id, year: 2024, scheme: null }),
      })
      const { id } = (await batch.json()) as { id: string }
      for (const path of [`/batches/${id}/files?name=a.txt`, '/organisations/import?name=a.xlsx&year=2024']) {
        const answer = await send(path, { method: 'POST', headers: { ...headers, ...mark, cookie }, body })
        expect([path, answer.status, await codeOf(answer)]).toEqual([path, 400, 'request.not-bytes'])
      }
    })

    it('a head of 64 KB, a body that contradicts its length, and what is no HTTP at all', async () => {
      const head = `GET ${apiRoot}/health HTTP/1.1\r\nhost: x\r\n`
      expect((await sendRaw(origin, `${head}x-long: ${'a'.repeat(65_536)}\r\n\r\n`)).status).toBe(431)
      const twice = `POST ${apiRoot}/sessions HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`
      expect((await sendRaw(origin, twice)).status).toBe(400)
      expect((await sendRaw(origin, '\u0000\u0001 no http\r\n\r\n')).status).toBe(400)
      expect((await send('/health')).status).toBe(200)
    })

    it('hundreds of connections that never end what they began do not keep others out, and are cut off', async () => {
      const slow = [
        `GET ${apiRoot}/health HTTP/1.1\r\nx-slow: `,
        `POST ${apiRoot}/sessions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{`,
      ]
      const ends = await Promise.all(Array.from({ length: 300 }, (_, at) => holdOpen(origin, slow[at % 2] as string)))
      const began = performance.now()
      expect((await send('/session', { headers: { cookie } })).status).toBe(200)
      expect(performance.now() - began).toBeLessThan(3000)
      for (const end of ends) end()
      const { server } = one.server.app
      expect(server.headersTimeout).toBeGreaterThan(0)
      expect(server.headersTimeout).toBeLessThanOrEqual(60_000)
      expect(server.requestTimeout).toBeGreaterThan(0)
    })
  })

  describe('a forged head', () => {
    it('with another host leads nobody elsewhere', async () => {
      const { status, head, body } = await sendRaw(
        origin,
        `GET ${apiRoot}/setup HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n`,
      )
      expect(status).toBe(200)
      expect(head + body).not.toContain('evil.example')
    })

    it('with another address does not pass for another sender', async () => {
      await send('/session', { headers: { cookie, 'x-forwarded-for': '203.0.113.7' } })
      const sessions = await (await send('/sessions', { headers: { cookie } })).text()
      expect(sessions).not.toContain('203.0.113.7')
    })

    it.each(["'; drop table batches; --", '../../x', 'a'.repeat(101), '%00', 'x y z'])(
      'with the key %j does what was asked, once',
      async (key) => {
        const headers = { ...json, ...mark, cookie, 'idempotency-key': key }
        const body = JSON.stringify({ name: `令牌${key.length}`, permissions: ['document.read'], days: 1 })
        const answer = await send('/tokens', { method: 'POST', headers, body })
        expect(answer.status).toBe(200)
      },
    )

    it('of a method that is not answered is refused in words', async () => {
      for (const method of ['PATCH', 'OPTIONS', 'PROPFIND', 'TRACE']) {
        const { status, body } = await sendRaw(origin, `${method} ${apiRoot}/session HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)
        expect([404, 400, 405]).toContain(status)
        expect(body).not.toMatch(/\.ts:|node_modules/)
      }
    })

    it.each([
      '/%',
      '/%ff',
      '/documents/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
      '//session',
      '/documents/../../../etc/passwd',
      `/${'a'.repeat(5000)}`,
    ])('with the address %s is a problem of the table', async (path) => {
      const { status, head, body } = await sendRaw(origin, `GET ${apiRoot}${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)
      expect([400, 401, 404]).toContain(status)
      expect(head.toLowerCase()).toContain('x-content-type-options: nosniff')
      expect(JSON.parse(body)).toHaveProperty('remedy')
    })
  })
})
