import type { Permission } from '@jiheng/contract'
import { openPackage } from '@jiheng/ooxml'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundled } from '../../../../packages/runner/test/fakes/bundle.ts'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { report } from '../support/reports.ts'
import { type RunningServer, serversOn } from '../support/running-server.ts'
import { findingsIn, newBatch, refusalOf, send, whenDone } from '../support/workbench.ts'

const child = bundled('real', 'child.mjs')

const reviewing: readonly Permission[] = [
  'document.read',
  'batch.manage',
  'finding.dismiss',
  'finding.return',
  'finding.ask',
  'comment.write',
  'document.return',
  'document.pass',
  'document.publish',
  'output.make',
]
const ofUnit: readonly Permission[] = ['document.read', 'self-check.use', 'document.submit', 'finding.answer', 'comment.write']

async function bytesOf(answer: Promise<Response>): Promise<Uint8Array> {
  return new Uint8Array(await (await answer).arrayBuffer())
}

async function partsOf(bytes: Uint8Array): Promise<string> {
  const pack = await openPackage(bytes)
  const texts = await Promise.all(
    pack.entries.filter(({ name }) => name.endsWith('.xml')).map(async ({ name }) => Buffer.from(await pack.read(name)).toString()),
  )
  return texts.join('\n')
}

forEachDatabase((database) => {
  const start = serversOn(database)
  let one: RunningServer
  let count = 0
  beforeAll(async () => {
    one = await start({ childPath: child() })
  }, 60_000)
  /** A unit of its own for every test, so that none follows on the reports of another. */
  const newUnit = async (): Promise<{ readonly unit: string; readonly name: string }> => {
    const name = `测试县水利${'一二三四五六七八'[count++]}局`
    return { name, unit: await one.addUnit(name, null) }
  }
  /** One report of a new unit, audited, before one reviewer. */
  const oneAudited = async () => {
    const { name } = await newUnit()
    const { client } = await one.addPerson('甲', reviewing, null)
    const bench = await newBatch(client, one.bureau)
    const document = await send(bench, '自评.txt', report(name))
    await whenDone(bench)
    const [finding] = await findingsIn(client, document)
    return { name, client, bench, document, finding }
  }

  describe('a batch for review', () => {
    it('goes from files to decisions, and what was dismissed is in no document and survives a new audit', async () => {
      const { unit, name } = await newUnit()
      const { client } = await one.addPerson('甲', reviewing, null)
      const bench = await newBatch(client, one.bureau)
      const document = await send(bench, '水利局/自评.txt', report(name))
      const again = await client.call('batches.receive', {
        params: { batch: bench.batch },
        query: { name: '再来.txt' },
        body: report(name),
      })
      expect(again).toMatchObject({ document, isRepeated: true })
      const [item] = await whenDone(bench)
      expect(item).toMatchObject({
        state: 'done',
        stage: 'submitted',
        folder: '水利局',
        fileName: '自评.txt',
        findings: { error: 1, open: 1 },
      })
      expect(item?.organisation?.id).toBe(unit)
      const [finding] = await findingsIn(client, document)
      const decide = (status: 'dismissed' | 'open', reason: string, version: number) =>
        client.call('findings.decide', { params: { document, finding: finding?.id ?? '' }, body: { status, reason, version } })
      expect(await refusalOf(decide('dismissed', ' ', 0))).toBe('finding.reason-needed')
      const dismissed = await decide('dismissed', '附表口径含往来款', 0)
      expect(dismissed).toMatchObject({ status: 'dismissed', version: 1, decisions: [{ reason: '附表口径含往来款', by: { name: '甲' } }] })
      const output = (kind: 'word' | 'letter' | 'list' | 'page' | 'result') =>
        bytesOf(client.open('documents.output', { params: { document, kind } }))
      expect(await partsOf(await output('word'))).not.toContain('合计与分项')
      expect(Buffer.from(await output('page')).toString()).not.toContain('合计与分项之和不一致')
      expect(JSON.parse(Buffer.from(await output('result')).toString()).findings).toEqual([])
      const [csv, list] = await Promise.all(
        (['csv', 'list'] as const).map((kind) => bytesOf(client.open('batches.output', { params: { batch: bench.batch, kind } }))),
      )
      expect(Buffer.from(csv as Uint8Array).toString()).toMatch(/核实无误,附表口径含往来款,甲/)
      expect(await partsOf(list as Uint8Array)).toContain('附表口径含往来款')

      await client.call('documents.audit-again', { params: { document } })
      expect((await whenDone(bench))[0]).toMatchObject({ findings: { error: 1, open: 0 } })
      expect((await findingsIn(client, document))[0]).toMatchObject({ status: 'dismissed' })
      await decide('open', '', 1)
      expect(await partsOf(await output('word'))).toContain('合计与分项')
      const summary = await client.call('batches.summary', { params: { batch: bench.batch } })
      expect(summary.byStatus).toEqual({ open: 1 })
      expect(summary.missing.map((missing) => missing.name)).toContain('测试县财政局')
      expect(summary.missing.map((missing) => missing.id)).not.toContain(unit)
    }, 60_000)

    it('two people at once: the second is told, and nothing is lost', async () => {
      const { name } = await newUnit()
      const [first, second] = [await one.addPerson('甲', reviewing, null), await one.addPerson('乙', reviewing, null)]
      const bench = await newBatch(first.client, one.bureau)
      const document = await send(bench, '自评.txt', report(name))
      await whenDone(bench)
      const [finding] = await findingsIn(first.client, document)
      const decide = ({ client }: typeof first, reason: string) =>
        client.call('findings.decide', {
          params: { document, finding: finding?.id ?? '' },
          body: { status: 'dismissed', reason, version: 0 },
        })
      const outcomes = await Promise.all([refusalOf(decide(first, '一')), refusalOf(decide(second, '二'))])
      expect([...outcomes].sort()).toEqual(['done', 'thing.changed'])
      const [after] = await findingsIn(second.client, document)
      expect(after).toMatchObject({ version: 1, decisions: [{ reason: outcomes[0] === 'done' ? '一' : '二' }] })
    }, 60_000)

    it('what is decided, whichever way, no longer waits; what is taken back waits again', async () => {
      const { client, document, finding } = await oneAudited()
      const waiting: number[] = []
      for (const [version, status] of (['returned', 'open', 'asked'] as const).entries()) {
        const body = { status, reason: '', version }
        await client.call('findings.decide', { params: { document, finding: finding?.id ?? '' }, body })
        waiting.push((await client.call('documents.get', { params: { document } })).findings.open)
      }
      expect(waiting).toEqual([0, 1, 0])
    }, 60_000)

    it('a corrected version takes the place of what was returned, with the decisions', async () => {
      const { name, client, bench, document, finding } = await oneAudited()
      await client.call('findings.decide', {
        params: { document, finding: finding?.id ?? '' },
        body: { status: 'dismissed', reason: '对', version: 0 },
      })
      const { version } = await client.call('documents.get', { params: { document } })
      await client.call('documents.return', { params: { document }, body: { opinion: '请改', due: '2026-12-31', version } })
      const letter = await partsOf(await bytesOf(client.open('documents.output', { params: { document, kind: 'letter' } })))
      expect(letter).toContain('审核意见：请改')
      expect(letter).toContain('2026年12月31日')
      const second = await send(bench, '自评改.txt', new TextEncoder().encode(`${Buffer.from(report(name)).toString()}\n附：更正说明。\n`))
      await whenDone(bench)
      const [old, fresh] = await Promise.all([document, second].map((id) => client.call('documents.get', { params: { document: id } })))
      expect(fresh).toMatchObject({ replaces: document, findings: { open: 0 } })
      expect(old).toMatchObject({ replacedBy: second, reviews: [{ decision: 'returned', due: '2026-12-31' }] })
      expect((await findingsIn(client, second))[0]).toMatchObject({ status: 'dismissed' })
    }, 60_000)

    it('that is passed has nothing more to be decided, not even what was never decided', async () => {
      const { client, document, finding } = await oneAudited()
      const params = { document }
      const { version } = await client.call('documents.get', { params })
      await client.call('documents.pass', { params, body: { opinion: '', version } })
      const body = { status: 'open' as const, reason: '又来说一句', version: 0 }
      const asked = client.call('findings.decide', { params: { document, finding: finding?.id ?? '' }, body })
      expect(await refusalOf(asked)).toBe('document.wrong-stage')
      expect((await findingsIn(client, document))[0]).toMatchObject({ version: 0, decisions: [] })
    }, 60_000)

    it('is passed, then made public, and each step needs its time', async () => {
      const { name } = await newUnit()
      const { client } = await one.addPerson('甲', reviewing, null)
      const bench = await newBatch(client, one.bureau)
      const document = await send(bench, '自评.txt', report(name, 2024, '100'))
      const [{ version } = { version: 0 }] = await whenDone(bench)
      const publish = (at: number) => client.call('documents.publish', { params: { document }, body: { version: at } })
      expect(await refusalOf(publish(version))).toBe('document.wrong-stage')
      const passed = await client.call('documents.pass', { params: { document }, body: { opinion: '', version } })
      expect(await refusalOf(publish(version))).toBe('thing.changed')
      expect((await publish(passed.version)).stage).toBe('published')
      const other = await one.addPerson('别处', ['document.read'], await one.addUnit('测试县教育局', null))
      expect((await other.client.call('documents.get', { params: { document } })).stage).toBe('published')
    }, 60_000)
  })

  describe('the draft of a unit', () => {
    it('nobody else sees it before it is handed in; what the unit found right is an answer then', async () => {
      const { unit, name } = await newUnit()
      const own = await one.addPerson('经办', ofUnit, unit)
      const bureau = await one.addPerson('股长', reviewing, null)
      const neighbour = await one.addPerson('邻居', ofUnit, await one.addUnit('测试县教育局', null))
      const bench = await newBatch(own.client, unit, 'self-check')
      const document = await send(bench, '草稿.txt', report(name))
      await whenDone(bench)
      for (const { client } of [bureau, neighbour]) {
        for (const id of ['documents.get', 'documents.view', 'documents.findings', 'documents.file', 'comments.list'] as const) {
          expect(await refusalOf(client.open(id, { params: { document } }))).toBe('thing.not-found')
        }
        expect(await refusalOf(client.call('batches.get', { params: { batch: bench.batch } }))).toBe('thing.not-found')
        expect((await client.call('documents.list', { query: { limit: 500 } })).items.map(({ id }) => id)).not.toContain(document)
        expect((await client.call('findings.list', { query: { limit: 500 } })).items.map((item) => item.document.id)).not.toContain(
          document,
        )
        expect((await client.call('batches.list', {})).items.map(({ id }) => id)).not.toContain(bench.batch)
        expect((await client.call('search.find', { query: { q: name } })).documents).toEqual([])
      }
      const { version } = await own.client.call('documents.get', { params: { document } })
      const submit = (statement: string | null, at: number) =>
        own.client.call('documents.submit', { params: { document }, body: { statement, version: at } })
      expect(await refusalOf(submit(null, version))).toBe('document.open-errors')
      const [finding] = await findingsIn(own.client, document)
      await own.client.call('findings.decide', {
        params: { document, finding: finding?.id ?? '' },
        body: { status: 'dismissed', reason: '含结转', version: 0 },
      })
      const submitted = await submit(null, version)
      expect(submitted).toMatchObject({ stage: 'submitted', review: 'waiting', findings: { open: 1 } })
      expect((await findingsIn(bureau.client, document))[0]).toMatchObject({ status: 'answered', decisions: [{ reason: '含结转' }] })
      expect(await refusalOf(neighbour.client.call('documents.get', { params: { document } }))).toBe('thing.not-found')
      expect((await bureau.client.call('inbox.get', {})).items.map((item) => item.document)).toContain(document)
      const back = await own.client.call('documents.withdraw', { params: { document }, body: { version: submitted.version } })
      expect(back.stage).toBe('private')
      expect(await refusalOf(bureau.client.call('documents.get', { params: { document } }))).toBe('thing.not-found')
      await own.client.call('documents.remove', { params: { document } })
      expect((await own.client.call('documents.list', { query: { batch: bench.batch } })).items).toEqual([])
    }, 60_000)

    it('that was handed in is not audited again by its unit with the rest, nor one that is public by anybody', async () => {
      const { unit, name } = await newUnit()
      const [own, bureau] = [await one.addPerson('经办', ofUnit, unit), await one.addPerson('股长', reviewing, null)]
      const bench = await newBatch(own.client, unit, 'self-check')
      const handedIn = await send(bench, '报送的.txt', report(name))
      const draft = await send(bench, '草稿.txt', report(name, 2023))
      await whenDone(bench)
      const params = { document: handedIn }
      const { version } = await own.client.call('documents.get', { params })
      await own.client.call('documents.submit', { params, body: { statement: '已核对', version } })
      const auditsOf = (document: string) =>
        one.server.container.transact(({ db }) => db.selectFrom('audits').select('id').where('document_id', '=', document).execute())
      await own.client.call('batches.audit-again', { params: { batch: bench.batch } })
      await whenDone(bench)
      expect([(await auditsOf(handedIn)).length, (await auditsOf(draft)).length]).toEqual([1, 2])
      const review = await newBatch(bureau.client, one.bureau)
      const [open, closed] = [await send(review, '一.txt', report('测试县统计局')), await send(review, '二.txt', report('测试县审计局'))]
      const [item] = (await whenDone(review)).filter(({ id }) => id === closed)
      const passed = await bureau.client.call('documents.pass', {
        params: { document: closed },
        body: { opinion: '', version: item?.version ?? 0 },
      })
      await bureau.client.call('documents.publish', { params: { document: closed }, body: { version: passed.version } })
      await bureau.client.call('batches.audit-again', { params: { batch: review.batch } })
      await whenDone(review)
      expect([(await auditsOf(open)).length, (await auditsOf(closed)).length]).toEqual([2, 1])
    }, 60_000)

    it('what reviewers say among themselves its unit does not see', async () => {
      const { unit, name } = await newUnit()
      const [own, bureau] = [await one.addPerson('经办', ofUnit, unit), await one.addPerson('股长', reviewing, null)]
      const bench = await newBatch(bureau.client, one.bureau)
      const document = await send(bench, '自评.txt', report(name))
      await whenDone(bench)
      const [finding] = await findingsIn(bureau.client, document)
      const write = (client: typeof own.client, audience: 'reviewers' | 'all', text: string) =>
        client.call('comments.write', { params: { document }, body: { finding: finding?.id ?? null, audience, text } })
      await write(bureau.client, 'reviewers', '老问题')
      await write(bureau.client, 'all', '请说明口径')
      expect(await refusalOf(write(own.client, 'reviewers', '混进来'))).toBe('permission.missing')
      const texts = async (client: typeof own.client) =>
        (await client.call('comments.list', { params: { document } })).items.map(({ text }) => text)
      expect(await texts(own.client)).toEqual(['请说明口径'])
      expect(await texts(bureau.client)).toEqual(['老问题', '请说明口径'])
      expect((await findingsIn(own.client, document))[0]?.comments).toBe(1)
      const decide = (client: typeof own.client, status: 'open' | 'asked' | 'answered' | 'dismissed', reason: string, version: number) =>
        client.call('findings.decide', { params: { document, finding: finding?.id ?? '' }, body: { status, reason, version } })
      await decide(bureau.client, 'asked', '哪个口径？', 0)
      expect((await own.client.call('inbox.get', {})).ownAsked).toBe(1)
      expect(await refusalOf(decide(own.client, 'dismissed', '我说对', 1))).toBe('permission.missing')
      await decide(own.client, 'answered', '决算口径', 1)
      expect((await bureau.client.call('inbox.get', {})).answered).toBe(1)
      expect(await refusalOf(decide(own.client, 'open', '', 2))).toBe('permission.missing')
      expect(await refusalOf(decide(bureau.client, 'open', '', 2))).toBe('done')
    }, 60_000)
  })
})
