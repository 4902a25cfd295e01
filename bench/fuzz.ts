/**
 * Reads and audits files that were good before they were changed, and writes what became of them into docs/robustness.md.
 *
 *   npm run fuzz -- [--reader NAME]… [--files N] [--from N] [--seed S] [--write] [--only N [--save FILE]]
 *
 * --reader NAME   only this reader; may be given several times
 * --files N       of each reader; 10,000 by default, 200 of those that go through LibreOffice; 0: no run, only the report
 * --from N        number of the first file
 * --seed S        other files
 * --write         into docs/robustness.md: the figures of the latest run of each reader
 * --only N        this one file, in this process; --save keeps it
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { watch, watchedMb } from '../packages/runner/src/jobs/watchdog.ts'
import { fuzzRange } from './fuzz/child.ts'
import { keepFigures, keptFigures } from './fuzz/kept-figures.ts'
import { outcomeOf } from './fuzz/outcome.ts'
import { fuzzed, mutant, type ReaderName, readerNames } from './fuzz/readers.ts'
import { fuzzReport } from './fuzz/report.ts'
import { fuzzReader } from './fuzz/run.ts'
import { writeBlock } from './markers.ts'
import { inProject } from './project.ts'

const script = process.argv[1] ?? ''
const watched = watchedMb()
if (watched !== null) watch(watched)
else {
  const { values } = parseArgs({
    options: {
      reader: { type: 'string', multiple: true },
      files: { type: 'string' },
      from: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      write: { type: 'boolean', default: false },
      only: { type: 'string' },
      save: { type: 'string' },
      // For the children of this command only.
      child: { type: 'string' },
    },
  })
  const seed = Number(values.seed)
  const readers = values.reader ? values.reader.map(readerNamed) : readerNames
  if (values.child) await fuzzRange(script, JSON.parse(values.child))
  else if (values.only) for (const reader of readers) await one(reader, seed, Number(values.only), values.save)
  else await all(readers, seed, Number(values.from), values.files === undefined ? null : Number(values.files), values.write)
}

function readerNamed(name: string): ReaderName {
  const found = readerNames.find((one) => one === name)
  if (!found) throw new Error(`no reader ${name}; there are ${readerNames.join(', ')}`)
  return found
}

async function one(reader: ReaderName, seed: number, number: number, save: string | undefined): Promise<void> {
  const bytes = mutant(reader, await fuzzed(reader).seeds(), seed, number)
  if (save) writeFileSync(save, bytes)
  const started = performance.now()
  const { kind, says } = await outcomeOf(reader, bytes)
  console.log(`${reader} ${number}: ${kind}, ${(performance.now() - started).toFixed(0)} ms\n${says.join('\n')}`)
}

async function all(readers: readonly ReaderName[], seed: number, from: number, files: number | null, write: boolean): Promise<void> {
  let hasFaults = false
  for (const reader of files === 0 ? [] : readers) {
    if ((await fuzzed(reader).seeds()).length === 0) {
      console.log(`${reader}: left out, LibreOffice is not installed`)
      continue
    }
    const found = await fuzzReader(script, reader, seed, from, from + (files ?? (fuzzed(reader).isConverted ? 200 : 10_000)))
    keepFigures(found)
    hasFaults ||= found.troubles.some(({ kind }) => kind === 'crashed' || kind === 'fault')
    for (const { number, kind, says } of found.troubles)
      console.log(`${reader} ${number} (--reader '${reader}' --seed ${seed} --only ${number}): ${kind}\n${says.slice(0, 1500)}`)
    console.log(`${reader}: ${found.files} files, ${found.read} read, ${found.refused} refused, ${found.troubles.length} to look at`)
  }
  const text = fuzzReport(keptFigures())
  console.log(text)
  if (write) writeBlock(inProject('docs/robustness.md'), 'Robustness', 'fuzz', text)
  if (hasFaults) process.exitCode = 1
}
