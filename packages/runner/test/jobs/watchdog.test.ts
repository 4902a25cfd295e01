import { spawn } from 'node:child_process'
import { setTimeout as after } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { auditInChildren } from '../../src/jobs/audit-in-children.ts'
import { noRules } from '../../src/jobs/rules-for-audit.ts'
import { bundled } from '../fakes/bundle.ts'
import { fakeEngine } from '../fakes/engine.ts'
import { aFolder } from '../fakes/folder.ts'
import { processesWith, seesProcesses, until } from '../fakes/processes.ts'

const workerPath = bundled('fake', 'child.mjs')
const command = bundled('fake')

describe('a child', () => {
  it('that takes memory outside the heap is stopped, its file is told, and the others go on', async () => {
    expect(await reasonsOf(['[[1]]', '!buffers', 'a', 'b', '!buffers', 'c'])).toEqual([null, 'memory', null, null, 'memory', null])
  })

  it('outlives a rejection that nobody waits for', async () => {
    expect(await reasonsOf(['!reject', 'a', '!reject', '!throw', 'b'])).toEqual([null, null, null, 'bug', null])
  })
})

it.skipIf(!seesProcesses)('a child that is caught in a file ends when its parent is killed', async () => {
  const folder = aFolder({ 'a.docx': '!hang' })
  const parent = spawn(process.execPath, [command(), 'audit', folder.at('a.docx')], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: folder.path },
  })
  await until(() => processesWith(command()).length === 2, 'the child')
  // Until it has begun.
  await after(1500)
  parent.kill('SIGKILL')
  await until(() => processesWith(command()).length === 0, 'its end')
})

async function reasonsOf(texts: readonly string[]): Promise<readonly (string | null)[]> {
  const inputs = texts.map((text, at) => ({ kind: 'content' as const, name: `${at}.txt`, content: new TextEncoder().encode(text) }))
  const context = { asOf: null, year: null, purpose: null }
  const pool = {
    children: 1,
    workerPath: workerPath(),
    timeoutMs: 20_000,
    memoryMb: 64,
    task: { context, order: null, rules: noRules, keepsDocument: false },
    stop: new AbortController().signal,
    loadEngine: async () => fakeEngine,
  }
  const reasons: (string | null)[] = []
  for await (const { result } of auditInChildren(inputs, pool)) {
    const [problem] = result.problems
    reasons.push(problem ? String(problem.details.reason) : null)
  }
  return reasons
}
