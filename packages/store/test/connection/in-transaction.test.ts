import { setTimeout as wait } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { inTransaction } from '../../src/connection/in-transaction.ts'
import { openConnection } from '../../src/connection/open-connection.ts'
import type { Database } from '../../src/tables.ts'
import { embeddedSettings, forEachDatabase } from '../support/databases.ts'

const contended = sql`do $$ begin raise exception 'given up' using errcode = '40001'; end $$`
const add = sql`insert into counted values (1)`

forEachDatabase(({ name, open }) => {
  let db: Kysely<Database>
  beforeAll(async () => {
    db = (await open()).db
    await sql`create table counted (value int not null)`.execute(db)
  })
  beforeEach(async () => {
    await sql`delete from counted`.execute(db)
  })
  const count = async () => (await sql<{ n: number }>`select count(*)::int as n from counted`.execute(db)).rows[0]?.n

  it('what was done is kept, and the result handed back', async () => {
    expect(await inTransaction(db, async (transaction) => (await add.execute(transaction)) && 'done')).toBe('done')
    expect(await count()).toBe(1)
  })

  it('what was thrown comes out, nothing is kept, and the connection is clean for the next', async () => {
    const failed = inTransaction(db, async (transaction) => {
      await add.execute(transaction)
      await sql`select * from no_such_table`.execute(transaction)
    })
    await expect(failed).rejects.toThrow('no_such_table')
    expect(await count()).toBe(0)
  })

  it('a transaction that was given up for another is tried again', async () => {
    let attempts = 0
    await inTransaction(db, async (transaction) => {
      await add.execute(transaction)
      if (++attempts < 3) await contended.execute(transaction)
    })
    expect([attempts, await count()]).toEqual([3, 1])
  })

  it('after three more attempts it is left', async () => {
    let attempts = 0
    const failed = inTransaction(db, async (transaction) => {
      attempts++
      await contended.execute(transaction)
    })
    await expect(failed).rejects.toThrow('given up')
    expect(attempts).toBe(4)
  })

  it('to ask the root database inside a transaction is an error at once', async () => {
    await expect(inTransaction(db, () => add.execute(db))).rejects.toThrow('root database')
    await expect(inTransaction(db, () => inTransaction(db, (inner) => add.execute(inner)))).rejects.toThrow('root database')
    expect(await count()).toBe(0)
  })

  it('work begun in a transaction and not waited for may ask the root database when the transaction is over', async () => {
    let later: Promise<unknown> = Promise.resolve()
    await inTransaction(db, async (transaction) => {
      await add.execute(transaction)
      later = wait(30).then(() => add.execute(db))
    })
    await later
    expect(await count()).toBe(2)
  })

  // The embedded one has a single connection: there nobody is beside anybody.
  if (name === 'served') {
    it('of two that contradict each other both are carried out, one after the other', async () => {
      const addOnce = () =>
        inTransaction(
          db,
          async (transaction) => {
            const { rows } = await sql<{ n: number }>`select count(*)::int as n from counted`.execute(transaction)
            await wait(50)
            await sql`insert into counted values (${rows[0]?.n})`.execute(transaction)
          },
          { isolation: 'serializable' },
        )
      await Promise.all([addOnce(), addOnce()])
      expect((await sql`select value from counted order by value`.execute(db)).rows).toEqual([{ value: 0 }, { value: 1 }])
    })
  }
})

it('on the embedded database who waits for the only connection beside our own transactions gets an error too', async () => {
  const { db, close } = await openConnection({ ...(await embeddedSettings()), waitMs: 200 })
  await expect(db.transaction().execute(() => add.execute(db))).rejects.toThrow('timeout exceeded')
  expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
  await close()
})
