import { prepareRegion } from '@jiheng/store'
import { beforeAll, describe, expect, it } from 'vitest'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { type Browser, browserOn, invited, refusalOf, roleNamed, setUpBy } from '../support/browser.ts'
import { type RunningServer, serversOn } from '../support/running-server.ts'

forEachDatabase((database) => {
  const start = serversOn(database)
  let common: Promise<{ readonly running: RunningServer; readonly admin: Browser; readonly adminId: string }> | null = null
  const started = () => {
    common ??= start({ childPath: '/no-child-is-started', settings: { workers: 0 } }).then(async (running) => {
      const admin = browserOn(() => running.server)
      const me = await setUpBy(admin, running.server)
      return { running, admin, adminId: me.account.id }
    })
    return common
  }
  // The first server of a run takes a while.
  beforeAll(() => started().then(() => {}), 60_000)
  const today = () => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)

  describe('posts', () => {
    it('several are held with one sign-in, begin and end at once', async () => {
      const { running, admin } = await started()
      const [one, two] = [await running.addUnit('甲局', null), await running.addUnit('乙局', null)]
      const role = await roleNamed(admin.client, '单位经办人')
      const person = await invited(admin.client, () => running.server, { name: '报账员', loginName: 'baozhang', role, organisation: one })
      const body = { account: person.id, organisation: two, role, from: today() }
      const post = await admin.client.call('posts.create', { body })
      expect(await refusalOf(admin.client, 'posts.create', { body })).toBe('thing.exists')
      const me = await person.client.call('session.me')
      expect(me.posts.map(({ organisation }) => organisation?.name)).toEqual(['甲局', '乙局'])
      await admin.client.call('posts.end', { params: { post: post.id } })
      expect((await person.client.call('session.me')).posts).toHaveLength(1)
      expect(await refusalOf(admin.client, 'posts.end', { params: { post: post.id } })).toBe('thing.not-found')
    })

    it('one that begins later is not held before', async () => {
      const { running, admin } = await started()
      const unit = await running.addUnit('将来局', null)
      const [own, later] = [await roleNamed(admin.client, '第三方评价人员'), await roleNamed(admin.client, '业务股室人员')]
      const person = await invited(admin.client, () => running.server, { name: '后来', loginName: 'houlai', role: own, organisation: unit })
      const post = await admin.client.call('posts.create', {
        body: { account: person.id, organisation: unit, role: later, from: '2099-01-01' },
      })
      expect((await person.client.call('session.me')).permissions).not.toContain('output.make')
      await admin.client.call('posts.end', { params: { post: post.id } })
    })

    it('are handed over on one day, with what is open', async () => {
      const { running, admin } = await started()
      const unit = await running.addUnit('丙局', null)
      const role = await roleNamed(admin.client, '单位负责人')
      const server = () => running.server
      const [from, to] = [
        await invited(admin.client, server, { name: '前任', loginName: 'qianren', role, organisation: unit }),
        await invited(admin.client, server, {
          name: '后任',
          loginName: 'houren',
          role: await roleNamed(admin.client, '业务股室人员'),
          organisation: unit,
        }),
      ]
      const post = (await from.client.call('session.me')).posts[0]?.id ?? ''
      const given = await admin.client.call('posts.hand-over', { params: { post }, body: { to: to.id, note: '钥匙三把' } })
      expect(given).toMatchObject({
        from: { name: '前任' },
        to: { name: '后任' },
        role: '单位负责人',
        day: today(),
        open: { documents: 0, questions: 0 },
      })
      expect((await from.client.call('session.me')).posts).toEqual([])
      expect((await to.client.call('session.me')).permissions).toContain('self-check.use')
      const { items } = await admin.client.call('hand-overs.list')
      expect(items[0]).toEqual(given)
      const journal = await admin.client.call('journal.list', { query: { event: 'post.handed-over' } })
      expect(journal.items[0]?.says).toBe('单位负责人岗位（丙局）由“前任”交给“后任”')
    })
  })

  describe('nobody goes beyond their own', () => {
    it('in reach: only people, posts and organisations below are theirs', async () => {
      const { running, admin } = await started()
      const server = () => running.server
      const [mine, theirs] = [await running.addUnit('丁局', null), await running.addUnit('戊局', null)]
      const child = await running.addUnit('丁局下属', mine)
      const { id: role } = await admin.client.call('roles.create', {
        body: { name: '部门管理员', permissions: ['account.manage', 'post.manage', 'document.read'] },
      })
      const [clerk, reviewer] = [await roleNamed(admin.client, '单位经办人'), await roleNamed(admin.client, '绩效股负责人')]
      const manager = await invited(admin.client, server, { name: '丁管', loginName: 'dingguan', role, organisation: mine })
      const stranger = await invited(admin.client, server, { name: '戊经办', loginName: 'wujingban', role: clerk, organisation: theirs })
      const { client } = manager
      const below = await invited(client, server, {
        name: '丁经办',
        loginName: 'dingjingban',
        role: await roleNamed(client, '第三方评价人员'),
        organisation: child,
      }).catch((error: Error) => error)
      // comment.write is more than the manager holds.
      expect(below).toMatchObject({ problem: { code: 'post.beyond-own' } })
      const { id: reader } = await admin.client.call('roles.create', {
        body: { name: '查阅', permissions: ['document.read', 'self-check.use'] },
      })
      await invited(client, server, { name: '丁查阅', loginName: 'dingchayue', role: reader, organisation: child })
      const { items } = await client.call('accounts.list')
      expect(items.map(({ name }) => name).toSorted()).toEqual(['丁查阅', '丁管'])
      expect(await refusalOf(client, 'accounts.get', { params: { account: stranger.id } })).toBe('thing.not-found')
      expect(await refusalOf(client, 'accounts.reset', { params: { account: stranger.id } })).toBe('thing.not-found')
      const make = (organisation: string | null, given: string) =>
        refusalOf(client, 'accounts.create', { body: { name: '某', loginName: `mou${Math.random()}`, role: given, organisation } })
      expect(await make(theirs, reader)).toBe('post.beyond-own')
      expect(await make(null, reader)).toBe('post.beyond-own')
      expect(await make(child, reviewer)).toBe('post.beyond-own')
      expect(await make(child, reader)).toBeNull()
      // What is private to a unit nobody gives to themselves.
      const own = { account: manager.id, organisation: child, role: reader, from: today() }
      expect(await refusalOf(client, 'posts.create', { body: own })).toBe('post.beyond-own')
      expect(await refusalOf(client, 'roles.create', { body: { name: '新', permissions: ['document.read'] } })).toBe('permission.missing')
    })

    it('in permissions: who holds more can be neither reset nor disabled', async () => {
      const { running, admin } = await started()
      const server = () => running.server
      const unit = await running.addUnit('己局', null)
      const { id: low } = await admin.client.call('roles.create', { body: { name: '只管账号', permissions: ['account.manage'] } })
      const manager = await invited(admin.client, server, { name: '己管', loginName: 'jiguan', role: low, organisation: unit })
      const strong = await invited(admin.client, server, {
        name: '己审',
        loginName: 'jishen',
        role: await roleNamed(admin.client, '绩效股审核人员'),
        organisation: unit,
      })
      const { name, version } = await manager.client.call('accounts.get', { params: { account: strong.id } })
      expect(await refusalOf(manager.client, 'accounts.reset', { params: { account: strong.id } })).toBe('post.beyond-own')
      expect(await refusalOf(manager.client, 'accounts.sign-out', { params: { account: strong.id } })).toBe('post.beyond-own')
      expect(
        await refusalOf(manager.client, 'accounts.change', {
          params: { account: strong.id },
          body: { name, version, isDisabled: true, signOnSubject: null },
        }),
      ).toBe('post.beyond-own')
      expect(await refusalOf(strong.client, 'session.me')).toBeNull()
    })
  })

  describe('the last who manages accounts', () => {
    it('cannot be ended, disabled, reset, or stripped by a changed role', async () => {
      const { admin, adminId } = await started()
      const account = await admin.client.call('accounts.get', { params: { account: adminId } })
      const [post] = account.posts
      const { name, version } = account
      expect(await refusalOf(admin.client, 'posts.end', { params: { post: post?.id ?? '' } })).toBe('post.last-manager')
      expect(await refusalOf(admin.client, 'accounts.reset', { params: { account: adminId } })).toBe('post.last-manager')
      const body = { name, version, isDisabled: true, signOnSubject: null }
      expect(await refusalOf(admin.client, 'accounts.change', { params: { account: adminId }, body })).toBe('post.last-manager')
      const { items } = await admin.client.call('roles.list')
      const role = items.find(({ id }) => id === post?.role.id)
      const less = { name: '管理', permissions: ['role.manage' as const], version: role?.version ?? 0 }
      expect(await refusalOf(admin.client, 'roles.change', { params: { role: role?.id ?? '' }, body: less })).toBe('post.last-manager')
      expect((await admin.client.call('session.me')).permissions).toContain('account.manage')
    })
  })

  describe('a role', () => {
    it('holds at once when it is changed, and is removed only when nobody ever had it', async () => {
      const { running, admin } = await started()
      const unit = await running.addUnit('庚局', null)
      const role = await admin.client.call('roles.create', { body: { name: '临时', permissions: ['document.read'] } })
      expect(await refusalOf(admin.client, 'roles.create', { body: { name: '临时', permissions: ['document.read'] } })).toBe('thing.exists')
      const person = await invited(admin.client, () => running.server, { name: '庚', loginName: 'geng', role: role.id, organisation: unit })
      expect(await refusalOf(person.client, 'journal.list')).toBe('permission.missing')
      const body = { name: '临时工', permissions: ['document.read' as const, 'account.manage' as const], version: role.version }
      const changed = await admin.client.call('roles.change', { params: { role: role.id }, body })
      expect(changed).toMatchObject({ name: '临时工', holders: 1, version: 1 })
      expect((await person.client.call('session.me')).permissions).toContain('account.manage')
      expect(await refusalOf(admin.client, 'roles.change', { params: { role: role.id }, body })).toBe('thing.changed')
      expect(await refusalOf(admin.client, 'roles.remove', { params: { role: role.id } })).toBe('thing.in-use')
      const unused = await admin.client.call('roles.create', { body: { name: '没人', permissions: ['document.read'] } })
      await admin.client.call('roles.remove', { params: { role: unused.id } })
      expect(await refusalOf(admin.client, 'roles.remove', { params: { role: unused.id } })).toBe('thing.not-found')
    })
  })

  describe('accounts', () => {
    it('are listed by name, page by page, found by a part of it as it stands', async () => {
      const { running, admin } = await started()
      const unit = await running.addUnit('辛局', null)
      const role = await roleNamed(admin.client, '业务股室人员')
      for (const name of ['百分%号', '百分号', '下_划线'])
        await admin.client.call('accounts.create', {
          body: { name, loginName: `x${Math.random().toString(36).slice(2)}`, role, organisation: unit },
        })
      const all = (await admin.client.call('accounts.list', { query: { limit: 500 } })).items.map(({ id }) => id)
      const paged: string[] = []
      for (let after: string | null | undefined; after !== null; ) {
        const page = await admin.client.call('accounts.list', { query: after === undefined ? { limit: 2 } : { limit: 2, after } })
        paged.push(...page.items.map(({ id }) => id))
        after = page.next
      }
      expect(paged).toEqual(all)
      const found = async (q: string) => (await admin.client.call('accounts.list', { query: { q } })).items.map(({ name }) => name)
      expect(await found('%')).toEqual(['百分%号'])
      expect(await found('_')).toEqual(['下_划线'])
      expect(await refusalOf(admin.client, 'accounts.list', { query: { after: 'nonsense' } })).toBe('request.invalid')
      const here = await admin.client.call('accounts.list', { query: { organisation: unit } })
      expect(here.items).toHaveLength(3)
    })

    it('have a sign-in name that nobody else has, and are changed by one at a time', async () => {
      const { admin, adminId } = await started()
      const role = await roleNamed(admin.client, '业务股室人员')
      const body = { name: '同名', loginName: 'ADMIN', role, organisation: null }
      expect(await refusalOf(admin.client, 'accounts.create', { body })).toBe('thing.exists')
      const unknown = '00000000-0000-7000-8000-000000000000'
      expect(await refusalOf(admin.client, 'accounts.create', { body: { ...body, loginName: 'fresh', organisation: unknown } })).toBe(
        'thing.not-found',
      )
      const { name, version } = await admin.client.call('accounts.get', { params: { account: adminId } })
      const change = { name: `${name}甲`, isDisabled: false, signOnSubject: null, version }
      await admin.client.call('accounts.change', { params: { account: adminId }, body: change })
      expect(await refusalOf(admin.client, 'accounts.change', { params: { account: adminId }, body: change })).toBe('thing.changed')
    })
  })

  describe('another region', () => {
    it('is not there for anybody of this one', async () => {
      const { running, admin } = await started()
      const region = await running.server.container.transact((ground) => prepareRegion(ground, { name: '邻县', code: '130998' }))
      const { role, unit } = await running.server.container.transact(async ({ db }) => ({
        role: (await db.selectFrom('roles').select('id').where('region_id', '=', region).executeTakeFirstOrThrow()).id,
        unit: (await db.selectFrom('organisations').select('id').where('region_id', '=', region).executeTakeFirstOrThrow()).id,
      }))
      const own = await roleNamed(admin.client, '业务股室人员')
      const create = (given: { role: string; organisation: string | null }) =>
        refusalOf(admin.client, 'accounts.create', { body: { name: '越界', loginName: `yuejie${Math.random()}`, ...given } })
      expect(await create({ role, organisation: null })).toBe('thing.not-found')
      expect(await create({ role: own, organisation: unit })).toBe('thing.not-found')
      expect(await refusalOf(admin.client, 'roles.remove', { params: { role } })).toBe('thing.not-found')
      expect(await refusalOf(admin.client, 'organisations.history', { params: { organisation: unit } })).toBe('thing.not-found')
    })
  })

  describe('changes of roles and people', () => {
    it('at once by two people ends for each in words of the table', async () => {
      const { running, admin } = await started()
      const refusals = new Set<string | null>()
      const note = async (answer: Promise<string | null>) => void refusals.add(await answer)
      for (let round = 0; round < 12; round++) {
        const create = (name: string) => admin.client.call('roles.create', { body: { name, permissions: ['document.read'] } })
        const [kept, given] = [await create(`先有 ${round}`), await create(`要删 ${round}`)]
        const body = { name: `同名 ${round}`, permissions: ['document.read' as const] }
        const unit = await running.addUnit(`同时局 ${round}`, null)
        const person = { name: '同时', loginName: `tongshi.${round}`, organisation: unit, role: given.id }
        await Promise.all([
          note(refusalOf(admin.client, 'roles.create', { body })),
          note(refusalOf(admin.client, 'roles.change', { params: { role: kept.id }, body: { ...body, version: kept.version } })),
          note(refusalOf(admin.client, 'roles.remove', { params: { role: given.id } })),
          note(refusalOf(admin.client, 'accounts.create', { body: person })),
        ])
      }
      expect([...refusals].filter((code) => ![null, 'thing.exists', 'thing.in-use', 'thing.not-found'].includes(code))).toEqual([])
    }, 60_000)
  })
})
