/** The same request twice is done once; another one under its key is told. */
import { beforeAll, describe, expect, it } from 'vitest'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { type RunningServer, serversOn } from '../support/running-server.ts'
import { newBatch, refusalOf } from '../support/workbench.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

forEachDatabase((database) => {
  describe('a key of a request', () => {
    const start = serversOn(database)
    let one: RunningServer
    const key = 'b2c6b3a0-1111-4222-8333-944455556666'
    beforeAll(async () => {
      one = await start({ childPath: '/no-child', settings: { workers: 0 } })
    }, 60_000)
    const person = () => one.addPerson('甲', ['document.read', 'batch.manage'], null)

    it('with the same file again gives the first answer; with another file of the same name it is refused', async () => {
      const { client } = await person()
      const { batch } = await newBatch(client, one.bureau)
      const sent = (text: string) =>
        client.call('batches.receive', { params: { batch }, query: { name: '自评.txt' }, body: bytes(text), key })
      const first = await sent('第一份')
      expect(await sent('第一份')).toEqual(first)
      expect(await refusalOf(sent('另一份'))).toBe('request.key-reused')
      const { items } = await client.call('documents.list', { query: { batch } })
      expect(items.map(({ id }) => id)).toEqual([first.document])
    })

    it('is its own for everybody, and says nothing of what others did under it', async () => {
      const [first, second] = [await person(), await person()]
      const body = { title: '一批', purpose: 'review' as const, organisation: one.bureau, year: 2024, scheme: null }
      const made = await first.client.call('batches.create', { body, key })
      const again = await second.client.call('batches.create', { body, key })
      expect(again.id).not.toBe(made.id)
      expect(await first.client.call('batches.create', { body, key })).toEqual(made)
      expect(await refusalOf(first.client.call('batches.create', { body: { ...body, title: '另一批' }, key }))).toBe('request.key-reused')
    })

    it('leaves nothing behind by which a password could be guessed', async () => {
      const { client } = await person()
      const [old, fresh] = ['春天里的三十二只麻雀', '秋天里的三十三只麻雀']
      for (const [at, call] of [
        () => client.call('session.password', { body: { old, new: fresh }, key: 'password-0' }),
        () => client.call('second-factor.begin', { body: { password: old }, key: 'password-1' }),
        () => client.call('second-factor.remove', { body: { password: old }, key: 'password-2' }),
      ].entries())
        expect([at, await refusalOf(call())]).toEqual([at, 'password.wrong'])
      const { transact, passwords } = one.server.container
      const passwordHash = await passwords.hash(old)
      await transact(({ db }) => db.updateTable('accounts').set({ password_hash: passwordHash }).execute())
      await client.call('second-factor.begin', { body: { password: old }, key: 'password-1' })
      await client.call('second-factor.remove', { body: { password: old }, key: 'password-2' })
      await client.call('session.password', { body: { old, new: fresh }, key: 'password-0' })
      const kept = await transact(({ db }) => db.selectFrom('idempotency_keys').select('key').where('key', 'like', 'password-%').execute())
      expect(kept).toEqual([])
    })

    it('many times at once is done once', async () => {
      const { client } = await person()
      const body = { title: '同时', purpose: 'review' as const, organisation: one.bureau, year: 2024, scheme: null }
      const made = await Promise.all(Array.from({ length: 8 }, () => client.call('batches.create', { body, key: `${key}-at-once` })))
      expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    })
  })
})
