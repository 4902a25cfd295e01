/** What a unit did with a draft shows nowhere else: neither in the journal nor beside a later version. */
import type { Permission } from '@jiheng/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundled } from '../../../../packages/runner/test/fakes/bundle.ts'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { type Person, type RunningServer, serversOn } from '../support/running-server.ts'
import { findingsIn, newBatch, send, whenDone } from '../support/workbench.ts'

const child = bundled('fake', 'child.mjs')

const ofBureau: readonly Permission[] = ['document.read', 'batch.manage', 'finding.dismiss', 'document.return', 'journal.read']
const ofUnit: readonly Permission[] = ['document.read', 'self-check.use', 'document.submit', 'comment.write']
const text = (words: string) => new TextEncoder().encode(words)

forEachDatabase((database) => {
  const start = serversOn(database)
  let one: RunningServer
  let bureau: Person
  beforeAll(async () => {
    one = await start({ childPath: child() })
    bureau = await one.addPerson('股长', ofBureau, null)
  }, 60_000)

  const journalOf = async (subject: string) => (await bureau.client.call('journal.list', { query: { subject } })).items
  const csv = async () => (await bureau.client.open('journal.export')).text()
  const drafted = async (unitName: string) => {
    const unit = await one.addUnit(unitName, null)
    const own = await one.addPerson('经办', ofUnit, unit)
    const bench = await newBatch(own.client, unit, 'self-check')
    return { own, bench, client: own.client }
  }

  describe('a draft', () => {
    it('is in the journal without name, counts and words until it is handed in', async () => {
      const { bench, client } = await drafted('测试县园林局')
      const params = { document: await send(bench, '不想给人看的初稿.txt', text('全年支出 [[12]] 万元')) }
      await whenDone(bench)
      const [finding] = await findingsIn(client, params.document)
      const decided = { status: 'dismissed', reason: '含往来款', version: 0 } as const
      await client.call('findings.decide', { params: { ...params, finding: finding?.id ?? '' }, body: decided })
      const before = await journalOf(params.document)
      expect(before.map(({ event }) => event).sort()).toEqual(['document.audited', 'document.received', 'finding.decided'])
      expect(before.map(({ details }) => details)).toEqual([{}, {}, {}])
      for (const { says } of before) expect(says).toContain('自查')
      expect(JSON.stringify(before)).not.toMatch(/初稿|差错 1|核实无误/)
      expect((await journalOf(bench.batch)).map(({ says }) => says)).not.toContainEqual(expect.stringContaining('一批'))
      expect(await csv()).not.toContain('不想给人看的初稿')
      const { version } = await client.call('documents.get', { params })
      await client.call('documents.submit', { params, body: { statement: '已核对', version } })
      const after = await journalOf(params.document)
      expect(after.find(({ event }) => event === 'document.received')?.says).toContain('不想给人看的初稿.txt')
      expect((await bureau.client.call('journal.verify', { body: { kept: null } })).isWhole).toBe(true)
    }, 60_000)

    it('that was removed leaves no name in the journal that others read', async () => {
      const { bench, client } = await drafted('测试县档案局')
      const document = await send(bench, '又不要了的初稿.txt', text('全年支出 12 万元'))
      await whenDone(bench)
      await client.call('documents.remove', { params: { document } })
      expect((await journalOf(document)).map(({ details }) => details)).toEqual([{}, {}, {}])
      expect(await csv()).not.toContain('又不要了的初稿')
    }, 60_000)

    it('keeps to itself what was said beside it, when a later draft is handed in', async () => {
      const { bench, client } = await drafted('测试县气象局')
      const comment = async (document: string, words: string, finding: string | null = null) =>
        client.call('comments.write', { params: { document }, body: { finding, audience: 'all', text: words } })
      const first = await send(bench, '初稿.txt', text('全年支出 [[12]] 万元'))
      await whenDone(bench)
      await comment(first, '这个数先别让局里知道')
      await comment(first, '这里也是', (await findingsIn(client, first))[0]?.id ?? '')
      const second = await send(bench, '二稿.txt', text('全年支出 [[12]] 万元\n附：说明'))
      await whenDone(bench)
      await comment(second, '已按往来款核对')
      const params = { document: second }
      const { version, replaces } = await client.call('documents.get', { params })
      expect(replaces).toBe(first)
      await client.call('documents.submit', { params, body: { statement: '已核对', version } })
      const wordsFor = async (who: Person['client']) => (await who.call('comments.list', { params })).items.map((item) => item.text)
      expect(await wordsFor(bureau.client)).toEqual(['已按往来款核对'])
      expect(await wordsFor(client)).toEqual(['这个数先别让局里知道', '这里也是', '已按往来款核对'])
      const counted = async (who: Person['client']) => (await findingsIn(who, second)).map(({ comments }) => comments)
      expect([await counted(bureau.client), await counted(client)]).toEqual([[0], [1]])
      // Nor does it come out when the earlier draft is thrown away.
      await client.call('documents.remove', { params: { document: first } })
      expect(await wordsFor(bureau.client)).toEqual(['已按往来款核对'])
    }, 60_000)
  })
})
