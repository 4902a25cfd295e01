import { describe, expect, it } from 'vitest'
import { createClient, NoAnswer, ProblemError, problemOf, Refusal, requestMark } from '../src/index.ts'

const id = '0190a1b2-0000-7000-8000-000000000001'

interface Sent {
  readonly address: string
  readonly init: RequestInit
}

function clientThatGets(answer: () => Response | Promise<Response>) {
  const sent: Sent[] = []
  const send = async (address: string, init: RequestInit) => {
    sent.push({ address, init })
    return answer()
  }
  let keys = 0
  return { client: createClient({ send, origin: 'http://local', newKey: () => `key-${keys++}` }), sent }
}

const json = (value: unknown) => new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } })

describe('the client', () => {
  it('fills the path and the query, and leaves out what is not given', async () => {
    const { client, sent } = clientThatGets(() => json({ items: [], next: null }))
    await client.call('documents.list', { query: { q: '水利局 100%', batch: undefined } })
    expect(sent[0]?.address).toBe('http://local/api/v1/documents?q=%E6%B0%B4%E5%88%A9%E5%B1%80%20100%25')
    expect(sent[0]?.init.method).toBe('GET')
  })

  it('a parameter cannot lead to another route', () => {
    const { client } = clientThatGets(() => json({}))
    expect(client.address('documents.findings', { params: { document: '../../session' } })).toBe(
      'http://local/api/v1/documents/..%2F..%2Fsession/findings',
    )
  })

  it('marks each change as its own and gives it a key', async () => {
    const { client, sent } = clientThatGets(() => json({}))
    await client.call('documents.submit', { params: { document: id }, body: { statement: null, version: 3 } })
    await client.call('documents.submit', { params: { document: id }, body: { statement: null, version: 3 }, key: 'mine' })
    const headers = sent.map(({ init }) => init.headers as Record<string, string>)
    expect(headers.map((one) => [one[requestMark.name], one['idempotency-key']])).toEqual([
      ['1', 'key-0'],
      ['1', 'mine'],
    ])
  })

  it('sends a file as it is', async () => {
    const { client, sent } = clientThatGets(() => json({}))
    const bytes = new Uint8Array([1, 2, 3])
    await client.call('batches.receive', { params: { batch: id }, query: { name: 'a/b.docx' }, body: bytes })
    expect(sent[0]?.init.body).toBe(bytes)
    expect(sent[0]?.init.headers).toHaveProperty('content-type', 'application/octet-stream')
  })

  it('a refusal becomes the problem that the server tells', async () => {
    const problem = problemOf(new Refusal('thing.not-found'))
    const { client } = clientThatGets(
      () => new Response(JSON.stringify(problem), { status: 404, headers: { 'content-type': 'application/problem+json' } }),
    )
    const error = await client.call('documents.get', { params: { document: id } }).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ProblemError)
    expect((error as ProblemError).problem).toEqual(problem)
  })

  it('an answer of something between us and the server is not taken for ours', async () => {
    const { client } = clientThatGets(() => new Response('<h1>Bad gateway</h1>', { status: 502 }))
    await expect(client.call('session.me')).rejects.toThrow(NoAnswer)
  })

  it('no network is no answer', async () => {
    const { client } = clientThatGets(() => Promise.reject(new TypeError('failed')))
    await expect(client.call('session.me')).rejects.toThrow(NoAnswer)
  })
})
