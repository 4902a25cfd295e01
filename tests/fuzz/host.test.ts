/** The host of the fuzz counts what its children do, and outlives all of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SourceDocument } from '@jiheng/ingest'
import { describe, expect, it, onTestFinished } from 'vitest'
import { randomOf } from '../../bench/fuzz/random.ts'
import { fuzzed, mutant } from '../../bench/fuzz/readers.ts'
import { fuzzReader } from '../../bench/fuzz/run.ts'
import { soundnessFaults } from '../../bench/fuzz/soundness.ts'

const child = `
const { from, to } = JSON.parse(process.argv[3])
const tell = (told) => new Promise((sent) => process.send(told, undefined, undefined, sent))
for (let number = from; number < to; number++) {
  await tell({ kind: 'began', number })
  if (number === 2) for (;;);
  if (number === 4) process.exit(7)
  if (number === 5) process.kill(process.pid, 'SIGKILL')
  if (number === 7) Promise.reject(new Error('planned')), await new Promise(() => setTimeout(() => {}, 1000))
  await tell({ number, ms: number === 8 ? 5000 : 1, peakMb: 10, kind: number === 9 ? 'fault' : number === 10 ? 'refused' : 'read', says: ['code'] })
}
process.exit(0)
`

describe('the host', () => {
  it('goes on behind each file that hangs, crashes or is stopped, and lists it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jiheng-fuzz-host-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'child.mjs'), child)
    const figures = await fuzzReader(join(folder, 'child.mjs'), 'text', 1, 0, 12, { timeoutMs: 1000, memoryMb: 256 })
    expect(figures.troubles.map(({ number, kind }) => `${number} ${kind}`)).toEqual([
      '2 stopped: time',
      '4 crashed',
      '5 stopped: memory',
      '7 crashed',
      '8 slow',
      '9 fault',
    ])
    expect(figures.troubles[3]?.says).toContain('planned')
    expect([figures.files, figures.read, figures.refused, figures.slowestMs]).toEqual([12, 6, 1, 5000])
  })
})

describe('a changed file', () => {
  it.each(['text', 'html', 'docx', 'pdf', 'zip'] as const)(
    'of %s is the same for the same seed and number, another for others',
    async (reader) => {
      const seeds = await fuzzed(reader).seeds()
      const files = Array.from({ length: 40 }, (_, number) => Buffer.from(mutant(reader, seeds, 1, number)).toString('latin1'))
      expect(files).toEqual(Array.from({ length: 40 }, (_, number) => Buffer.from(mutant(reader, seeds, 1, number)).toString('latin1')))
      expect(new Set(files).size).toBeGreaterThan(35)
      expect(Buffer.from(mutant(reader, seeds, 2, 0)).toString('latin1')).not.toBe(files[0])
    },
  )

  it('chances are spread evenly', () => {
    const random = randomOf('spread')
    const counts = Array<number>(10).fill(0)
    for (let i = 0; i < 10_000; i++) {
      const at = random.below(10)
      counts[at] = (counts[at] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(200)
  })
})

describe('what every document keeps to', () => {
  const document = (rest: Partial<SourceDocument>): SourceDocument => ({
    file: { name: 'file', bytes: 1, sha256: '', format: 'text' },
    reports: [],
    residue: [],
    places: [],
    sheets: [],
    pages: [],
    problems: [],
    ...rest,
  })
  const place = (start: number, end: number) => ({ start, end, spot: { kind: 'cell', sheet: '', cell: 'A1' } as const })

  it.each<[string, Partial<SourceDocument>]>([
    ['nothing read and nothing said', {}],
    ['places are not in order', { places: [place(5, 6), place(1, 2)] }],
    ['file.damaged names no file', { problems: [{ code: 'file.damaged', at: [], details: {} }] }],
  ])('%s', (fault, rest) => {
    expect(soundnessFaults(document(rest))).toContain(fault)
  })
})
