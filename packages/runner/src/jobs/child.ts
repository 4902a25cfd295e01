/** The child side: does what it is sent, one job after another, and ends with its parent. */
import type { Outputs } from '../products/outputs.ts'
import { announcePrograms } from '../programs/run-program.ts'
import { doWork } from './do-work.ts'
import type { Engine } from './engine.ts'
import type { Answer, Job, Program } from './protocol.ts'
import { outliveStrayRejections } from './stray-rejections.ts'

export function serveJobs(loadEngine: () => Promise<Engine>, loadOutputs: () => Promise<Outputs>): void {
  // The terminal sends Ctrl-C to all of us; the parent decides what becomes of it.
  process.on('SIGINT', () => {})
  process.on('disconnect', () => process.exit(0))
  outliveStrayRejections()
  announcePrograms((program, isRunning) => process.send?.({ program, isRunning } satisfies Program))
  const jobs: Job[] = []
  const rooms = loadEngine().then((engine) => ({ engine, loadOutputs }))
  let isBusy = false
  process.on('message', async (job: Job) => {
    jobs.push(job)
    if (isBusy) return
    isBusy = true
    for (let next = jobs.shift(); next !== undefined; next = jobs.shift()) {
      await answer(await doWork(next, rooms))
    }
    isBusy = false
  })
}

/** Waits until the answer is out: if the next file kills us, this one must not be lost with it. */
function answer(given: Answer): Promise<void> {
  return new Promise((sent) => process.send?.(given, () => sent()))
}
