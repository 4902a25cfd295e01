import type { Permission } from '@jiheng/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundled } from '../../../../packages/runner/test/fakes/bundle.ts'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { report } from '../support/reports.ts'
import { type RunningServer, serversOn } from '../support/running-server.ts'
import { type Bench, findingsIn, newBatch, refusalOf, send, whenDone } from '../support/workbench.ts'

const child = bundled('real', 'child.mjs')

const reviewing: readonly Permission[] = ['document.read', 'batch.manage', 'finding.dismiss', 'comment.write', 'document.return']
const ofUnit: readonly Permission[] = ['document.read', 'self-check.use', 'document.submit', 'finding.answer', 'comment.write']

/** The same report with another last line. */
const version = (unit: string, line: string): Uint8Array =>
  new TextEncoder().encode(`${new TextDecoder().decode(report(unit))}\n附：${line}。\n`)

forEachDatabase((database) => {
  const start = serversOn(database)
  let one: RunningServer
  let units = 0
  beforeAll(async () => {
    one = await start({ childPath: child() })
  }, 60_000)
  const newUnit = async () => {
    const name = `测试县园林${'一二三四五六七八'[units++]}局`
    return { name, unit: await one.addUnit(name, null) }
  }
  const sent = async (bench: Bench, name: string, bytes: Uint8Array): Promise<string> => {
    const document = await send(bench, name, bytes)
    await whenDone(bench)
    return document
  }
  const dismiss = async ({ client }: Pick<Bench, 'client'>, document: string, reason: string, seen = 0) => {
    const [finding] = await findingsIn(client, document)
    const body = { status: 'dismissed' as const, reason, version: seen }
    return client.call('findings.decide', { params: { document, finding: finding?.id ?? '' }, body })
  }
  const submit = async ({ client }: Bench, document: string) => {
    const { version } = await client.call('documents.get', { params: { document } })
    return client.call('documents.submit', { params: { document }, body: { statement: '已核对', version } })
  }

  describe('a draft that a later one took the place of', () => {
    it('decides nothing about the later one once that was handed in', async () => {
      const { unit, name } = await newUnit()
      const [own, bureau] = [await one.addPerson('经办', ofUnit, unit), await one.addPerson('股长', reviewing, null)]
      const bench = await newBatch(own.client, unit, 'self-check')
      const first = await sent(bench, '草稿.txt', version(name, '初稿'))
      const second = await sent(bench, '二稿.txt', version(name, '二稿'))
      expect(await submit(bench, second)).toMatchObject({ stage: 'submitted', replaces: first })
      expect(await refusalOf(dismiss(bench, first, '我说对'))).toBe('document.wrong-stage')
      expect((await findingsIn(bureau.client, second))[0]).toMatchObject({ status: 'open', decisions: [] })
    }, 60_000)

    it('leaves to the later one what was said about it when it is removed', async () => {
      const { unit, name } = await newUnit()
      const [own, bureau] = [await one.addPerson('经办', ofUnit, unit), await one.addPerson('股长', reviewing, null)]
      const bench = await newBatch(own.client, unit, 'self-check')
      const first = await sent(bench, '草稿.txt', version(name, '初稿'))
      await dismiss(bench, first, '含上年结转')
      const second = await sent(bench, '二稿.txt', version(name, '二稿'))
      await own.client.call('documents.remove', { params: { document: first } })
      await submit(bench, second)
      const [finding] = await findingsIn(bureau.client, second)
      expect(finding).toMatchObject({ status: 'answered', decisions: [{ reason: '含上年结转' }] })
    }, 60_000)
  })

  describe('a document that turns out to be of another unit', () => {
    it('takes along only what was decided about itself, and those round it follow each other again', async () => {
      const [right, wrong] = [await newUnit(), await newUnit()]
      const { client } = await one.addPerson('股长', reviewing, null)
      const reader = await one.addPerson('经办', ofUnit, right.unit)
      const bench = () => newBatch(client, one.bureau)
      const first = await sent(await bench(), '一.txt', version(wrong.name, '第一次'))
      await dismiss({ client }, first, '只说给第一份')
      const body = { finding: null, audience: 'all' as const, text: '只说给第一份的单位' }
      await client.call('comments.write', { params: { document: first }, body })
      const second = await sent(await bench(), '二.txt', version(wrong.name, '第二次'))
      const third = await sent(await bench(), '三.txt', version(wrong.name, '第三次'))
      const detail = (document: string) => client.call('documents.get', { params: { document } })
      const move = async (document: string) => {
        const { year, kind, title, version } = await detail(document)
        await client.call('documents.assign', { params: { document }, body: { organisation: right.unit, year, kind, title, version } })
      }
      expect(await detail(second)).toMatchObject({ replaces: first, replacedBy: third })

      await move(second)
      expect(await detail(second)).toMatchObject({ replaces: null, replacedBy: null, findings: { open: 1 } })
      expect([(await detail(first)).replacedBy, (await detail(third)).replaces]).toEqual([third, first])
      expect((await findingsIn(reader.client, second))[0]).toMatchObject({ status: 'open', decisions: [] })
      expect((await reader.client.call('comments.list', { params: { document: second } })).items).toEqual([])
      expect((await findingsIn(client, third))[0]).toMatchObject({ status: 'dismissed', decisions: [{ reason: '只说给第一份' }] })

      // The first of a series leaves, and what was decided about it goes along.
      await move(first)
      expect(await detail(third)).toMatchObject({ replaces: null, findings: { open: 0 } })
      expect((await findingsIn(client, first))[0]).toMatchObject({ decisions: [{ reason: '只说给第一份' }] })
    }, 60_000)
  })
})
