/** Who begins a request and never ends it is sent away, so that connections are not held for nothing. */
import { connect } from 'node:net'
import { apiRoot, requestMark } from '@jiheng/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { forEachDatabase } from '../../../../packages/store/test/support/databases.ts'
import { type RunningServer, serversOn } from '../support/running-server.ts'

/** What came back until the other side ended; null: it did not. `drops`: sent one after another, a little now and then. */
function heard(address: string, begun: string, drops: readonly string[], ms: number): Promise<string | null> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve) => {
    let text = ''
    let dripping: NodeJS.Timeout | undefined
    const socket = connect(Number(port), hostname, () => {
      socket.write(begun)
      const left = drops.values()
      dripping = setInterval(() => socket.write(left.next().value ?? ''), 100)
    })
    const end = (said: string | null) => {
      clearInterval(dripping)
      clearTimeout(timer)
      socket.destroy()
      resolve(said)
    }
    const timer = setTimeout(end, ms, null)
    socket.on('data', (data) => {
      text += data
    })
    socket.on('error', () => {})
    socket.on('close', () => end(text))
  })
}

forEachDatabase((database) => {
  describe('a request that never ends', () => {
    let one: RunningServer
    const start = serversOn(database)
    beforeAll(async () => {
      one = await start({ childPath: '/no-child', settings: { workers: 0 }, bodyMs: 400 })
    }, 60_000)

    it('is cut off in its head', async () => {
      const { server } = one.server.app
      expect(server.headersTimeout).toBeLessThanOrEqual(20_000)
      server.headersTimeout = 300
      const answer = await heard(
        one.server.address,
        `GET ${apiRoot}/health HTTP/1.1\r\nhost: x\r\n`,
        Array(200).fill('x-drop: 1\r\n'),
        15_000,
      )
      expect(answer).toMatch(/^HTTP\/1\.1 408 /)
      server.headersTimeout = 20_000
    }, 20_000)

    it('is cut off in a body of JSON, with a problem of the table', async () => {
      const head = ['content-type: application/json', 'content-length: 900', `${requestMark.name}: ${requestMark.value}`]
      const begun = `POST ${apiRoot}/sessions HTTP/1.1\r\nhost: x\r\n${head.join('\r\n')}\r\n\r\n{`
      const answer = await heard(one.server.address, begun, Array(80).fill(' '), 8000)
      expect(answer).toMatch(/^HTTP\/1\.1 408 /)
      expect(answer).toContain('request.too-slow')
    })

    it('has time in a file: an office sends over a slow line', async () => {
      const { token } = await one.addPerson('甲', ['document.read', 'batch.manage'], null)
      const { client } = await one.addPerson('乙', ['document.read', 'batch.manage'], null)
      const body = { title: '一批', purpose: 'review' as const, organisation: one.bureau, year: 2024, scheme: null }
      const { id } = await client.call('batches.create', { body })
      const head = [
        'content-type: application/octet-stream',
        'content-length: 12',
        `cookie: jiheng_session=${token}`,
        `${requestMark.name}: ${requestMark.value}`,
        'connection: close',
      ]
      const begun = `POST ${apiRoot}/batches/${id}/files?name=a.txt HTTP/1.1\r\nhost: x\r\n${head.join('\r\n')}\r\n\r\n`
      expect(await heard(one.server.address, begun, Array(12).fill('x'), 8000)).toMatch(/^HTTP\/1\.1 200 /)
    })

    it('is answered as ever when it is quick', async () => {
      expect((await fetch(`${one.server.address}${apiRoot}/health`)).status).toBe(200)
    })
  })
})
