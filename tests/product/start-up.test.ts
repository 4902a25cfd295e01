import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bundleFile, bundleWhenStale } from '../../scripts/bootstrap/bundle.mjs'

const atMost = 4
const rounds = 9

/** Wall time of a process from start to end, in milliseconds. */
function timeOf(args: readonly string[]): number {
  const started = process.hrtime.bigint()
  const done = spawnSync(process.execPath, args, { stdio: 'ignore' })
  expect(done.status).toBe(0)
  return Number(process.hrtime.bigint() - started) / 1e6
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

// Both are started in turn, so that a busy machine slows both; the median forgets the odd hiccup; one retry forgives a bad minute.
it('the command starts in less than four times an empty Node process', { retry: 1, timeout: 60_000 }, async () => {
  await bundleWhenStale()
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-start-'))
  const empty = join(folder, 'empty.mjs')
  writeFileSync(empty, '')
  const times = Array.from({ length: rounds }, () => ({ empty: timeOf([empty]), command: timeOf([bundleFile, '--version']) }))
  rmSync(folder, { recursive: true })
  const ratio = median(times.map((time) => time.command)) / median(times.map((time) => time.empty))
  console.log(`start of the command: ${ratio.toFixed(2)} × an empty Node process`)
  expect(ratio).toBeLessThan(atMost)
})
