/** The child side: audits what it is sent, one after another, and ends with its parent. */

import type { Outputs } from '../products/outputs.ts'
import { announcePrograms } from '../programs/run-program.ts'
import { auditInput } from './audit-input.ts'
import type { Engine } from './engine.ts'
import type { Done, Job, Program } from './protocol.ts'
import { outliveStrayRejections } from './stray-rejections.ts'

export async function serveJobs(loadEngine: () => Promise<Engine>, loadOutputs: () => Promise<Outputs>): Promise<void> {
  // The terminal sends Ctrl-C to all of us; the parent decides what becomes of it.
  process.on('SIGINT', () => {})
  process.on('disconnect', () => process.exit(0))
  outliveStrayRejections()
  announcePrograms((program, isRunning) => process.send?.({ program, isRunning } satisfies Program))
  const jobs: Job[] = []
  const engine = loadEngine()
  let isBusy = false
  process.on('message', async (job: Job) => {
    jobs.push(job)
    if (isBusy) return
    isBusy = true
    for (let next = jobs.shift(); next !== undefined; next = jobs.shift()) {
      await answer(await auditInput(next, { engine: await engine, loadOutputs }))
    }
    isBusy = false
  })
}

/** Waits until the answer is out: if the next file kills us, this one must not be lost with it. */
function answer(done: Done): Promise<void> {
  return new Promise((sent) => process.send?.(done, () => sent()))
}
