/** Ids of another region, named in what is sent and not only in the address: they are as if they were not there. */
import { type Permission, permissions } from '@jiheng/contract'
import { prepareRegion } from '@jiheng/store'
import { beforeAll, describe, expect, it } from 'vitest'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { type Person, type RunningServer, serversOn } from '../support/running-server.ts'
import { newBatch, refusalOf, send } from '../support/workbench.ts'

const everything = Object.keys(permissions) as Permission[]

forEachDatabase((database) => {
  describe('an id of another region in what is sent', () => {
    const start = serversOn(database)
    let one: RunningServer
    let boss: Person
    let other: Person
    let foreign: { readonly organisation: string; readonly role: string; readonly account: string }
    beforeAll(async () => {
      one = await start({ childPath: '/no-child', settings: { workers: 0 } })
      boss = await one.addPerson('管理员', everything, null)
      other = await one.addPerson('乙', ['document.read'], one.bureau)
      foreign = await one.server.container.transact(async (ground) => {
        const { db, now, newId } = ground
        const region = await prepareRegion(ground, { name: '邻县', code: '130998' })
        const first = async (table: 'organisations' | 'roles') =>
          (await db.selectFrom(table).select('id').where('region_id', '=', region).executeTakeFirstOrThrow()).id
        const account = newId()
        const none = { password_hash: null, locked_until: null, totp_secret: null, totp_confirmed_at: null, totp_last_step: null }
        const person = { name: '邻县的人', login_name: 'neighbour', sign_on_subject: null, last_seen_at: null, created_at: now }
        await db
          .insertInto('accounts')
          .values({ region_id: region, id: account, ...person, ...none })
          .execute()
        return { organisation: await first('organisations'), role: await first('roles'), account }
      })
    }, 60_000)

    it('opens no batch and takes no file', async () => {
      expect(await refusalOf(newBatch(boss.client, foreign.organisation))).toBe('thing.not-found')
      const { batch } = await newBatch(boss.client, one.bureau)
      const query = { name: 'a.txt', organisation: foreign.organisation }
      const body = new TextEncoder().encode('一份')
      expect(await refusalOf(boss.client.call('batches.receive', { params: { batch }, query, body }))).toBe('thing.not-found')
    })

    it('is given no document', async () => {
      const bench = await newBatch(boss.client, one.bureau)
      const document = await send(bench, 'b.txt', new TextEncoder().encode('另一份'))
      const { year, kind, title, version } = await boss.client.call('documents.get', { params: { document } })
      const body = { organisation: foreign.organisation, year, kind, title, version }
      expect(await refusalOf(boss.client.call('documents.assign', { params: { document }, body }))).toBe('thing.not-found')
    })

    it('has no post here, and nobody of here has one there', async () => {
      const role = (await boss.client.call('roles.list')).items[0]?.id ?? ''
      const usual = { account: other.id, organisation: one.bureau, role, from: '2026-01-01' }
      for (const wrong of [{ account: foreign.account }, { organisation: foreign.organisation }, { role: foreign.role }]) {
        expect([wrong, await refusalOf(boss.client.call('posts.create', { body: { ...usual, ...wrong } }))]).toEqual([
          wrong,
          'thing.not-found',
        ])
      }
      const fresh = { name: '新人', loginName: 'fresh', organisation: one.bureau, role }
      for (const wrong of [{ organisation: foreign.organisation }, { role: foreign.role }]) {
        expect(await refusalOf(boss.client.call('accounts.create', { body: { ...fresh, ...wrong } }))).toBe('thing.not-found')
      }
      const { posts } = await boss.client.call('accounts.get', { params: { account: other.id } }).catch(() => ({ posts: [] }))
      for (const { id } of posts) {
        const handOver = boss.client.call('posts.hand-over', { params: { post: id }, body: { to: foreign.account, note: '' } })
        expect(await refusalOf(handOver)).toBe('thing.not-found')
      }
    })

    it('finds nothing in a list that is narrowed by it', async () => {
      const query = { organisation: foreign.organisation }
      expect((await boss.client.call('documents.list', { query })).items).toEqual([])
      expect((await boss.client.call('findings.list', { query })).items).toEqual([])
      expect((await boss.client.call('accounts.list', { query })).items).toEqual([])
    })
  })
})
