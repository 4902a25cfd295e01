/** The child side: changes, reads and audits file after file and says after each what became of it. Its memory is watched as in the command. */
import { outliveStrayRejections } from '../../packages/runner/src/jobs/stray-rejections.ts'
import { startWatchdog } from '../../packages/runner/src/jobs/watchdog.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { fuzzed, mutant, type ReaderName } from './readers.ts'

export interface Range {
  readonly reader: ReaderName
  readonly seed: number
  readonly from: number
  readonly to: number
  readonly memoryMb: number
}

export type Told =
  | { readonly kind: 'began'; readonly number: number }
  | ({ readonly number: number; readonly ms: number; readonly peakMb: number } & Outcome)

/** Ends this process when the range is done. */
export async function fuzzRange(script: string, { reader, seed, from, to, memoryMb }: Range): Promise<void> {
  process.on('disconnect', () => process.exit(0))
  outliveStrayRejections()
  startWatchdog(script, memoryMb)
  const seeds = await fuzzed(reader).seeds()
  for (let number = from; number < to; number++) {
    const bytes = mutant(reader, seeds, seed, number)
    await tell({ kind: 'began', number })
    const elapsed = stopwatch(reader)
    const outcome = await outcomeOf(reader, bytes)
    const ms = elapsed()
    await tell({ number, ms, peakMb: process.resourceUsage().maxRSS / 1024, ...outcome })
  }
  process.exit(0)
}

/** Time of our own on the processor; on the wall where another program does the work. */
function stopwatch(reader: ReaderName): () => number {
  const [started, used] = [performance.now(), process.cpuUsage()]
  return () => {
    if (fuzzed(reader).isConverted) return performance.now() - started
    const { user, system } = process.cpuUsage(used)
    return (user + system) / 1000
  }
}

function tell(told: Told): Promise<void> {
  return new Promise((sent) => (process.send as NonNullable<typeof process.send>)(told, undefined, undefined, () => sent()))
}
