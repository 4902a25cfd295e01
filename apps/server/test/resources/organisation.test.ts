import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readBook } from '@jiheng/report'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundled } from '../../../../packages/runner/test/fakes/bundle.ts'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { type Browser, browserOn, invited, refusalOf, roleNamed, setUpBy } from '../support/browser.ts'
import { type RunningServer, serversOn } from '../support/running-server.ts'

const childPath = bundled('real', 'child.mjs')

forEachDatabase((database) => {
  const start = serversOn(database)
  let running: RunningServer
  let admin: Browser
  beforeAll(async () => {
    running = await start({ childPath: childPath(), settings: { workers: 0 } })
    admin = browserOn(() => running.server)
    await setUpBy(admin, running.server)
  }, 90_000)

  const csv = (rows: readonly (readonly string[])[]): Uint8Array =>
    new TextEncoder().encode(`\ufeff${[['单位编码', '单位名称', '类型', '上级单位编码'], ...rows].map((row) => row.join(',')).join('\n')}`)
  const send = (body: Uint8Array, write: boolean, year = 2024) =>
    admin.client.call('organisations.import', { query: { write: write ? 'true' : 'false', year, name: '名录.csv' }, body })
  const listed = async (year: number) => (await admin.client.call('organisations.list', { query: { year } })).items

  describe('a sheet of organisations', () => {
    it('is shown first, and written when it is said', async () => {
      const sheet = csv([
        ['101', '县委办公室', '部门', ''],
        ['101001', '县委办公室本级', '', '101'],
        ['102', '县审计局', '', ''],
      ])
      const shown = await send(sheet, false)
      expect(shown).toMatchObject({ rows: 3, added: 3, changed: 0, faults: [], isWritten: false })
      expect(await listed(2024)).toHaveLength(1)
      expect(await send(sheet, true)).toMatchObject({ added: 3, isWritten: true })
      expect((await listed(2024)).map(({ code, name }) => [code, name])).toEqual([
        ['101', '县委办公室'],
        ['101001', '县委办公室本级'],
        ['102', '县审计局'],
        [null, '测试县财政局'],
      ])
      expect(await send(sheet, true)).toMatchObject({ added: 0, changed: 0, unchanged: 3 })
      const { items } = await admin.client.call('journal.list', { query: { event: 'organisation.imported' } })
      expect(items.map(({ says }) => says)).toEqual(['导入单位名录：新增 3，修改 0'])
    })

    it('writes nothing while anything is wrong', async () => {
      const outcome = await send(
        csv([
          ['103', '县民政局', '部门', ''],
          ['104', '县某所', '下属单位', '999'],
        ]),
        true,
      )
      expect(outcome).toMatchObject({ isWritten: false, faults: [{ row: 3, column: '上级单位编码' }] })
      expect((await listed(2024)).some(({ name }) => name === '县民政局')).toBe(false)
    })

    it('comes back as the workbook that was written out, with nothing to change', async () => {
      const response = await admin.client.open('organisations.sheet', { query: { year: 2024 } })
      expect(response.headers.get('content-disposition')).toContain('attachment')
      const bytes = new Uint8Array(await response.arrayBuffer())
      const [sheet] = await readBook(bytes)
      expect(sheet?.rows[2]?.slice(0, 3)).toEqual(['单位编码', '单位名称', '类型'])
      expect(await send(bytes, true)).toMatchObject({ added: 0, changed: 0, unchanged: 4, faults: [] })
    })

    it('that is none is told, however it is broken', async () => {
      const refused = (body: Uint8Array) => refusalOf(admin.client, 'organisations.import', { query: { year: 2024, name: 'x.xlsx' }, body })
      expect(await refused(new Uint8Array())).toBe('file.empty')
      expect(await refused(new TextEncoder().encode('PK\u0003\u0004 no package'))).toBe('organisation.unreadable')
      expect(await refused(new TextEncoder().encode('项目,金额\n甲,1'))).toBe('organisation.unreadable')
      expect(await refused(readFileSync(fileURLToPath(import.meta.url)))).toBe('organisation.unreadable')
    })
  })

  describe('an organisation', () => {
    it('is renamed in its history, and one at a time', async () => {
      const audit = (await listed(2024)).find(({ code }) => code === '102')
      const params = { organisation: audit?.id ?? '' }
      const { organisation } = await admin.client.call('organisations.history', { params })
      const { id: _, ...given } = organisation
      const names = [
        { value: '县审计局', from: organisation.from, to: '2024-12-31' },
        { value: '县审计委员会办公室', from: '2025-01-01', to: null },
      ]
      await admin.client.call('organisations.change', { params, body: { ...given, names } })
      expect((await listed(2024)).find(({ code }) => code === '102')?.name).toBe('县审计局')
      expect((await listed(2025)).find(({ code }) => code === '102')?.name).toBe('县审计委员会办公室')
      expect(await refusalOf(admin.client, 'organisations.change', { params, body: { ...given, names } })).toBe('thing.changed')
      const overlapping = names.map((one) => ({ ...one, to: null }))
      const body = { ...given, version: given.version + 1, names: overlapping }
      await expect(admin.client.call('organisations.change', { params, body })).rejects.toMatchObject({
        problem: { code: 'organisation.faults', details: { count: 1 } },
      })
    })

    it('is found by its name, code and short name, and not by what its entry is written with', async () => {
      await running.addUnit('测试县地震局', null, ['震局'])
      const found = async (q: string) => (await admin.client.call('search.find', { query: { q } })).organisations.map(({ name }) => name)
      expect([await found('地震'), await found('震局')]).toEqual([['测试县地震局'], ['测试县地震局']])
      for (const words of ['value', 'from', 'null', '2019-01-01', '"', '{', '[']) expect([words, await found(words)]).toEqual([words, []])
    })

    it('that is merged ends the day before, and says who takes over', async () => {
      const [one, two] = [await running.addUnit('甲站', null), await running.addUnit('乙站', null)]
      const next = await running.addUnit('甲乙中心', null)
      const change = {
        kind: 'merge' as const,
        day: '2024-07-01',
        before: [one, two],
        after: [next],
        takesOver: next,
        document: '县编〔2024〕1号',
      }
      await admin.client.call('organisations.record-change', { body: change })
      const { organisation, changes } = await admin.client.call('organisations.history', { params: { organisation: one } })
      expect(organisation.to).toBe('2024-06-30')
      expect(changes).toEqual([change])
      expect((await listed(2025)).some(({ id }) => id === one)).toBe(false)
      const body = { ...change, before: [one] }
      expect(await refusalOf(admin.client, 'organisations.record-change', { body })).toBe('organisation.faults')
    })

    it('is changed below the manager alone, and only moved by who manages the region', async () => {
      const [mine, theirs] = [await running.addUnit('丁局', null), await running.addUnit('戊局', null)]
      const child = await running.addUnit('丁站', mine)
      const { id: role } = await admin.client.call('roles.create', { body: { name: '名录员', permissions: ['organisation.manage'] } })
      const { client } = await invited(admin.client, () => running.server, {
        name: '名录员',
        loginName: 'minglu',
        role,
        organisation: mine,
      })
      const history = async (id: string) => (await client.call('organisations.history', { params: { organisation: id } })).organisation
      const change = async (id: string, given: object) => {
        const { id: own, ...body } = await history(id)
        return refusalOf(client, 'organisations.change', { params: { organisation: own }, body: { ...body, ...given } })
      }
      expect(await change(child, { aliases: ['丁'] })).toBeNull()
      expect(await change(theirs, { aliases: ['戊'] })).toBe('thing.not-found')
      expect(await change(child, { parents: [{ value: theirs, from: '2019-01-01', to: null }] })).toBe('permission.missing')
      const { id: _, version: __, ...body } = await history(child)
      expect(await refusalOf(client, 'organisations.create', { body })).toBe('permission.missing')
    })
  })

  describe('the journal', () => {
    it('is read by who may for the whole region, and saved without formulas', async () => {
      const unit = await running.addUnit('己局', null)
      const role = await roleNamed(admin.client, '审计调阅人员')
      const part = await invited(admin.client, () => running.server, { name: '=1+1', loginName: 'bufen', role, organisation: unit })
      expect(await refusalOf(part.client, 'journal.list')).toBe('permission.missing')
      const whole = await invited(admin.client, () => running.server, { name: '全部', loginName: 'quanbu', role, organisation: null })
      const text = await (await whole.client.open('journal.export')).text()
      expect(text).toContain(`"'=1+1"`)
      expect(text).not.toMatch(/"[=+@]/)
      const { items } = await whole.client.call('journal.list', { query: { limit: 500 } })
      expect(items[0]).toMatchObject({ says: '导出操作记录', actor: { name: '全部' }, seal: null })
      expect(text.trimEnd().split('\r\n').length).toBe(items.length + 1)
      const [first, second] = [items[0]?.id, items[1]?.id]
      const paged = await whole.client.call('journal.list', { query: { limit: 1 } })
      const next = await whole.client.call('journal.list', { query: { limit: 1, after: paged.next ?? '' } })
      expect([paged.items[0]?.id, next.items[0]?.id]).toEqual([first, second])
      await running.restart()
      const head = await whole.client.call('journal.head')
      expect(head).toMatchObject({ seal: 1, unsealed: 0 })
      const kept = { seal: head.seal, digest: head.digest }
      expect(await whole.client.call('journal.verify', { body: { kept } })).toMatchObject({ isWhole: true, entries: head.entries })
      const wrong = { seal: head.seal, digest: 'a'.repeat(64) }
      expect(await whole.client.call('journal.verify', { body: { kept: wrong } })).toMatchObject({ broken: { why: 'not-the-kept-one' } })
    })
  })

  describe('the server', () => {
    it('tells its health, readiness, description and schemes', async () => {
      const { client } = browserOn(() => running.server)
      expect(await client.call('system.health')).toEqual({ ok: true })
      expect(await client.call('system.ready')).toMatchObject({ ready: true, database: true, files: true })
      expect(await client.call('system.description')).toMatchObject({ openapi: '3.1.0' })
      const { items } = await admin.client.call('schemes.list')
      expect(items.length).toBeGreaterThan(0)
    })
  })
})
