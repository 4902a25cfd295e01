/** What a reviewer does, again and again: looks at the list, opens a document, decides a finding, now and then comments. */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type Client, ProblemError } from '@jiheng/contract'
import { clientOf, type Member } from '../platform/office.ts'

/** Between two requests: as much as this, drawn evenly. Quicker than anybody reads. */
export const thinkMs = { least: 1000, most: 5000 } as const

export type Kind = 'list' | 'open' | 'findings' | 'decide' | 'comment'

export interface Worked {
  /** Milliseconds of each request, by kind. */
  readonly times: Readonly<Record<Kind, number[]>>
  /** Reasons of decisions that were acknowledged; no other decision has the same. */
  readonly decided: string[]
  /** Somebody else was first, and the second was told. */
  tooLate: number
  /** Anything else but an answer. */
  readonly failures: string[]
}

export async function reviewersAtWork(
  origin: string,
  members: readonly Member[],
  documents: readonly string[],
  seconds: number,
): Promise<Worked> {
  const worked: Worked = { times: { list: [], open: [], findings: [], decide: [], comment: [] }, decided: [], tooLate: 0, failures: [] }
  const end = Date.now() + seconds * 1000
  await Promise.all(
    members.map((member) =>
      review(
        clientOf(() => origin, member),
        documents,
        worked,
        end,
      ),
    ),
  )
  return worked
}

async function review(client: Client, documents: readonly string[], worked: Worked, end: number): Promise<void> {
  const timed = async <Answer>(kind: Kind, ask: () => Promise<Answer>): Promise<Answer | null> => {
    await wait(thinkMs.least + Math.random() * (thinkMs.most - thinkMs.least))
    if (Date.now() > end) return null
    const began = performance.now()
    try {
      return await ask()
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code === 'thing.changed') worked.tooLate++
      else worked.failures.push(String(error))
      return null
    } finally {
      worked.times[kind].push(performance.now() - began)
    }
  }
  while (Date.now() < end) {
    await timed('list', () => client.call('documents.list', { query: { limit: 50 } }))
    const document = documents[Math.floor(Math.random() * documents.length)] as string
    const params = { document }
    await timed('open', () => client.call('documents.view', { params }))
    const found = await timed('findings', () => client.call('documents.findings', { params }))
    const finding = found?.items[Math.floor(Math.random() * found.items.length)]
    if (finding !== undefined) {
      const reason = `理由${randomUUID()}`
      const status = finding.status === 'dismissed' ? ('returned' as const) : ('dismissed' as const)
      const body = { status, reason, version: finding.version }
      const decided = await timed('decide', () => client.call('findings.decide', { params: { document, finding: finding.id }, body }))
      if (decided !== null) worked.decided.push(reason)
    }
    if (Math.random() < 0.3) {
      const body = { finding: null, audience: 'reviewers', text: `请核对附表（${randomUUID()}）` } as const
      await timed('comment', () => client.call('comments.write', { params, body }))
    }
  }
}

/** As many clients with the same thinking, each request one insert. */
export async function askBare(origin: string, clients: number, seconds: number): Promise<readonly number[]> {
  const times: number[] = []
  const end = Date.now() + seconds * 1000
  const one = async () => {
    while (Date.now() < end) {
      await wait(thinkMs.least + Math.random() * (thinkMs.most - thinkMs.least))
      const began = performance.now()
      const body = JSON.stringify({ reason: `理由${randomUUID()}` })
      const response = await fetch(`${origin}/insert`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      if (!response.ok) throw new Error(`the bare server answered ${response.status}`)
      await response.arrayBuffer()
      times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: clients }, one))
  return times
}
