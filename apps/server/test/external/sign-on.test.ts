import { createServer, type Server as HttpServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ProblemError } from '@jiheng/contract'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { createSignOn } from '../../src/external/sign-on.ts'
import { type Browser, browserOn, setUpBy } from '../support/browser.ts'
import { type RunningServer, serversOn } from '../support/running-server.ts'

/** A real provider on this machine. Whoever comes is signed in as the `login_hint`, or as `person`. */
async function startProvider(redirect: () => string) {
  const http: HttpServer = createServer((request, response) => handle(request, response))
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready))
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const state = { person: 'zhang-san' }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'jiheng',
        client_secret: 'a-secret-of-the-test',
        redirect_uris: [redirect()],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ sub }) }),
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 60, Interaction: 60, Session: 60, Grant: 60 },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['test'] },
  })
  const handle: RequestListener = async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void provider.callback()(request, response)
    const { prompt, params } = await provider.interactionDetails(request, response)
    if (prompt.name === 'login')
      return provider.interactionFinished(request, response, { login: { accountId: state.person } }, { mergeWithLastSubmission: false })
    const grant = new provider.Grant({ accountId: state.person, clientId: String(params.client_id) })
    grant.addOIDCScope('openid')
    const grantId = await grant.save()
    return provider.interactionFinished(request, response, { consent: { grantId } }, { mergeWithLastSubmission: true })
  }
  const close = () =>
    new Promise<void>((closed) => {
      http.close(() => closed())
      http.closeAllConnections()
    })
  return { issuer, state, close }
}

/** Follows redirects at the provider as a browser does, up to the way back to us. */
async function throughProvider(location: string, ours: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let address = location
  for (let step = 0; step < 12; step++) {
    if (address.startsWith(ours)) return new URL(address)
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const next = response.headers.get('location')
    if (next === null) throw new Error(`the provider stopped: ${response.status} ${await response.text()}`)
    address = new URL(next, address).href
  }
  throw new Error('the provider leads in circles')
}

forEachDatabase((database) => {
  const start = serversOn(database)
  let running: RunningServer
  let provider: Awaited<ReturnType<typeof startProvider>>
  const server = () => running.server

  beforeAll(async () => {
    // The provider must know where to lead back to, and the server where the provider is: a port is chosen first.
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    provider = await startProvider(() => `${origin}/api/v1/sign-on/return`)
    const signOn = { issuer: provider.issuer, clientId: 'jiheng', clientSecret: 'a-secret-of-the-test', name: '县统一身份认证' }
    running = await start({ childPath: '/no-child-is-started', settings: { workers: 0, signOn, origin, port } })
    const admin = browserOn(server)
    const me = await setUpBy(admin, running.server)
    const account = await admin.client.call('accounts.get', { params: { account: me.account.id } })
    const { name, version, id } = account
    await admin.client.call('accounts.change', {
      params: { account: id },
      body: { name, version, isDisabled: false, signOnSubject: 'zhang-san' },
    })
  }, 90_000)
  afterAll(() => provider.close())

  const begin = async (browser: Browser): Promise<string> => {
    const response = await browser.client.open('sign-on.start')
    expect(response.status).toBe(303)
    return response.headers.get('location') ?? ''
  }
  const comeBack = async (browser: Browser, returned: URL): Promise<string> => {
    const response = await browser.client.open('sign-on.return', { query: Object.fromEntries(returned.searchParams) })
    return response.headers.get('location') ?? ''
  }
  const away = async (browser: Browser): Promise<URL> => throughProvider(await begin(browser), running.server.address)

  describe('single sign-on', () => {
    it('signs in who is linked, and leads to our own first page', async () => {
      const browser = browserOn(server)
      expect(await browser.client.call('setup.state')).toMatchObject({ signOn: { name: '县统一身份认证' } })
      const location = new URL(await begin(browser))
      expect(location.searchParams.get('code_challenge_method')).toBe('S256')
      const returned = await throughProvider(location.href, running.server.address)
      expect(await comeBack(browser, returned)).toBe('/')
      expect(browser.cookies.has('jiheng_sign_on')).toBe(false)
      expect((await browser.client.call('session.me')).account.loginName).toBe('admin')
    })

    it('refuses who is not linked', async () => {
      provider.state.person = 'li-si'
      const browser = browserOn(server)
      expect(await comeBack(browser, await away(browser))).toBe('/sign-in?problem=sign-on.unknown-person')
      provider.state.person = 'zhang-san'
      await expect(browser.client.call('session.me')).rejects.toThrow(ProblemError)
    })

    it('refuses what came to another browser, another state, and no state at all', async () => {
      const [victim, attacker] = [browserOn(server), browserOn(server)]
      const stolen = await away(attacker)
      expect(await comeBack(victim, stolen)).toBe('/sign-in?problem=sign-on.refused')
      await begin(victim)
      expect(await comeBack(victim, stolen)).toBe('/sign-in?problem=sign-on.refused')
      const own = await away(victim)
      own.searchParams.set('state', 'x')
      expect(await comeBack(victim, own)).toBe('/sign-in?problem=sign-on.refused')
    })

    it('refuses a code that was used, and an answer that says no', async () => {
      const browser = browserOn(server)
      const returned = await away(browser)
      const state = browser.cookies.get('jiheng_sign_on') ?? ''
      expect(await comeBack(browser, returned)).toBe('/')
      browser.cookies.set('jiheng_sign_on', state)
      expect(await comeBack(browser, returned)).toBe('/sign-in?problem=sign-on.refused')
      await begin(browser)
      expect(await comeBack(browser, new URL(`${running.server.address}/?error=access_denied&state=x`))).toBe(
        '/sign-in?problem=sign-on.refused',
      )
    })

    it('refuses a state that was changed or is too old', async () => {
      const key = Buffer.alloc(32, 7)
      const signOn = createSignOn({ issuer: provider.issuer, clientId: 'jiheng', clientSecret: 'a-secret-of-the-test', name: '' })
      const address = `${running.server.address}/api/v1/sign-on/return`
      const began = new Date()
      const { location, state } = await signOn.start(address, key, began)
      const returned = await throughProvider(location, running.server.address)
      const finish = (given: string, at: Date, with_ = key) => signOn.finish(returned, given, with_, at)
      await expect(finish(`${state.slice(0, -2)}AA`, began)).rejects.toThrow('sign-on.refused')
      await expect(finish(state, began, Buffer.alloc(32, 8))).rejects.toThrow('sign-on.refused')
      await expect(finish(state, new Date(began.getTime() + 11 * 60_000))).rejects.toThrow('sign-on.refused')
      expect(await finish(state, began)).toBe('zhang-san')
    })

    it('refuses an id_token of another nonce', async () => {
      const key = Buffer.alloc(32, 7)
      const signOn = createSignOn({ issuer: provider.issuer, clientId: 'jiheng', clientSecret: 'a-secret-of-the-test', name: '' })
      const { location, state } = await signOn.start(`${running.server.address}/api/v1/sign-on/return`, key, new Date())
      const changed = new URL(location)
      changed.searchParams.set('nonce', 'another')
      const returned = await throughProvider(changed.href, running.server.address)
      await expect(signOn.finish(returned, state, key, new Date())).rejects.toThrow('sign-on.refused')
    })

    it('says so when the provider does not answer', async () => {
      const down = createSignOn({ issuer: 'http://127.0.0.1:1', clientId: 'jiheng', clientSecret: 'x', name: '' })
      await expect(down.start('http://x/', Buffer.alloc(32), new Date())).rejects.toThrow('sign-on.unavailable')
      const browser = browserOn(server)
      const returned = await away(browser)
      await provider.close()
      expect(await comeBack(browser, returned)).toBe('/sign-in?problem=sign-on.unavailable')
    })
  })
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready))
  const { port } = probe.address() as AddressInfo
  await new Promise<void>((closed) => probe.close(() => closed()))
  return port
}
