import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Permission } from '@jiheng/contract'
import { openPackage } from '@jiheng/ooxml'
import { clearFiles, emptyDigest, keepFile } from '@jiheng/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundled } from '../../../../packages/runner/test/fakes/bundle.ts'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { archive } from '../support/archive.ts'
import { report } from '../support/reports.ts'
import { type Person, type RunningServer, serversOn } from '../support/running-server.ts'
import { type Bench, newBatch, refusalOf, send, soon, whenDone } from '../support/workbench.ts'

const real = bundled('real', 'child.mjs')
const fake = bundled('fake', 'child.mjs')

const all: readonly Permission[] = ['document.read', 'batch.manage', 'output.make', 'journal.read']
const text = (words: string) => new TextEncoder().encode(words)

forEachDatabase((database) => {
  const start = serversOn(database)
  let one: RunningServer
  let person: Person
  const transact = <Result>(run: Parameters<typeof one.server.container.transact<Result>>[0]) => one.server.container.transact(run)
  const jobs = (bench: Bench) =>
    transact(({ db }) => db.selectFrom('jobs').selectAll().where('batch_id', '=', bench.batch).orderBy('id').execute())
  const stateOf = async (document: string) => (await person.client.call('documents.get', { params: { document } })).state
  const until = async (isSo: () => Promise<boolean>) => {
    for (const end = Date.now() + 20_000; Date.now() < end; await soon()) if (await isSo()) return
    throw new Error('it did not come to be so')
  }

  describe('background work that goes wrong', () => {
    beforeAll(async () => {
      one = await start({ childPath: fake(), settings: { fileSeconds: 600 } })
      person = await one.addPerson('甲', all, null)
    }, 60_000)

    it('a file that kills its child is tried three times, and then says why; the others go on', async () => {
      const bench = await newBatch(person.client, one.bureau)
      const bad = await send(bench, '坏.txt', text('!exit'))
      const good = await send(bench, '好.txt', text('全年支出 [[12]] 万元'))
      await until(async () => (await stateOf(good)) === 'done')
      for (let attempt = 1; attempt < 3; attempt++) {
        await until(async () => (await jobs(bench)).some(({ state, attempts }) => state === 'ready' && attempts === attempt))
        expect(await stateOf(bad)).toBe('waiting')
        await transact(({ db, now }) => db.updateTable('jobs').set({ run_at: now }).where('state', '=', 'ready').execute())
      }
      await until(async () => (await stateOf(bad)) === 'failed')
      const { notes } = await person.client.call('documents.get', { params: { document: bad } })
      expect(notes[0]).toContain('校核进程意外结束')
      expect((await whenDone(bench)).map(({ state }) => state).sort()).toEqual(['done', 'failed'])
    }, 60_000)

    it('a server that died: its job is taken over when the lease runs out, and ends once', async () => {
      const bench = await newBatch(person.client, one.bureau)
      const document = await send(bench, '慢.txt', text('!hang'))
      await until(async () => (await jobs(bench))[0]?.state === 'running')
      const taken = () =>
        transact(({ db, now }) =>
          db
            .updateTable('jobs')
            .set({ locked_by: 'a server that is gone', locked_until: new Date(now.getTime() - 1000) })
            .where('batch_id', '=', bench.batch)
            .where('state', '=', 'running')
            .execute(),
        )
      for (let attempt = 1; attempt <= 3; attempt++) {
        await until(async () => {
          const [job] = await jobs(bench)
          return job?.state !== 'running' || (job.attempts === attempt && job.locked_by !== 'a server that is gone')
        })
        await taken()
      }
      await until(async () => (await stateOf(document)) === 'failed')
      const [job, ...rest] = await jobs(bench)
      expect(rest).toEqual([])
      expect(job).toMatchObject({ state: 'dead', locked_by: null })
      const ends = await transact(({ db }) =>
        db.selectFrom('journal').select('event').where('subject_id', '=', document).where('event', 'like', 'document.%audited').execute(),
      )
      expect(ends).toEqual([{ event: 'document.not-audited' }])
    }, 60_000)

    it('is stopped and goes on where it was', async () => {
      const bench = await newBatch(person.client, one.bureau)
      const done = await send(bench, '先.txt', text('一'))
      await until(async () => (await stateOf(done)) === 'done')
      const slow = await send(bench, '慢.txt', text('!hang'))
      const later = await send(bench, '后.txt', text('二'))
      await until(async () => (await stateOf(slow)) === 'running')
      const stopped = await person.client.call('batches.cancel', { params: { batch: bench.batch } })
      expect(stopped).toMatchObject({ state: 'cancelled', files: { done: 1, cancelled: 2 } })
      expect(await refusalOf(send(bench, '晚.txt', text('三')))).toBe('batch.closed')
      const { version } = await person.client.call('documents.get', { params: { document: later } })
      const said = { organisation: null, year: 2022, kind: 'project' as const, title: '人写的题目' }
      await person.client.call('documents.assign', { params: { document: later }, body: { ...said, version } })
      // The child that hangs is given up, or nothing else would ever be audited.
      const other = await newBatch(person.client, one.bureau)
      await send(other, '别的.txt', text('四'))
      expect((await whenDone(other))[0]?.state).toBe('done')
      await transact(async ({ db }) => {
        const { sha256 } = await db.selectFrom('documents').select('sha256').where('id', '=', later).executeTakeFirstOrThrow()
        await db.updateTable('documents').set({ sha256 }).where('id', '=', slow).execute()
      })
      await person.client.call('batches.resume', { params: { batch: bench.batch } })
      const items = await whenDone(bench)
      expect(items.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
      expect(items.find(({ id }) => id === later)).toMatchObject({ title: said.title, year: said.year, kind: said.kind })
      const ends = (await jobs(bench)).filter(({ kind, document_id }) => kind === 'document.audit' && document_id === done)
      expect(ends).toHaveLength(1)
    }, 60_000)

    it('a server that stops on purpose gives its work back, and the next one does it', async () => {
      const bench = await newBatch(person.client, one.bureau)
      const slow = await send(bench, '慢.txt', text('!hang'))
      await until(async () => (await stateOf(slow)) === 'running')
      await transact(async ({ db }) => {
        const fine = await db.selectFrom('documents').select('sha256').where('file_name', '=', '先.txt').executeTakeFirstOrThrow()
        await db.updateTable('documents').set(fine).where('id', '=', slow).execute()
      })
      await one.restart()
      expect((await whenDone(bench))[0]?.state).toBe('done')
      expect((await jobs(bench)).find(({ kind }) => kind === 'document.audit')).toMatchObject({ attempts: 1, state: 'done' })
    }, 60_000)
  })

  describe('what comes in', () => {
    beforeAll(async () => {
      one = await start({ childPath: real() })
      person = await one.addPerson('甲', all, null)
    }, 60_000)
    afterAll(() => one.server.close())

    it('an archive stands for its members, told apart by unit, with what cannot be read', async () => {
      const unit = await one.addUnit('测试县教育局', null, ['教育局'])
      const bench = await newBatch(person.client, one.bureau)
      const bytes = await archive({
        '01_教育局/自评.txt': text('本年度各项工作顺利完成，预算执行总体良好，共有资金30万元。'),
        '01_教育局/空.txt': new Uint8Array(0),
        '01_教育局/别处.txt': report('别处县民政局'),
        '水利/测试县水利局.txt': report('测试县水利局'),
        '照片.jpg': text('\u00ff\u00d8'),
      })
      const { document, job } = await person.client.call('batches.receive', {
        params: { batch: bench.batch },
        query: { name: '报送包.bin' },
        body: bytes,
      })
      expect(document).toBeNull()
      const items = await whenDone(bench)
      expect((await person.client.call('jobs.get', { params: { job } })).state).toBe('done')
      const byName = new Map(items.map((item) => [item.fileName, item]))
      expect([...byName.keys()].sort()).toEqual(['别处.txt', '测试县水利局.txt', '照片.jpg', '空.txt', '自评.txt'].sort())
      expect(byName.get('自评.txt')).toMatchObject({ folder: '报送包.bin/01_教育局', organisation: { id: unit }, notes: [] })
      expect(byName.get('别处.txt')).toMatchObject({
        organisation: { id: unit },
        notes: [expect.stringContaining('“别处县民政局”未对上名录，按所在文件夹归入单位')],
      })
      expect(byName.get('空.txt')?.state).toBe('unread')
      expect(byName.get('照片.jpg')?.state).toBe('unread')
      expect(byName.get('测试县水利局.txt')).toMatchObject({
        state: 'done',
        organisation: null,
        notes: [expect.stringContaining('未对上名录')],
      })
      const again = await person.client.call('batches.receive', {
        params: { batch: bench.batch },
        query: { name: '再来.zip' },
        body: bytes,
      })
      expect(again.isRepeated).toBe(true)
    }, 60_000)

    it('a paper with a mark of secrecy leaves nothing behind but that it came', async () => {
      const bench = await newBatch(person.client, one.bureau)
      const bytes = text(`机密★1年\n${Buffer.from(report('测试县水利局')).toString()}`)
      const document = await send(bench, '涉密.txt', bytes)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const [item] = await whenDone(bench)
      const elsewhere = await newBatch(person.client, one.bureau)
      await send(elsewhere, '同一份.txt', bytes)
      expect((await whenDone(elsewhere))[0]).toMatchObject({ state: 'unread', bytes: 0, sha256: emptyDigest })
      expect(item).toMatchObject({ state: 'unread', bytes: 0, notes: [expect.stringContaining('机密')] })
      expect(item?.fileName).not.toContain('涉密.txt')
      expect(await one.server.container.vault.has(sha256)).toBe(false)
      await expect(readFile(one.server.container.vault.path(sha256))).rejects.toThrow('ENOENT')
      expect(await refusalOf(person.client.open('documents.file', { params: { document } }))).toBe('file.gone')
    }, 60_000)

    it('refuses what is empty or too much, and keeps no path that leads anywhere', async () => {
      const bench = await newBatch(person.client, one.bureau)
      expect(await refusalOf(send(bench, '空.txt', new Uint8Array(0)))).toBe('file.empty')
      const department = await one.addPerson('部门', all, await one.addUnit('测试县民政局', null))
      const own = await newBatch(department.client, (await department.client.call('session.me', {})).posts[0]?.organisation?.id ?? '')
      const into = (organisation: string) =>
        department.client.call('batches.receive', {
          params: { batch: own.batch },
          query: { name: '一.txt', organisation },
          body: text('一'),
        })
      expect(await refusalOf(into(one.bureau))).toBe('permission.missing')
      expect(await refusalOf(into(bench.batch))).toBe('thing.not-found')
      const document = await send(bench, '../../etc/..\\passwd\u202etxt.docx', report('测试县水利局', 2024, '100'))
      expect(await person.client.call('documents.get', { params: { document } })).toMatchObject({
        folder: 'etc',
        fileName: 'passwdtxt.docx',
      })
      await whenDone(bench)
    }, 60_000)

    it('files that nothing points at are cleared away after a while, and no others', async () => {
      const bench = await newBatch(person.client, one.bureau)
      const document = await send(bench, '留下.txt', report('测试县统计局'))
      await whenDone(bench)
      const { vault } = one.server.container
      const [unused, young] = [await vault.put(text('没有人要')), await vault.put(text('刚刚收到'))]
      const clear = () => transact((ground) => clearFiles(ground, vault))
      await clear()
      await transact((ground) => keepFile(ground, one.region, unused))
      await transact(({ db, now }) =>
        db
          .updateTable('files')
          .set({ received_at: new Date(now.getTime() - 7_200_000) })
          .execute(),
      )
      await transact((ground) => keepFile(ground, one.region, young))
      await clear()
      expect([await vault.has(unused.sha256), await vault.has(young.sha256)]).toEqual([false, true])
      for (const id of ['documents.view', 'documents.file'] as const)
        expect((await person.client.open(id, { params: { document } })).status).toBe(200)
    }, 60_000)

    it('tells progress as it happens, and packs everything for whoever asked for it', async () => {
      const bench = await newBatch(person.client, one.bureau)
      const stop = new AbortController()
      const response = await person.client.open('batches.events', { params: { batch: bench.batch }, signal: stop.signal })
      const told: { documents: { fileName: string; state: string }[]; left: number }[] = []
      const reading = (async () => {
        const decoder = new TextDecoder()
        for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
          for (const line of decoder.decode(piece).split('\n')) if (line.startsWith('data: ')) told.push(JSON.parse(line.slice(6)))
        }
      })().catch(() => {})
      await send(bench, '水利局.txt', report('测试县水利局'))
      await send(bench, '教育局.txt', report('测试县教育局', 2024, '100'))
      await whenDone(bench)
      await until(async () =>
        told.some(({ documents }) => documents.some(({ fileName, state }) => fileName === '教育局.txt' && state === 'done')),
      )
      stop.abort()
      await reading
      const { job } = await person.client.call('batches.pack', { params: { batch: bench.batch } })
      await until(async () => (await person.client.call('jobs.get', { params: { job } })).hasFile)
      const bytes = new Uint8Array(await (await person.client.open('jobs.file', { params: { job } })).arrayBuffer())
      const pack = await openPackage(bytes)
      expect(pack.entries.map(({ name }) => name).sort()).toEqual(
        [
          '问题清单.xlsx',
          '通报初稿.docx',
          ...['水利局', '教育局'].flatMap((unit) => ['批注', '退回意见'].map((kind) => `测试县${unit}/${unit}_${kind}.docx`)),
        ].sort(),
      )
      const copy = await openPackage(await pack.read('测试县水利局/水利局_批注.docx'))
      expect(Buffer.from(await copy.read('word/comments.xml')).toString()).toContain('合计')
      const colleague = await one.addPerson('乙', all, null)
      expect(await refusalOf(colleague.client.open('jobs.file', { params: { job } }))).toBe('thing.not-found')
    }, 60_000)
  })
})
