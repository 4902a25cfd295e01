/** Connections that stay open for events: whose they are, how many there may be, and when they end. */
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { apiRoot } from '@jiheng/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { createStreams } from '../../src/http/streams.ts'
import { type Person, type RunningServer, serversOn } from '../support/running-server.ts'
import { newBatch, refusalOf } from '../support/workbench.ts'

/** Reads until the server ends it; false: it did not in the time. */
async function isEnded(response: Response, ms: number): Promise<boolean> {
  const reader = response.body?.getReader()
  const read = async (): Promise<true> => {
    while (reader !== undefined && !(await reader.read()).done);
    return true
  }
  const ended = await Promise.race([read(), wait(ms, false)])
  if (!ended) await reader?.cancel()
  return ended
}

describe('streams', () => {
  it('of one account are counted, and each that ends makes room', () => {
    const { enter } = createStreams()
    const leave = Array.from({ length: 20 }, () => enter('甲'))
    expect(() => enter('甲')).toThrow('request.too-many')
    enter('乙')
    leave[0]?.()
    expect(enter('甲')).toBeTypeOf('function')
  })
})

forEachDatabase((database) => {
  describe('the events of a batch', () => {
    const start = serversOn(database)
    let one: RunningServer
    beforeAll(async () => {
      one = await start({ childPath: '/no-child', settings: { workers: 0 } })
    }, 60_000)
    const watched = async (): Promise<{ readonly person: Person; readonly batch: string; readonly open: () => Promise<Response> }> => {
      const person = await one.addPerson('甲', ['document.read', 'batch.manage'], null)
      const { batch } = await newBatch(person.client, one.bureau)
      return { person, batch, open: () => person.client.open('batches.events', { params: { batch } }) }
    }

    it('end when the person signs out', async () => {
      const { person, open } = await watched()
      const response = await open()
      await person.client.call('session.sign-out')
      expect(await isEnded(response, 8000)).toBe(true)
    }, 20_000)

    it('end with the post that let the person see them', async () => {
      const { person, open } = await watched()
      const response = await open()
      await one.server.container.transact(({ db }) =>
        db.updateTable('posts').set({ to_day: '2020-01-02' }).where('account_id', '=', person.id).execute(),
      )
      expect(await isEnded(response, 8000)).toBe(true)
    }, 20_000)

    it('are no sign that anybody is there: a page that is left open does not prolong the session', async () => {
      const { person, open } = await watched()
      const of = { region: one.region, account: person.id }
      const seenAt = () =>
        one.server.container.transact(async ({ db }) => {
          const all = db.selectFrom('sessions').select('last_seen_at').where('region_id', '=', of.region)
          return (await all.where('account_id', '=', of.account).executeTakeFirstOrThrow()).last_seen_at.getTime()
        })
      const response = await open()
      const long = new Date(Date.now() - 3600_000)
      await one.server.container.transact(({ db }) =>
        db.updateTable('sessions').set({ last_seen_at: long }).where('account_id', '=', of.account).execute(),
      )
      expect(await isEnded(response, 4000)).toBe(false)
      expect(await seenAt()).toBe(long.getTime())
    }, 20_000)

    it('hold up no server that stops', async () => {
      const other = await start({ childPath: '/no-child', settings: { workers: 0 } })
      const person = await other.addPerson('甲', ['document.read', 'batch.manage'], null)
      const { batch } = await newBatch(person.client, other.bureau)
      const response = await person.client.open('batches.events', { params: { batch } })
      const [ended, began] = [isEnded(response, 8000), performance.now()]
      await other.server.close()
      expect(await ended).toBe(true)
      expect(performance.now() - began).toBeLessThan(5000)
    }, 20_000)

    it('of one person are so many and no more, and whoever went away at once holds none', async () => {
      const { person, batch, open } = await watched()
      const { hostname, port } = new URL(one.server.address)
      const head = `GET ${apiRoot}/batches/${batch}/events HTTP/1.1\r\nhost: x\r\ncookie: jiheng_session=${person.token}\r\n\r\n`
      const goneAtOnce = () =>
        new Promise<void>((resolve) => {
          const socket = connect(Number(port), hostname, () => socket.write(head, () => socket.destroy()))
          socket.on('error', () => {})
          socket.on('close', () => resolve())
        })
      await Promise.all(Array.from({ length: 30 }, goneAtOnce))
      await wait(1500)
      const responses = await Promise.all(Array.from({ length: 20 }, open))
      expect(await refusalOf(open())).toBe('request.too-many')
      for (const response of responses) await response.body?.cancel()
      await wait(500)
      await (await open()).body?.cancel()
    }, 30_000)
  })
})
