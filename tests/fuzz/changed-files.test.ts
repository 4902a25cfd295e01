/** The small part of `npm run fuzz`: always the same files. A failure names the file: `npm run fuzz -- --reader R --seed S --only N`. */
import { describe, expect, it } from 'vitest'
import { outcomeOf } from '../../bench/fuzz/outcome.ts'
import { fuzzed, mutant, type ReaderName, readerNames } from '../../bench/fuzz/readers.ts'
import { isLong } from '../setup/breadth.ts'

const seed = 7
const files = isLong ? 120 : 60
/** PDF takes five times as long as the others. */
const filesOfPdf = isLong ? 40 : 20
const timeoutMs = 10_000

describe('files that were good before they were changed', () => {
  it.each(readerNames.filter((reader) => !('isConverted' in fuzzed(reader))))(
    '%s: each is read or refused, none breaks anything',
    { timeout: 120_000 },
    async (reader) => {
      const seeds = await fuzzed(reader).seeds()
      const outlived = withoutListeners()
      const tally = { read: 0, refused: 0 }
      try {
        for (let number = 0; number < (seeds.length === 0 ? 0 : reader === 'pdf' ? filesOfPdf : files); number++)
          tally[await kindOf(reader, seeds, number)]++
      } finally {
        outlived()
      }
      // Old formats need LibreOffice to be written.
      if (seeds.length > 0) expect(tally.read, 'good enough to be read in part').toBeGreaterThan(files / 10)
    },
  )
})

async function kindOf(reader: ReaderName, seeds: readonly Uint8Array[], number: number): Promise<'read' | 'refused'> {
  const started = performance.now()
  const { kind, says } = await outcomeOf(reader, mutant(reader, seeds, seed, number))
  if (kind === 'fault') throw new Error(`--reader '${reader}' --seed ${seed} --only ${number}: ${says.join('\n')}`)
  expect(performance.now() - started, `--reader '${reader}' --seed ${seed} --only ${number}`).toBeLessThan(timeoutMs)
  return kind
}

/** pdf.js leaves rejections that nobody waits for, as the command knows (stray-rejections.ts); the runner takes them for failures. */
function withoutListeners(): () => void {
  const listeners = process.listeners('unhandledRejection')
  const outlive = (): void => {}
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', outlive)
  return () => {
    process.off('unhandledRejection', outlive)
    for (const listener of listeners) process.on('unhandledRejection', listener)
  }
}
