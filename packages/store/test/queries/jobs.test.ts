import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../src/connection/connection.ts'
import { inTransaction } from '../../src/connection/in-transaction.ts'
import { claimJob, endJob, failJob, leaseMs, mostAttempts, releaseJob, renewLease } from '../../src/queries/jobs/claim.ts'
import { enqueue } from '../../src/queries/jobs/enqueue.ts'
import { type Ground, groundOf } from '../../src/work.ts'
import { forEachDatabase } from '../support/databases.ts'

forEachDatabase(({ open }) => {
  describe('jobs', () => {
    let connection: Connection
    const regionId = randomUUID()
    const at = <Result>(ms: number, run: (ground: Ground) => Promise<Result>): Promise<Result> =>
      inTransaction(connection.db, (transaction) => run(groundOf(transaction, new Date(1_800_000_000_000 + ms))))
    /** `days` keep the tests apart: what one leaves behind is long over for the next. */
    const add = (ms: number, priorities: readonly number[]) =>
      at(ms, (ground) =>
        enqueue(
          ground,
          priorities.map((priority) => ({ regionId, kind: 'batch.pack', batchId: randomUUID(), priority, createdBy: null })),
        ),
      )
    beforeAll(async () => {
      connection = await open()
    }, 60_000)

    it('each is taken by one worker, however many ask at once', async () => {
      const ids = await add(
        0,
        Array.from({ length: 40 }, () => 0),
      )
      const taken: string[] = []
      const worker = async (name: string) => {
        for (
          let claimed = await at(1, (ground) => claimJob(ground, name));
          claimed !== null;
          claimed = await at(1, (ground) => claimJob(ground, name))
        ) {
          const { job } = claimed
          taken.push(job.id)
          expect(await at(1, (ground) => endJob(ground, job, name))).toBe(true)
        }
      }
      await Promise.all(['a', 'b', 'c', 'd'].map(worker))
      expect(taken.sort()).toEqual([...ids].sort())
    }, 60_000)

    it('what somebody waits for comes first', async () => {
      const [low, high, middle] = await add(10, [0, 10, 5])
      const order: (string | undefined)[] = []
      for (let n = 0; n < 3; n++) {
        const claimed = await at(11, (ground) => claimJob(ground, 'a'))
        order.push(claimed?.job.id)
        if (claimed !== null) await at(11, (ground) => endJob(ground, claimed.job, 'a'))
      }
      expect(order).toEqual([high, middle, low])
    })

    it('whoever lost the lease can neither renew, end nor fail it, and the one who has it ends it once', async () => {
      await add(20, [0])
      const first = await at(21, (ground) => claimJob(ground, 'a'))
      const job = first?.job as NonNullable<typeof first>['job']
      expect(await at(22, (ground) => claimJob(ground, 'b'))).toBeNull()
      const second = await at(22 + leaseMs, (ground) => claimJob(ground, 'b'))
      expect(second?.job).toMatchObject({ id: job.id, attempts: 2 })
      const attempts: readonly ((ground: Ground) => Promise<unknown>)[] = [
        (ground: Ground) => renewLease(ground, job, 'a', 0.5),
        (ground: Ground) => endJob(ground, job, 'a'),
        (ground: Ground) => failJob(ground, job, 'a', '为什么', false),
      ]
      for (const attempt of attempts) expect(await at(23 + leaseMs, attempt)).toBeOneOf([false, null])
      const held = second?.job as typeof job
      expect(await at(24 + leaseMs, (ground) => endJob(ground, held, 'b'))).toBe(true)
      expect(await at(25 + leaseMs, (ground) => endJob(ground, held, 'b'))).toBe(false)
    })

    it('waits longer after each failure, and is given up after three', async () => {
      const [start] = [1_000_000]
      await add(start, [0])
      const waits: number[] = []
      let now = start + 1
      for (let attempt = 1; attempt <= mostAttempts; attempt++) {
        const claimed = await at(now, (ground) => claimJob(ground, 'a'))
        const job = claimed?.job as NonNullable<typeof claimed>['job']
        expect(job.attempts).toBe(attempt)
        const state = await at(now, (ground) => failJob(ground, job, 'a', '坏了', false))
        expect(state).toBe(attempt < mostAttempts ? 'ready' : 'dead')
        const { run_at } = await at(now, ({ db }) =>
          db.selectFrom('jobs').select('run_at').where('id', '=', job.id).executeTakeFirstOrThrow(),
        )
        waits.push(run_at.getTime() - 1_800_000_000_000 - now)
        now += waits.at(-1) ?? 0
      }
      expect(waits.slice(0, 2)).toEqual([5_000, 20_000])
      expect(await at(now + 10 * leaseMs, (ground) => claimJob(ground, 'a'))).toBeNull()
    })

    it('given back on purpose it does not count as tried', async () => {
      const start = 10_000_000
      await add(start, [0])
      const claimed = await at(start, (ground) => claimJob(ground, 'a'))
      await at(start, (ground) => releaseJob(ground, claimed?.job as NonNullable<typeof claimed>['job'], 'a'))
      expect((await at(start, (ground) => claimJob(ground, 'b')))?.job.attempts).toBe(1)
    })
  })
})
