import type { Problem } from '@jiheng/vocabulary'
import { describe, expect, it } from 'vitest'
import { auditInChildren } from '../../src/jobs/audit-in-children.ts'
import { resultOfProblem } from '../../src/jobs/audit-input.ts'
import { noProducts } from '../../src/products/order.ts'
import { bundled } from '../fakes/bundle.ts'
import { fakeEngine } from '../fakes/engine.ts'

const workerPath = bundled('fake')

describe('a child', () => {
  it('that takes memory outside the heap is stopped, its file is told, and the others go on', async () => {
    expect(await reasonsOf(['[[1]]', '!buffers', 'a', 'b', '!buffers', 'c'])).toEqual([null, 'memory', null, null, 'memory', null])
  })

  it('outlives a rejection that nobody waits for', async () => {
    expect(await reasonsOf(['!reject', 'a', '!reject', '!throw', 'b'])).toEqual([null, null, null, 'bug', null])
  })
})

async function reasonsOf(texts: readonly string[]): Promise<readonly (string | null)[]> {
  const inputs = texts.map((text, at) => ({ kind: 'content' as const, name: `${at}.txt`, content: new TextEncoder().encode(text) }))
  const context = { asOf: null, year: null, purpose: null }
  const pool = {
    children: 1,
    workerPath: workerPath(),
    timeoutMs: 20_000,
    memoryMb: 64,
    task: { context, order: null, rules: { given: { scheme: null, goals: null }, recognisable: [] } },
    stop: new AbortController().signal,
    failed: async (problem: Problem, name: string) => ({
      result: await resultOfProblem(problem, name, context, fakeEngine),
      products: noProducts,
    }),
  }
  const reasons: (string | null)[] = []
  for await (const { result } of auditInChildren(inputs, pool)) {
    const [problem] = result.problems
    reasons.push(problem ? String(problem.details.reason) : null)
  }
  return reasons
}
