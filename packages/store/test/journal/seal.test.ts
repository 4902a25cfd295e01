import type { Transaction } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inTransaction } from '../../src/connection/in-transaction.ts'
import { record } from '../../src/journal/record.ts'
import { sealJournal } from '../../src/journal/seal.ts'
import { verifyJournal } from '../../src/journal/verify.ts'
import { prepareRegion } from '../../src/queries/people/set-up.ts'
import type { Database } from '../../src/tables.ts'
import { groundOf } from '../../src/work.ts'
import { forEachDatabase } from '../support/databases.ts'

forEachDatabase(({ open }) => {
  const begin = Date.UTC(2026, 0, 5, 8)

  /** A region with `seals` seals of three entries each. */
  const sealed = async (seals: number) => {
    const { db } = await open()
    const at = (second: number) => new Date(begin + second * 1000)
    const on = <Result>(second: number, run: (ground: ReturnType<typeof groundOf>) => Promise<Result>) =>
      inTransaction(db, (transaction) => run(groundOf(transaction as Transaction<Database>, at(second))))
    const region = await on(0, (ground) => prepareRegion(ground, { name: '测试县', code: '130999' }))
    const write = (second: number, event: 'role.created' | 'role.removed' = 'role.created') =>
      on(second, (ground) =>
        record(ground, event, {
          regionId: region,
          actor: { id: ground.newId(), name: '某人' },
          details: { name: `第 ${second} 秒`, b: 1, a: null },
        }),
      )
    for (let seal = 0; seal < seals; seal++) {
      for (let entry = 0; entry < 3; entry++) await write(seal * 100 + entry)
      await on(seal * 100 + 60, (ground) => sealJournal(ground, region))
    }
    const verify = (kept: { seal: number; digest: string } | null = null) => on(9999, (ground) => verifyJournal(ground, region, kept))
    const digestOf = async (number: number) =>
      (await db.selectFrom('journal_seals').select('digest').where('number', '=', number).executeTakeFirstOrThrow()).digest
    const entry = async (seal: number) =>
      (await db.selectFrom('journal').selectAll().where('seal', '=', seal).orderBy('id').execute())[1] as { id: string }
    return { db, on, region, write, verify, digestOf, entry }
  }

  describe('the journal', () => {
    it('is sealed in chained batches, the young entries later, every entry once', async () => {
      const { on, region, write, verify } = await sealed(2)
      await write(1000)
      expect(await on(1003, (ground) => sealJournal(ground, region))).toBeNull()
      expect(await verify()).toEqual({ isWhole: true, seals: 2, entries: 6, broken: null })
      expect(await on(1003, (ground) => sealJournal(ground, region, true))).toMatchObject({ number: 3, entries: 1 })
      expect(await on(1100, (ground) => sealJournal(ground, region))).toBeNull()
      expect(await verify()).toEqual({ isWhole: true, seals: 3, entries: 7, broken: null })
    })

    it('is sealed by one server at a time', async () => {
      const { on, region, write, verify } = await sealed(0)
      for (let entry = 0; entry < 20; entry++) await write(entry)
      const seals = await Promise.all(Array.from({ length: 4 }, () => on(100, (ground) => sealJournal(ground, region))))
      expect(seals.filter((seal) => seal !== null)).toMatchObject([{ number: 1, entries: 20 }])
      expect(await verify()).toMatchObject({ isWhole: true, seals: 1, entries: 20 })
    })

    it('tells the seal of an entry that was changed, whatever was changed', async () => {
      const { db, verify, entry } = await sealed(3)
      const { id } = await entry(2)
      const before = await db.selectFrom('journal').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      const changes = [
        { event: 'role.removed' },
        { actor_name: '别人' },
        { actor_id: null },
        { subject_id: 'x' },
        { details: JSON.stringify({ ...before.details, b: 2 }) },
        { at: new Date(before.at.getTime() + 1) },
      ]
      for (const change of changes) {
        await db.updateTable('journal').set(change).where('id', '=', id).execute()
        expect((await verify()).broken, Object.keys(change)[0]).toEqual({ seal: 2, why: 'entry-changed' })
        const { event, actor_name, actor_id, subject_id, at } = before
        const back = { event, actor_name, actor_id, subject_id, at, details: JSON.stringify(before.details) }
        await db.updateTable('journal').set(back).where('id', '=', id).execute()
      }
      expect((await verify()).isWhole).toBe(true)
    })

    it('tells an entry that is missing, one that was put in, and one that was moved', async () => {
      const { db, verify, entry, write } = await sealed(3)
      await write(5000)
      await db.updateTable('journal').set({ seal: 1 }).where('seal', 'is', null).execute()
      expect((await verify()).broken).toEqual({ seal: 1, why: 'entry-changed' })
      await db
        .updateTable('journal')
        .set({ seal: 9 })
        .where('event', '=', 'role.created')
        .where('at', '>', new Date(begin + 4_000_000))
        .execute()
      expect((await verify()).broken).toEqual({ seal: 9, why: 'chain-broken' })
      await db.deleteFrom('journal').where('seal', '=', 9).execute()
      expect((await verify()).isWhole).toBe(true)
      await db
        .deleteFrom('journal')
        .where('id', '=', (await entry(2)).id)
        .execute()
      expect((await verify()).broken).toEqual({ seal: 2, why: 'entry-missing' })
    })

    it('tells a seal that was taken out of the middle, or changed', async () => {
      const { db, verify, digestOf } = await sealed(3)
      await db
        .updateTable('journal_seals')
        .set({ digest: 'f'.repeat(64) })
        .where('number', '=', 2)
        .execute()
      expect((await verify()).broken).toEqual({ seal: 2, why: 'entry-changed' })
      await db.deleteFrom('journal_seals').where('number', '=', 2).execute()
      expect((await verify()).broken).toEqual({ seal: 2, why: 'chain-broken' })
      expect(await digestOf(3)).toMatch(/^[0-9a-f]{64}$/)
    })

    it('shows that its end was cut off only to whoever kept a digest', async () => {
      const { db, on, region, write, verify, digestOf } = await sealed(3)
      const kept = { seal: 3, digest: await digestOf(3) }
      expect((await verify(kept)).isWhole).toBe(true)
      await db.deleteFrom('journal').where('seal', '=', 3).execute()
      await db.deleteFrom('journal_seals').where('number', '=', 3).execute()
      expect((await verify()).isWhole).toBe(true)
      expect((await verify(kept)).broken).toEqual({ seal: 3, why: 'not-the-kept-one' })
      // Something else in its place does not help.
      await write(5000)
      await on(6000, (ground) => sealJournal(ground, region))
      expect((await verify()).isWhole).toBe(true)
      expect((await verify(kept)).broken).toEqual({ seal: 3, why: 'not-the-kept-one' })
    })
  })
})
