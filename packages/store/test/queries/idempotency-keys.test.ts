import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../src/connection/connection.ts'
import { inTransaction } from '../../src/connection/in-transaction.ts'
import { claimKey, clearKeys, keepAnswer } from '../../src/queries/idempotency-keys.ts'
import { groundOf, type Work } from '../../src/work.ts'
import { forEachDatabase } from '../support/databases.ts'

const hourMs = 3600_000

forEachDatabase(({ open }) => {
  describe('a key of a request', () => {
    let connection: Connection
    const viewer = { regionId: randomUUID(), accountId: randomUUID(), name: '甲', posts: [], tokenPermissions: null }
    const at = <Result>(hours: number, run: (work: Work) => Promise<Result>): Promise<Result> =>
      inTransaction(connection.db, (tx) => run({ ...groundOf(tx, new Date(1_800_000_000_000 + hours * hourMs)), viewer }))
    beforeAll(async () => {
      connection = await open()
    }, 60_000)

    it('is known with its answer for two days, then it is cleared away', async () => {
      await at(0, async (work) => {
        expect(await claimKey(work, 'first', 'digest')).toBeNull()
        await keepAnswer(work, 'first', { done: true })
      })
      await at(40, (work) => claimKey(work, 'second', 'digest'))
      expect(await at(47, clearKeys)).toBe(0)
      expect(await at(47, (work) => claimKey(work, 'first', 'digest'))).toEqual({ digest: 'digest', answer: { done: true } })
      expect(await at(49, clearKeys)).toBe(1)
      expect(await at(49, (work) => claimKey(work, 'first', 'digest'))).toBeNull()
      expect(await at(49, (work) => claimKey(work, 'second', 'digest'))).toMatchObject({ digest: 'digest' })
    })
  })
})
