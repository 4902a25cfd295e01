import type { AuditResult } from '@jiheng/audit'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { auditInChildren, type Batch } from '../../src/jobs/audit-in-children.ts'
import { noRules } from '../../src/jobs/rules-for-audit.ts'
import { bundled } from '../fakes/bundle.ts'
import { fakeEngine } from '../fakes/engine.ts'

const workerPath = bundled('fake')
afterEach(() => vi.unstubAllEnvs())

describe('a batch over children', () => {
  it('comes in the order of the inputs, however long each takes', async () => {
    const texts = Array.from({ length: 40 }, (_, at) => (at % 7 === 0 ? '!slow' : `[[${at}]]`))
    const results = await all(texts, {})
    expect(results.map((result) => result.file)).toEqual(texts.map((_, at) => `${at}.txt`))
    expect(results[1]?.findings).toHaveLength(1)
  })

  it('of many files on one signal gives no warning of Node', async () => {
    const warnings: Error[] = []
    const listen = (warning: Error) => warnings.push(warning)
    process.on('warning', listen)
    onTestFinished(() => void process.off('warning', listen))
    await all(Array(40).fill('a'), {})
    expect(warnings).toEqual([])
  })

  it('a child that dies costs exactly the file it died on', async () => {
    const texts = ['a', '!exit', '[[1]]', 'b', '!exit', '!throw', 'c', 'd']
    const results = await all(texts, {})
    expect(results.map((result) => result.problems[0]?.details.reason ?? 'good')).toEqual([
      'good',
      'crash',
      'good',
      'good',
      'crash',
      'bug',
      'good',
      'good',
    ])
  })

  it('a child is told of no secret of ours', async () => {
    vi.stubEnv('DATABASE_URL', 'postgres://someone:secret@127.0.0.1/jiheng')
    vi.stubEnv('JIHENG_OIDC_SECRET', 'secret')
    const asked = ['DATABASE_URL', 'JIHENG_OIDC_SECRET', 'PATH'].map((name) => `!throw-if-told ${name}`)
    const results = await all(asked, {})
    expect(results.map((result) => result.problems[0]?.details.reason ?? 'not told')).toEqual(['not told', 'not told', 'bug'])
  })

  it('a file that never ends is given up after the time limit', async () => {
    const results = await all(['a', '!hang', 'b', 'c'], { timeoutMs: 1500 })
    expect(results.map((result) => result.problems[0]?.details)).toEqual([
      undefined,
      { reason: 'timeout', seconds: 2 },
      undefined,
      undefined,
    ])
  })

  it('a file that eats all memory is stopped', async () => {
    const results = await all(['!memory', 'b'], { memoryMb: 64 })
    expect(results.map((result) => result.problems[0]?.details)).toEqual([{ reason: 'memory', memoryMb: 64 }, undefined])
  })

  it('every file is a problem when no child can live', async () => {
    const results = await all(['a', 'b', 'c'], { workerPath: `${workerPath()}.missing` })
    expect(results.map((result) => result.problems[0]?.code)).toEqual(Array(3).fill('file.unreadable'))
  })

  it('stops when told, with what was finished', async () => {
    const stop = new AbortController()
    const results: AuditResult[] = []
    for await (const { result } of batch(Array(200).fill('!slow'), { stop: stop.signal })) {
      results.push(result)
      if (results.length === 3) stop.abort()
    }
    expect(results.length).toBeGreaterThanOrEqual(3)
    expect(results.length).toBeLessThan(30)
  })

  it('a reader that leaves early ends the children', async () => {
    for await (const { result } of batch(Array(200).fill('!slow'), {})) {
      expect(result.file).toBe('0.txt')
      break
    }
  })
})

function batch(texts: readonly string[], rest: Partial<Batch>) {
  const inputs = texts.map((text, at) => ({ kind: 'content' as const, name: `${at}.txt`, content: new TextEncoder().encode(text) }))
  const context = { asOf: null, year: null, purpose: null }
  const pool: Batch = {
    children: 2,
    workerPath: workerPath(),
    timeoutMs: 20_000,
    memoryMb: 512,
    task: { context, order: null, rules: noRules, keepsDocument: false },
    stop: new AbortController().signal,
    loadEngine: async () => fakeEngine,
    ...rest,
  }
  return auditInChildren(inputs, pool)
}

async function all(texts: readonly string[], rest: Partial<Batch>): Promise<readonly AuditResult[]> {
  const results: AuditResult[] = []
  for await (const { result } of batch(texts, rest)) results.push(result)
  return results
}
