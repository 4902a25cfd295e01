/** Archives that come twice, are stopped, fail, or come together: nothing is lost, doubled, or more than the batch may hold. */
import type { Permission } from '@jiheng/contract'
import { clearFiles, type Kept, keepFile } from '@jiheng/store'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundled } from '../../../../packages/runner/test/fakes/bundle.ts'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { openArchive } from '../../src/worker/open-archive.ts'
import { archive } from '../support/archive.ts'
import { type Person, type RunningServer, serversOn } from '../support/running-server.ts'
import { type Bench, newBatch, send, soon, whenDone } from '../support/workbench.ts'

const child = bundled('fake', 'child.mjs')
const all: readonly Permission[] = ['document.read', 'batch.manage', 'output.make']
const text = (words: string) => new TextEncoder().encode(words)

forEachDatabase((database) => {
  const start = serversOn(database)
  let one: RunningServer
  let person: Person
  const transact = <Result>(run: Parameters<typeof one.server.container.transact<Result>>[0]) => one.server.container.transact(run)
  const put = ({ client, batch }: Bench, name: string, body: Uint8Array) =>
    client.call('batches.receive', { params: { batch }, query: { name }, body })
  const jobsOf = ({ batch }: Bench) =>
    transact(({ db }) => db.selectFrom('jobs').selectAll().where('batch_id', '=', batch).orderBy('id').execute())
  const named = (items: readonly { readonly fileName: string; readonly state: string }[]) =>
    items.map(({ fileName, state }) => `${fileName} ${state}`).sort()

  /** The job of an archive that is in the vault, in the hands of a worker that this test plays. */
  const taken = ({ batch }: Bench, kept: Kept, about: string) =>
    transact(async (ground) => {
      const { db, now, newId } = ground
      await keepFile(ground, one.region, kept)
      const input = JSON.stringify({ ...kept, fileName: `${about}.zip`, folder: '', organisation: null })
      const row = { region_id: one.region, id: newId(), kind: 'archive.open', batch_id: batch, document_id: null, input } as const
      const rest = { run_at: now, progress: null, last_error: null, result: null, created_by: person.id, created_at: now, ended_at: null }
      const hands = { locked_by: 'test', state: 'running', attempts: 1, locked_until: new Date(now.getTime() + 600_000) } as const
      return db
        .insertInto('jobs')
        .values({ ...row, ...rest, ...hands })
        .returningAll()
        .executeTakeFirstOrThrow()
    })

  describe('an archive', () => {
    beforeAll(async () => {
      one = await start({ childPath: child(), settings: { maxBatchFiles: 5, workers: 2 } })
      person = await one.addPerson('甲', all, null)
    }, 60_000)

    it('that comes beside another one does not bring more into the batch than it may hold', async () => {
      const bench = await newBatch(person.client, one.bureau)
      const threeFiles = (about: string) =>
        archive(Object.fromEntries([1, 2, 3].map((at) => [`${about}${at}.txt`, text(`${about}第${at}份`)])))
      const { container } = one.server
      // Both are looked at before either is kept: each thinks that it has room.
      const waiting: (() => void)[] = []
      const together = async () => {
        await new Promise<void>((resolve) => {
          waiting.push(resolve)
          if (waiting.length >= 2) for (const go of waiting) go()
        })
      }
      const vault = {
        ...container.vault,
        receive: (...given: Parameters<typeof container.vault.receive>) => together().then(() => container.vault.receive(...given)),
      }
      await transact(({ db }) => db.updateTable('jobs').set({ state: 'dead' }).where('state', '=', 'ready').execute())
      const held = async (about: string) => taken(bench, await container.vault.put(await threeFiles(about)), about)
      const jobs = [await held('甲'), await held('乙')]
      const nothing = { worker: 'test', stop: new AbortController().signal, tell: () => {} }
      await Promise.all(jobs.map((job) => openArchive({ ...container, vault }, { ...nothing, job })))
      const items = (await person.client.call('documents.list', { query: { batch: bench.batch } })).items
      expect(items.filter(({ fileName }) => fileName.endsWith('.txt'))).toHaveLength(3)
      const [refused, ...more] = items.filter(({ fileName }) => fileName.endsWith('.zip'))
      expect(more).toEqual([])
      expect(refused).toMatchObject({ state: 'unread', notes: [expect.stringContaining('上限')] })
    }, 60_000)

    it('whose opening was stopped is opened when it is sent again', async () => {
      const bench = await newBatch(person.client, one.bureau)
      const bytes = await archive({ '一.txt': text('停下又来的一份') })
      const { job } = await put(bench, '报送包.zip', bytes)
      await transact(({ db, now }) => db.updateTable('jobs').set({ state: 'cancelled', ended_at: now }).where('id', '=', job).execute())
      await transact(({ db }) =>
        db
          .deleteFrom('documents')
          .where('batch_id', '=', bench.batch)
          .execute()
          .catch(() => []),
      )
      const again = await put(bench, '报送包.zip', bytes)
      expect(again).toMatchObject({ isRepeated: false })
      expect(named(await whenDone(bench))).toEqual(['一.txt done'])
    }, 60_000)

    it('that failed stands once in the batch, however often it is tried, and no longer when it was opened', async () => {
      const bench = await newBatch(person.client, one.bureau)
      const bytes = await archive({ '一.txt': text('终于打开的一份') })
      await put(bench, '报送包.zip', bytes)
      await whenDone(bench)
      const [opened] = await jobsOf(bench)
      // As it is after a server was killed three times while it opened it.
      const worn = { state: 'running', attempts: 3, locked_by: 'gone', locked_until: new Date(0), ended_at: null } as const
      await transact(async ({ db }) => {
        await db.deleteFrom('jobs').where('batch_id', '=', bench.batch).where('kind', '<>', 'archive.open').execute()
        for (const table of ['findings', 'audits'] as const)
          await db
            .deleteFrom(table)
            .where('document_id', 'in', (one) => one.selectFrom('documents').select('id').where('batch_id', '=', bench.batch))
            .execute()
        await db.deleteFrom('documents').where('batch_id', '=', bench.batch).execute()
      })
      for (let time = 0; time < 2; time++) {
        await transact(({ db }) =>
          db
            .updateTable('jobs')
            .set(worn)
            .where('id', '=', opened?.id ?? '')
            .execute(),
        )
        for (const end = Date.now() + 20_000; (await jobsOf(bench))[0]?.state !== 'dead' && Date.now() < end; ) await soon()
        expect(named(await whenDone(bench))).toEqual(['报送包.zip unread'])
      }
      await person.client.call('batches.resume', { params: { batch: bench.batch } })
      expect(named(await whenDone(bench))).toEqual(['一.txt done'])
    }, 60_000)

    it.each([
      ['crash', 'ready', []],
      ['timeout', 'dead', ['报送包.zip unread']],
    ])(
      'whose child ended by %s is not taken for one that was opened',
      async (reason, state, lines) => {
        const bench = await newBatch(person.client, one.bureau)
        const { container } = one.server
        const kept = await container.vault.put(await archive({ '一.txt': text(`死在路上的一份 ${reason}`) }))
        const job = await taken(bench, kept, '报送包')
        const problem = { code: 'file.unreadable', at: ['报送包.zip'], details: { reason, seconds: 300 } } as const
        const expandArchive = async () => ({ inputs: [{ kind: 'unread' as const, name: '报送包.zip', problem }], skipped: [] })
        const background = { ...container.children.background, expandArchive }
        const held = { job, worker: 'test', stop: new AbortController().signal, tell: () => {} }
        await openArchive({ ...container, children: { ...container.children, background } }, held)
        expect((await jobsOf(bench)).map((one) => one.state)).toEqual([state])
        const { items } = await person.client.call('documents.list', { query: { batch: bench.batch } })
        expect(named(items)).toEqual(lines)
        await person.client.call('batches.cancel', { params: { batch: bench.batch } })
      },
      60_000,
    )

    it('has all its files, though files of theirs are cleared away while it is opened', async () => {
      const bench = await newBatch(person.client, one.bureau)
      const member = text('删过又回来的一份')
      const { container } = one.server
      const kept = await container.vault.put(member)
      const old = new Date(Date.now() - 7_200_000)
      await transact(({ db }) =>
        db
          .insertInto('files')
          .values({ region_id: one.region, ...kept, received_at: old })
          .execute(),
      )
      const whole = await container.vault.put(await archive({ '一.txt': member }))
      const vault = {
        ...container.vault,
        receive: async (...given: Parameters<typeof container.vault.receive>) => {
          const received = await container.vault.receive(...given)
          await transact((ground) => clearFiles(ground, container.vault))
          return received
        },
      }
      const job = await taken(bench, whole, '报送包')
      const opening = openArchive({ ...container, vault }, { job, worker: 'test', stop: new AbortController().signal, tell: () => {} })
      const isDone = await opening.then(
        () => true,
        () => false,
      )
      // Either it was done again, or it says that it is to be: never is there a document without its file.
      for (const { sha256 } of await transact(({ db }) =>
        db.selectFrom('documents').select('sha256').where('batch_id', '=', bench.batch).execute(),
      ))
        expect([isDone, await container.vault.has(sha256)]).toEqual([true, true])
      await send(bench, '另一份.txt', text('另一份'))
    }, 60_000)
  })

  describe('a batch that was stopped', () => {
    it('while its reports were compared is compared when it goes on', async () => {
      const bench = await newBatch(person.client, one.bureau)
      await send(bench, '一.txt', text('比较的第一份'))
      await send(bench, '二.txt', text('比较的第二份'))
      await whenDone(bench)
      const compared = async () => (await jobsOf(bench)).filter(({ kind }) => kind === 'batch.compare').map(({ state }) => state)
      expect(await compared()).toEqual(['done'])
      await transact(({ db }) =>
        db
          .updateTable('jobs')
          .set({ state: 'running', locked_until: new Date(Date.now() + 600_000) })
          .where('batch_id', '=', bench.batch)
          .where('kind', '=', 'batch.compare')
          .execute(),
      )
      await person.client.call('batches.cancel', { params: { batch: bench.batch } })
      await person.client.call('batches.resume', { params: { batch: bench.batch } })
      await whenDone(bench)
      expect(await compared()).toEqual(['cancelled', 'done'])
      expect((await person.client.call('batches.get', { params: { batch: bench.batch } })).finishedAt).not.toBeNull()
    }, 60_000)

    it('leaves alone what somebody packs of what is done', async () => {
      const bench = await newBatch(person.client, one.bureau)
      await transact(async ({ db, now, newId }) => {
        const row = {
          region_id: one.region,
          id: newId(),
          kind: 'batch.pack',
          batch_id: bench.batch,
          document_id: null,
          input: '{}',
        } as const
        const rest = {
          run_at: new Date(now.getTime() + 600_000),
          locked_until: null,
          locked_by: null,
          progress: null,
          last_error: null,
          result: null,
        }
        await db
          .insertInto('jobs')
          .values({ ...row, ...rest, state: 'ready', created_by: person.id, created_at: now, ended_at: null })
          .execute()
      })
      await person.client.call('batches.cancel', { params: { batch: bench.batch } })
      expect((await jobsOf(bench)).map(({ state }) => state)).toEqual(['ready'])
    }, 60_000)
  })

  describe('a paper with a mark of secrecy', () => {
    it('that waits in another batch too ends there as well, and says why', async () => {
      const [first, second] = [await newBatch(person.client, one.bureau), await newBatch(person.client, one.bureau)]
      const here = await send(first, '一.txt', text('涉密的一份'))
      const there = await send(second, '二.txt', text('同一份'))
      await Promise.all([whenDone(first), whenDone(second)])
      const kept = await one.server.container.vault.put(text('机密★1年\n[[12]]'))
      await transact(async (ground) => {
        const { db, now } = ground
        await keepFile(ground, one.region, kept)
        await db.deleteFrom('audits').where('document_id', 'in', [here, there]).execute()
        await db
          .updateTable('documents')
          .set({ ...kept, state: 'waiting' })
          .where('id', 'in', [here, there])
          .execute()
        for (const [document, ms] of [
          [here, 0],
          [there, 1000],
        ] as const)
          await db
            .updateTable('jobs')
            .set({ state: 'ready', run_at: new Date(now.getTime() + ms), attempts: 0, ended_at: null })
            .where('document_id', '=', document)
            .execute()
      })
      await whenDone(first)
      const [item] = await whenDone(second)
      await soon(2000)
      for (const document of [here, there]) {
        const shown = await person.client.call('documents.get', { params: { document } })
        expect(shown).toMatchObject({ state: 'unread', bytes: 0, notes: [expect.stringContaining('机密')] })
      }
      expect(item?.state).toBe('unread')
      expect((await jobsOf(second)).map(({ state }) => state)).toEqual(['cancelled'])
    }, 60_000)
  })
})
