/** What a person may have of something that grows: never without an end. */
import type { Permission } from '@jiheng/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundled } from '../../../../packages/runner/test/fakes/bundle.ts'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { type RunningServer, serversOn } from '../support/running-server.ts'
import { newBatch, refusalOf, send, whenDone } from '../support/workbench.ts'

const child = bundled('fake', 'child.mjs')
const all: readonly Permission[] = ['document.read', 'batch.manage', 'output.make', 'comment.write', 'document.return']

forEachDatabase((database) => {
  const start = serversOn(database)
  let one: RunningServer
  const transact = <Result>(run: Parameters<typeof one.server.container.transact<Result>>[0]) => one.server.container.transact(run)
  beforeAll(async () => {
    one = await start({ childPath: child() })
  }, 60_000)

  describe('a limit', () => {
    it('of comments beside one document', async () => {
      const { id, client } = await one.addPerson('甲', all, null)
      const bench = await newBatch(client, one.bureau)
      const [document, other] = [
        await send(bench, '一.txt', new TextEncoder().encode('一')),
        await send(bench, '二.txt', new TextEncoder().encode('二')),
      ]
      await transact(({ db, now, newId }) => {
        const row = { region_id: one.region, series_id: document, document_id: document, finding_id: null, audience: 'all' } as const
        const rows = Array.from({ length: 499 }, () => ({ ...row, id: newId(), text: '又一条', written_by: id, written_at: now }))
        return db.insertInto('comments').values(rows).execute()
      })
      const write = (params: { document: string }) =>
        client.call('comments.write', { params, body: { finding: null, audience: 'all', text: '再一条' } })
      const outcomes = await Promise.all([1, 2, 3].map(() => refusalOf(write({ document }))))
      expect(outcomes.sort()).toEqual(['comment.too-many', 'comment.too-many', 'done'])
      expect(await refusalOf(write({ document: other }))).toBe('done')
    }, 60_000)

    it('of tokens of one person; those that are over do not count', async () => {
      const { id, client } = await one.addPerson('乙', all, null)
      const body = { name: '令牌', permissions: ['document.read' as const], days: 1 }
      for (let made = 0; made < 19; made++) await client.call('tokens.create', { body })
      const create = () => refusalOf(client.call('tokens.create', { body }))
      expect((await Promise.all([create(), create(), create()])).sort()).toEqual(['done', 'token.too-many', 'token.too-many'])
      await transact(({ db }) =>
        db
          .updateTable('api_tokens')
          .set({ expires_at: new Date(0) })
          .where('account_id', '=', id)
          .execute(),
      )
      expect(await create()).toBe('done')
      const kept = await transact(({ db }) => db.selectFrom('api_tokens').select('id').where('account_id', '=', id).execute())
      expect(kept).toHaveLength(1)
    }, 60_000)

    it('of packs of one batch that are on their way to one person: one', async () => {
      const { client } = await one.addPerson('丙', all, null)
      const bench = await newBatch(client, one.bureau)
      await send(bench, '一.txt', new TextEncoder().encode('一 [[12]]'))
      await whenDone(bench)
      const pack = async () => (await client.call('batches.pack', { params: { batch: bench.batch } })).job
      const jobs = await Promise.all([pack(), pack(), pack()])
      expect(new Set(jobs).size).toBeLessThan(3)
      const colleague = await one.addPerson('丁', all, null)
      const theirs = await colleague.client.call('batches.pack', { params: { batch: bench.batch } })
      expect(jobs).not.toContain(theirs.job)
    }, 60_000)
  })
})
