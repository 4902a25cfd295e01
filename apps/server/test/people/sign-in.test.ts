import { setTimeout as wait } from 'node:timers/promises'
import { TOTP } from 'otpauth'
import { beforeAll, describe, expect, it } from 'vitest'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { type Browser, browserOn, goodPassword, invited, refusalOf, roleNamed, setUpBy } from '../support/browser.ts'
import { type RunningServer, serversOn } from '../support/running-server.ts'

/** So that no step ends in the middle of a test. */
async function earlyInAStep(): Promise<void> {
  const left = 30_000 - (Date.now() % 30_000)
  if (left < 15_000) await wait(left)
}

const childPath = '/no-child-is-started'

forEachDatabase((database) => {
  const start = serversOn(database)

  let common: Promise<{ readonly running: RunningServer; readonly first: Browser }> | null = null
  let people = 0

  /** One server for all tests; in each another administrator, who has done nothing yet. */
  const started = async () => {
    common ??= start({ childPath, settings: { workers: 0 } }).then(async (running) => {
      const first = browserOn(() => running.server)
      await setUpBy(first, running.server, 'first')
      return { running, first }
    })
    const { running, first } = await common
    const server = () => running.server
    const own = `admin${people++}`
    const role = await roleNamed(first.client, '系统管理员')
    const admin = await invited(first.client, server, { name: '管理员', loginName: own, role, organisation: null })
    const enter = (browser: Browser, password: string, code: string | null = null, loginName = own) =>
      browser.client.call('session.sign-in', { body: { loginName, password, code } })
    const refused = (password: string, code: string | null = null, loginName = own) =>
      refusalOf(browserOn(server).client, 'session.sign-in', { body: { loginName, password, code } })
    return { running, server, admin, own, enter, refused }
  }

  // The first server of a run takes a while.
  beforeAll(() => started().then(() => {}), 60_000)

  describe('the first start', () => {
    it('is done once, by the printed link, and leaves an administrator of the whole region', async () => {
      const running = await start({ childPath, settings: { workers: 0 } })
      const browser = browserOn(() => running.server)
      expect(await browser.client.call('setup.state')).toMatchObject({ isDone: false, signOn: null })
      const body = { region: null, name: '甲', loginName: 'first', password: goodPassword }
      expect(await refusalOf(browser.client, 'setup.do', { body: { ...body, token: 'x'.repeat(43) } })).toBe('link.invalid')
      const token = new URL(running.server.setupLink ?? '').searchParams.get('token') ?? ''
      expect(await refusalOf(browser.client, 'setup.do', { body: { ...body, token, password: '1234567890' } })).toBe('password.too-weak')
      const me = await browser.client.call('setup.do', { body: { ...body, token } })
      expect(me.posts).toEqual([expect.objectContaining({ organisation: null })])
      expect(me.permissions).toContain('account.manage')
      expect(me.permissions).not.toContain('self-check.use')
      expect(await browser.client.call('session.me')).toEqual(me)
      expect(await refusalOf(browser.client, 'setup.do', { body: { ...body, token, loginName: 'second' } })).toBe('setup.done')
      await running.restart()
      expect(running.server.setupLink).toBeNull()
    })
  })

  describe('a password', () => {
    it('opens a new session each time, whatever the case of the name', async () => {
      const { server, enter, admin, own } = await started()
      const [one, two] = [browserOn(server), browserOn(server)]
      await enter(one, goodPassword)
      await enter(two, goodPassword, null, ` ${own.toUpperCase()} `)
      expect(one.cookies.get('jiheng_session')).not.toBe(two.cookies.get('jiheng_session'))
      const { items } = await admin.client.call('sessions.list')
      expect(items.map(({ isThis }) => isThis).filter(Boolean)).toHaveLength(1)
      expect(items).toHaveLength(3)
    })

    it('that is right is never too much, though a whole county comes from one address; a wrong one still counts', async () => {
      const { server } = await start({ childPath, settings: { workers: 0 } })
      await setUpBy(
        browserOn(() => server),
        server,
        'first',
      )
      const tried = (loginName: string, password: string) =>
        refusalOf(browserOn(() => server).client, 'session.sign-in', { body: { loginName, password, code: null } })
      for (let time = 1; time < 100; time++) server.container.attempts.note('sign-in 127.0.0.1', new Date())
      for (let time = 0; time < 3; time++) expect(await tried('first', goodPassword)).toBeNull()
      expect(await tried('first', 'wrong')).toBe('session.wrong-password')
      expect(await tried('nobody', 'wrong')).toBe('request.too-many')
    }, 60_000)

    it('is refused alike for a name that nobody has, and locks that name alike', async () => {
      const { refused, own } = await started()
      for (const loginName of [own, 'nobody']) {
        for (let time = 1; time < 5; time++) expect(await refused('wrong', null, loginName)).toBe('session.wrong-password')
        expect(await refused('wrong', null, loginName)).toBe('session.locked')
        expect(await refused(goodPassword, null, loginName)).toBe('session.locked')
      }
    })

    it('stays locked after a restart, and is unlocked by a reset', async () => {
      const { running, server, refused, admin } = await started()
      const role = await roleNamed(admin.client, '绩效股审核人员')
      const person = await invited(admin.client, server, { name: '乙', loginName: 'yi', role, organisation: running.bureau })
      await Promise.all(Array.from({ length: 8 }, () => refused('wrong', null, 'yi')))
      expect(await refused(goodPassword, null, 'yi')).toBe('session.locked')
      await running.restart()
      expect(await refused(goodPassword, null, 'yi')).toBe('session.locked')
      const { link } = await admin.client.call('accounts.reset', { params: { account: person.id } })
      expect(await refusalOf(person.client, 'session.me')).toBe('session.missing')
      const token = new URL(link.address).searchParams.get('token') ?? ''
      const again = browserOn(server)
      expect(await again.client.call('link.look', { params: { token } })).toMatchObject({ kind: 'reset', name: '乙', loginName: 'yi' })
      await again.client.call('link.use', { params: { token }, body: { password: 'Other-Words-77' } })
      expect(await refusalOf(again.client, 'link.use', { params: { token }, body: { password: 'Other-Words-78' } })).toBe('link.invalid')
      expect(await refused('Other-Words-77', null, 'yi')).toBeNull()
    })

    it('is changed with the old one, and the other devices are signed out', async () => {
      const { server, admin, enter, refused } = await started()
      const other = browserOn(server)
      await enter(other, goodPassword)
      const body = { old: goodPassword, new: 'Gao-Shan-2047' }
      expect(await refusalOf(admin.client, 'session.password', { body: { ...body, old: 'no' } })).toBe('password.wrong')
      expect(await refusalOf(admin.client, 'session.password', { body: { ...body, new: 'admin12345' } })).toBe('password.too-weak')
      await admin.client.call('session.password', { body })
      expect(await refusalOf(other.client, 'session.me')).toBe('session.missing')
      expect(await refusalOf(admin.client, 'session.me')).toBeNull()
      expect(await refused(goodPassword)).toBe('session.wrong-password')
      expect(await refused(body.new)).toBeNull()
    })
  })

  describe('a session', () => {
    it('ends when it is revoked, signed out, or the account is disabled', async () => {
      const { running, server, admin, enter } = await started()
      const other = browserOn(server)
      await enter(other, goodPassword)
      const { items } = await admin.client.call('sessions.list')
      const [session] = items.filter(({ isThis }) => !isThis)
      await admin.client.call('sessions.revoke', { params: { session: session?.id ?? '' } })
      expect(await refusalOf(other.client, 'session.me')).toBe('session.missing')
      const role = await roleNamed(admin.client, '绩效股审核人员')
      const person = await invited(admin.client, server, { name: '丁', loginName: 'ding', role, organisation: running.bureau })
      // Somebody else's session is not there for me.
      const theirs = (await person.client.call('sessions.list')).items[0]?.id ?? ''
      expect(await refusalOf(admin.client, 'sessions.revoke', { params: { session: theirs } })).toBe('thing.not-found')
      const account = await admin.client.call('accounts.get', { params: { account: person.id } })
      const { name, version } = account
      await admin.client.call('accounts.change', {
        params: { account: person.id },
        body: { name, version, isDisabled: true, signOnSubject: null },
      })
      expect(await refusalOf(person.client, 'session.me')).toBe('session.missing')
      expect(
        await refusalOf(browserOn(server).client, 'session.sign-in', { body: { loginName: 'ding', password: 'wrong', code: null } }),
      ).toBe('session.wrong-password')
      expect(await refusalOf(person.client, 'session.sign-in', { body: { loginName: 'ding', password: goodPassword, code: null } })).toBe(
        'session.disabled',
      )
      await admin.client.call('session.sign-out')
      expect(admin.cookies.has('jiheng_session')).toBe(false)
      expect(await refusalOf(admin.client, 'session.me')).toBe('session.missing')
    })

    it('is not opened by a request of another site', async () => {
      const { running, own } = await started()
      const body = JSON.stringify({ loginName: own, password: goodPassword, code: null })
      const send = (headers: Record<string, string>) =>
        fetch(`${running.server.address}/api/v1/sessions`, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json', ...headers },
        })
      expect((await send({})).status).toBe(403)
      expect((await send({ 'x-jiheng-request': '1', origin: 'https://elsewhere.example' })).status).toBe(403)
      const answer = await send({ 'x-jiheng-request': '1', origin: running.server.address })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict$/)
    })
  })

  describe('the second factor', () => {
    it('is asked for after the password; a code and a spare code are taken once', async () => {
      const { server, admin, enter, refused } = await started()
      await earlyInAStep()
      expect(await refusalOf(admin.client, 'second-factor.begin', { body: { password: 'no' } })).toBe('password.wrong')
      const { secret, address } = await admin.client.call('second-factor.begin', { body: { password: goodPassword } })
      expect(address).toMatch(/^otpauth:\/\/totp\//)
      const codeAt = (steps: number) => new TOTP({ secret, digits: 6, period: 30 }).generate({ timestamp: Date.now() + steps * 30_000 })
      expect(await refused(goodPassword)).toBeNull()
      expect(await refusalOf(admin.client, 'second-factor.confirm', { body: { code: codeAt(40) } })).toBe('session.wrong-code')
      const { spareCodes } = await admin.client.call('second-factor.confirm', { body: { code: codeAt(-1) } })
      expect(new Set(spareCodes).size).toBe(8)
      expect(await refused(goodPassword)).toBe('session.code-needed')
      expect(await refused('wrong', codeAt(0))).toBe('session.wrong-password')
      expect(await refused(goodPassword, codeAt(-1))).toBe('session.wrong-code')
      const code = codeAt(0)
      await enter(browserOn(server), goodPassword, code)
      expect(await refused(goodPassword, code)).toBe('session.wrong-code')
      const [spare = ''] = spareCodes
      await enter(browserOn(server), goodPassword, spare.toUpperCase())
      expect(await refused(goodPassword, spare)).toBe('session.wrong-code')
      await admin.client.call('second-factor.remove', { body: { password: goodPassword } })
      expect(await refused(goodPassword)).toBeNull()
    }, 40_000)
  })

  describe('a token of the API', () => {
    it('does what it is limited to, never more, and nothing about the account', async () => {
      const { running, server, admin } = await started()
      const role = await roleNamed(admin.client, '业务股室人员')
      const person = await invited(admin.client, server, { name: '丙', loginName: 'bing', role, organisation: running.bureau })
      const body = { name: '取数', permissions: ['document.read' as const], days: 30 }
      expect(await refusalOf(person.client, 'tokens.create', { body: { ...body, permissions: ['account.manage'] } })).toBe(
        'permission.missing',
      )
      const { token } = await admin.client.call('tokens.create', { body })
      const ask = (path: string, method = 'GET') =>
        fetch(`${running.server.address}/api/v1${path}`, { method, headers: { authorization: `Bearer ${token}` } })
      const me = (await (await ask('/session')).json()) as { permissions: string[] }
      expect(me.permissions).toEqual(['document.read'])
      expect(await (await ask('/accounts')).json()).toMatchObject({ code: 'token.scope' })
      expect(await (await ask('/tokens')).json()).toMatchObject({ code: 'token.scope' })
      expect(await (await ask('/sessions')).json()).toMatchObject({ code: 'token.scope' })
      const { items } = await admin.client.call('tokens.list')
      expect(JSON.stringify(items)).not.toContain(token.split('.')[1])
      await admin.client.call('tokens.revoke', { params: { token: items[0]?.id ?? '' } })
      expect((await ask('/session')).status).toBe(401)
    })
  })
})
