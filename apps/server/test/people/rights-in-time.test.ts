/** What somebody may do is what they may do now: rights that came and went since count at once. */
import { beforeAll, describe, expect, it } from 'vitest'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { type Person, type RunningServer, serversOn } from '../support/running-server.ts'
import { newBatch, refusalOf, send } from '../support/workbench.ts'

forEachDatabase((database) => {
  describe('rights that change', () => {
    const start = serversOn(database)
    let one: RunningServer
    beforeAll(async () => {
      one = await start({ childPath: '/no-child', settings: { workers: 0 } })
    }, 60_000)
    const postsOf = ({ id }: Person, change: { readonly to_day?: string; readonly organisation_id?: string | null }) =>
      one.server.container.transact(({ db }) => db.updateTable('posts').set(change).where('account_id', '=', id).execute())

    it('a token does no more than it was made for, whatever its owner may do later', async () => {
      const person = await one.addPerson('甲', ['document.read'], null)
      const body = { name: '取数', permissions: ['document.read' as const], days: 1 }
      const { token } = await person.client.call('tokens.create', { body })
      await one.server.container.transact(async ({ db }) => {
        const { role_id } = await db.selectFrom('posts').select('role_id').where('account_id', '=', person.id).executeTakeFirstOrThrow()
        const more = JSON.stringify(['document.read', 'account.manage', 'role.manage', 'journal.read'])
        await db.updateTable('roles').set({ permissions: more }).where('id', '=', role_id).execute()
      })
      expect(await refusalOf(person.client.call('journal.list'))).toBe('done')
      const ask = async (path: string) =>
        (
          (await (await fetch(`${one.server.address}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })).json()) as {
            code?: string
          }
        ).code
      expect([await ask('/journal'), await ask('/accounts'), await ask('/documents')]).toEqual(['token.scope', 'token.scope', undefined])
    })

    it('a session outlives the post, and opens nothing any more', async () => {
      const person = await one.addPerson('乙', ['document.read', 'batch.manage'], null)
      const { batch } = await newBatch(person.client, one.bureau)
      const document = await send({ client: person.client, batch }, 'a.txt', new TextEncoder().encode('一份'))
      await postsOf(person, { to_day: '2020-01-02' })
      expect((await person.client.call('session.me')).permissions).toEqual([])
      const closed = ['thing.not-found', 'permission.missing']
      expect(closed).toContain(await refusalOf(person.client.call('documents.get', { params: { document } })))
      expect(closed).toContain(await refusalOf(person.client.open('documents.file', { params: { document } })))
      expect(await refusalOf(send({ client: person.client, batch }, 'b.txt', new TextEncoder().encode('两份')))).not.toBe('done')
    })

    it('a document that was given to another unit is not to be had by the one before', async () => {
      const [before, after] = [await one.addUnit('测试县林业局', null), await one.addUnit('测试县农业局', null)]
      const boss = await one.addPerson('股长', ['document.read', 'batch.manage'], null)
      const [old, fresh] = [await one.addPerson('丙', ['document.read'], before), await one.addPerson('丁', ['document.read'], after)]
      const { batch } = await newBatch(boss.client, one.bureau)
      const query = { name: 'c.txt', organisation: before }
      const body = new TextEncoder().encode('三份')
      const { document } = await boss.client.call('batches.receive', { params: { batch }, query, body })
      const file = (person: Person) => refusalOf(person.client.open('documents.file', { params: { document: document ?? '' } }))
      expect([await file(old), await file(fresh)]).toEqual(['done', 'thing.not-found'])
      const { year, kind, title, version } = await boss.client.call('documents.get', { params: { document: document ?? '' } })
      const to = { organisation: after, year, kind, title, version }
      await boss.client.call('documents.assign', { params: { document: document ?? '' }, body: to })
      expect([await file(old), await file(fresh)]).toEqual(['thing.not-found', 'done'])
    })
  })
})
