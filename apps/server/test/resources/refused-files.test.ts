/** Bytes that were received and then refused do not stay on the disk. */
import { createHash } from 'node:crypto'
import { clearFiles } from '@jiheng/store'
import { beforeAll, describe, expect, it } from 'vitest'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { type RunningServer, serversOn } from '../support/running-server.ts'
import { newBatch, refusalOf } from '../support/workbench.ts'

forEachDatabase((database) => {
  describe('a file that is refused after it was received', () => {
    const start = serversOn(database)
    let one: RunningServer
    beforeAll(async () => {
      one = await start({ childPath: '/no-child', settings: { workers: 0 } })
    }, 60_000)

    it('is cleared away, and one that was taken stays', async () => {
      const { client } = await one.addPerson('甲', ['document.read', 'batch.manage'], null)
      const { batch } = await newBatch(client, one.bureau)
      const nobody = '00000000-0000-4000-8000-000000000000'
      const sent = (text: string, organisation?: string) =>
        client.call('batches.receive', {
          params: { batch },
          query: { name: '自评.txt', organisation },
          body: new TextEncoder().encode(text),
        })
      expect(await refusalOf(sent('不要的', nobody))).toBe('thing.not-found')
      await sent('要的')
      const { vault, transact } = one.server.container
      const has = (text: string) => vault.has(createHash('sha256').update(text).digest('hex'))
      expect(await has('不要的')).toBe(true)
      const later = new Date(Date.now() + 2 * 3600_000)
      expect(await transact((ground) => clearFiles({ ...ground, now: later }, vault))).toBe(1)
      expect([await has('不要的'), await has('要的')]).toEqual([false, true])
    })
  })
})
