/** What is packed holds what its maker could see, and is for nobody who could see less. */
import { createClient, type Permission } from '@jiheng/contract'
import { openPackage } from '@jiheng/ooxml'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundled } from '../../../../packages/runner/test/fakes/bundle.ts'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { report } from '../support/reports.ts'
import { type Person, type RunningServer, serversOn } from '../support/running-server.ts'
import { newBatch, refusalOf, send, soon, whenDone } from '../support/workbench.ts'

const child = bundled('real', 'child.mjs')
const all: readonly Permission[] = [
  'document.read',
  'batch.manage',
  'output.make',
  'document.return',
  'document.pass',
  'document.publish',
  'journal.read',
]

forEachDatabase((database) => {
  const start = serversOn(database)
  let one: RunningServer
  beforeAll(async () => {
    one = await start({ childPath: child() })
  }, 60_000)

  const tokenOf = async ({ client }: Person, permissions: Permission[]) => {
    const { token } = await client.call('tokens.create', { body: { name: permissions.join(), permissions, days: 1 } })
    const send = (address: string, init: RequestInit) => fetch(`${one.server.address}${address}`, init)
    return createClient({ origin: '', send, token, newKey: crypto.randomUUID.bind(crypto) })
  }
  const fetched = async (client: Person['client'], job: string) => {
    for (const end = Date.now() + 20_000; Date.now() < end; await soon())
      if ((await client.call('jobs.get', { params: { job } })).hasFile) break
    return openPackage(new Uint8Array(await (await client.open('jobs.file', { params: { job } })).arrayBuffer()))
  }

  describe('a pack', () => {
    it('that a token asked for holds what the token may see, and the token gets no other', async () => {
      const person = await one.addPerson('甲', all, null)
      const bench = await newBatch(person.client, one.bureau)
      const published = await send(bench, '公开的.txt', report('测试县水利局'))
      await send(bench, '没公开的.txt', report('测试县教育局', 2024, '100'))
      await whenDone(bench)
      for (const id of ['documents.pass', 'documents.publish'] as const) {
        const { version } = await person.client.call('documents.get', { params: { document: published } })
        const params = { document: published }
        if (id === 'documents.pass') await person.client.call(id, { params, body: { opinion: '', version } })
        else await person.client.call(id, { params, body: { version } })
      }
      const narrow = await tokenOf(person, ['batch.manage', 'output.make'])
      const params = { batch: bench.batch }
      const own = await narrow.call('batches.pack', { params }).then(({ job }) => job)
      const names = (await fetched(narrow, own)).entries.map(({ name }) => name)
      expect(names.filter((name) => name.includes('没公开的'))).toEqual([])
      expect(names.some((name) => name.includes('公开的'))).toBe(true)
      const { job } = await person.client.call('batches.pack', { params })
      expect((await fetched(person.client, job)).entries.some(({ name }) => name.includes('没公开的'))).toBe(true)
      for (const route of ['jobs.get', 'jobs.file'] as const)
        expect([route, await refusalOf(narrow.open(route, { params: { job } }))]).toEqual([route, 'thing.not-found'])
      expect((await person.client.call('jobs.get', { params: { job: own } })).hasFile).toBe(true)
      const told = (await person.client.call('journal.list', { query: { subject: bench.batch, event: 'batch.output-made' } })).items
      expect(told.map(({ says }) => says)).toEqual(Array(2).fill('导出批次“一批”的全部结果'))
    }, 60_000)

    it('is stopped by its maker alone, and work of a batch by nobody who only reads it', async () => {
      const person = await one.addPerson('乙', all, null)
      const bench = await newBatch(person.client, one.bureau)
      const { job } = await person.client.call('batches.receive', {
        params: { batch: bench.batch },
        query: { name: '一.txt' },
        body: report('测试县统计局', 2024, '100'),
      })
      const reader = await tokenOf(person, ['document.read'])
      expect(await refusalOf(reader.call('jobs.cancel', { params: { job } }))).toBe('thing.not-found')
      await whenDone(bench)
    }, 60_000)
  })
})
