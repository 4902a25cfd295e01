/** Two servers on one database and one data folder: the work is shared, and seen from either. An embedded database takes only one. */
import { apiRoot, type BatchEvent, type Permission } from '@jiheng/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundled } from '../../../../packages/runner/test/fakes/bundle.ts'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { type RunningServer, serversOn } from '../support/running-server.ts'
import { type Beside, startBeside } from '../support/server-beside.ts'
import { newBatch, send, soon } from '../support/workbench.ts'

const child = bundled('fake', 'child.mjs')
const all: readonly Permission[] = ['document.read', 'batch.manage']
const files = Array.from({ length: 12 }, (_, at) => `第${at + 1}份.txt`)

forEachDatabase((database) => {
  const start = serversOn(database)
  let one: RunningServer
  let beside: Beside | null = null
  beforeAll(async () => {
    one = await start({ childPath: child() })
    beside = await startBeside(one.server, child())
  }, 120_000)
  afterAll(() => (beside !== null && 'stop' in beside ? beside.stop() : undefined), 60_000)

  describe('a second server', () => {
    if (database.name === 'embedded') {
      it('is refused, and the first goes on', async () => {
        expect(beside).toEqual({ refused: 'DatabaseTrouble' })
        const person = await one.addPerson('甲', all, null)
        const bench = await newBatch(person.client, one.bureau)
        expect((await person.client.call('batches.get', { params: { batch: bench.batch } })).state).toBe('open')
      })
      return
    }

    it('takes its part of a batch; every file is audited once, and both tell of all of them', async () => {
      if (beside === null || 'refused' in beside) throw new Error('there is no second server')
      const person = await one.addPerson('甲', all, null)
      const bench = await newBatch(person.client, one.bureau)
      const stop = new AbortController()
      const told = [one.server.address, beside.address].map((address) => watched(address, person.token, bench.batch, stop.signal))
      const sent: string[] = []
      // Long enough that one worker alone cannot have done them before the other looks.
      for (const name of files) sent.push(await send(bench, name, new TextEncoder().encode(`${name}\n${'!slow\n'.repeat(6)}`)))
      const jobs = () =>
        one.server.container.transact(({ db }) => db.selectFrom('jobs').selectAll().where('batch_id', '=', bench.batch).execute())
      const holders = new Map<string, Set<string>>()
      for (let isBusy = true; isBusy; await soon(40)) {
        const now = await jobs()
        for (const { id, locked_by } of now) if (locked_by !== null) holders.set(id, (holders.get(id) ?? new Set()).add(locked_by))
        isBusy = now.some(({ state }) => state === 'ready' || state === 'running')
      }
      const ended = await jobs()
      expect(
        ended
          .filter(({ kind }) => kind === 'document.audit')
          .map(({ document_id }) => document_id)
          .sort(),
      ).toEqual([...sent].sort())
      expect(ended.every(({ state, attempts, locked_by }) => state === 'done' && attempts === 1 && locked_by === null)).toBe(true)
      // No job was ever seen with two, and both had some.
      for (const by of holders.values()) expect(by.size).toBe(1)
      expect(new Set([...holders.values()].flatMap((by) => [...by])).size).toBe(2)
      const audited = await one.server.container.transact(({ db }) =>
        db.selectFrom('journal').select('subject_id').where('event', '=', 'document.audited').where('subject_id', 'in', sent).execute(),
      )
      expect(audited.map(({ subject_id }) => subject_id).sort()).toEqual([...sent].sort())
      for (const { done } of told) for (let turn = 0; turn < 200 && done.size < files.length; turn++) await soon(50)
      stop.abort()
      for (const { done, reading } of told) {
        await reading
        expect([...done].sort()).toEqual([...files].sort())
      }
    }, 120_000)
  })
})

/** Names of files that a server told the end of. */
function watched(address: string, token: string, batch: string, signal: AbortSignal) {
  const done = new Set<string>()
  const reading = (async () => {
    const response = await fetch(`${address}${apiRoot}/batches/${batch}/events`, { headers: { cookie: `jiheng_session=${token}` }, signal })
    const decoder = new TextDecoder()
    let rest = ''
    for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
      const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (!line.startsWith('data: ')) continue
        const { documents } = JSON.parse(line.slice(6)) as BatchEvent
        for (const { fileName, state } of documents) if (state === 'done') done.add(fileName)
      }
    }
  })().catch((error: Error) => {
    if (error.name !== 'AbortError') throw error
  })
  return { done, reading }
}
