/** Speed of scoring many units: against a loop written by hand, from a file, and of trying another rule. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  evaluate,
  factBook,
  type Kernel,
  kernelOf,
  ranksOf,
  roomFor,
  type ScoreBlock,
  standingAfter,
  standingOf,
  tableReader,
} from '@jiheng/evaluation'
import { cpuMs, mediansInTurn } from './clock.ts'
import { columnsOfSample, hundredthsOf, items, samplePlan } from './evaluation-data.ts'
import { scoreByHand } from './hand-written.ts'

export const unitCounts = [1000, 10_000, 100_000] as const

export interface EvaluationSpeed {
  readonly units: number
  readonly indicators: number
  readonly handMs: number
  readonly kernelMs: number
  /** The same with a tenth of the stated rates not applicable or missing. */
  readonly sparseMs: number
  /** One unit by `evaluate`. */
  readonly evaluateMs: number
  readonly files: readonly FileFigure[]
  /** Four indicators changed: units scored and ranked again, against all of it anew. */
  readonly simulationMs: number
  readonly fullMs: number
}

export interface FileFigure {
  readonly units: number
  readonly megabytes: number
  readonly ms: number
}

const year = 2023
const most = unitCounts.at(-1) ?? 0

export function measureEvaluation(): EvaluationSpeed {
  const plan = samplePlan()
  const kernel = ready(kernelOf(plan, items, year))
  const block = sampleBlock(kernel, most, 0)
  const withGaps = sampleBlock(kernel, most, 0.1)
  const room = roomFor(kernel, most)
  const hand = { totals: new Float64Array(most), grades: new Int8Array(most) }
  const byItem = new Map(kernel.needs.map(({ item }, at) => [item, (block.columns[at] as ScoreBlock['columns'][number]).values]))
  const column = (item: string): Float64Array => byItem.get(item) as Float64Array
  const byHand = (): void => scoreByHand(column, most, hand.totals, hand.grades)
  byHand()
  kernel.run(block, room)
  checkSame(room.totals, hand.totals)
  const [handMs = 0, kernelMs = 0, sparseMs = 0] = mediansInTurn([byHand, () => kernel.run(block, room), () => kernel.run(withGaps, room)])
  const before = standingOf(plan, kernel, block)
  const other = samplePlan('0.2')
  const otherKernel = ready(kernelOf(other, items, year))
  const [simulationMs = 0, fullMs = 0] = mediansInTurn([
    () => standingAfter(before, other, otherKernel, block),
    () => standingOf(other, otherKernel, block),
  ])
  return {
    units: most,
    indicators: plan.indicators.length,
    handMs,
    kernelMs,
    sparseMs,
    evaluateMs: oneEvaluation(plan),
    files: fileFigures(kernel),
    simulationMs,
    fullMs,
  }
}

function ready(kernel: Kernel | null): Kernel {
  if (kernel === null || kernel.scorers.some(({ isFast }) => !isFast)) throw new Error('the sample plan is not compiled')
  return kernel
}

/** Speed of something else is no speed. */
function checkSame(totals: Float64Array, byHand: Float64Array): void {
  const at = totals.findIndex((total, i) => total !== byHand[i])
  if (at >= 0) throw new Error(`unit ${at}: ${totals[at]} by the kernel, ${byHand[at]} by hand`)
}

/** `gaps`: the share of stated rates that hold no figure; three of four do not apply, the last is missing. */
function sampleBlock(kernel: Kernel, count: number, gaps: number): ScoreBlock {
  const columns = kernel.needs.map(({ item, year: which, holds }) => {
    if (holds.kind === 'sparse') return { values: new Float64Array(0), odd: new Map() }
    const scale = holds.kind === 'figure' ? 10 ** (holds.places - 2) : 1
    const isOwn = item.startsWith('rate')
    const values = Float64Array.from({ length: count }, (_, i) => {
      if (gaps > 0 && isOwn && hundredthsOf(i, `rate gap ${item}`) < gaps * 10_000)
        return hundredthsOf(i, `rate kind ${item}`) < 7500 ? Number.POSITIVE_INFINITY : Number.NaN
      return hundredthsOf(i, which === 'this' ? item : `last ${item}`) * scale
    })
    return { values, odd: new Map() }
  })
  return { count, columns, deducted: new Map(), vetoes: new Map() }
}

function oneEvaluation(plan: ReturnType<typeof samplePlan>): number {
  const facts = columnsOfSample.map(({ item, head }) => ({
    id: item,
    unit: 'u',
    item,
    from: '2023-01-01',
    to: '2023-12-31',
    value: { kind: 'figure' as const, value: String(hundredthsOf(1, item) / 100), unit: head.includes('percent') ? 'percent' : 'wan-yuan' },
    basis: null,
    source: '',
    evidence: [],
    supersedes: null,
  }))
  const book = factBook(facts, { asOf: '2024-12-31', isNeverNegative: () => false })
  return cpuMs(() => evaluate({ plan, unit: 'u', year, book, items }), 400)
}

function fileFigures(kernel: Kernel): readonly FileFigure[] {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-speed-'))
  try {
    const files = unitCounts.map((count) => writeTable(join(folder, `${count}.csv`), count))
    const ms = mediansInTurn(
      files.map((file, at) => () => scoreFile(kernel, file, unitCounts[at] ?? 0)),
      5,
    )
    return unitCounts.map((units, at) => ({ units, megabytes: statSync(files[at] ?? '').size / 1e6, ms: ms[at] ?? 0 }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function writeTable(path: string, count: number): string {
  const file = openSync(path, 'w')
  let text = `单位,${columnsOfSample.map(({ head }) => head).join(',')}\n`
  for (let i = 0; i < count; i += 1) {
    text += `样例单位${i},${columnsOfSample.map(({ item }) => (hundredthsOf(i, item) / 100).toFixed(2)).join(',')}\n`
    if (text.length > 1_000_000 || i === count - 1) {
      writeSync(file, text)
      text = ''
    }
  }
  closeSync(file)
  return path
}

/** Reads, scores, adds up and ranks; of the file only a piece is held. */
function scoreFile(kernel: Kernel, path: string, count: number): number {
  const room = roomFor(kernel, 2048)
  const totals = new Float64Array(count)
  const units: string[] = []
  const decoder = new TextDecoder()
  const reader = tableReader(kernel.needs, {
    decode: (bytes) => decoder.decode(bytes),
    take: (block, names) => {
      kernel.run(block, room)
      totals.set(room.totals.subarray(0, block.count), units.length)
      units.push(...names)
    },
  })
  const file = openSync(path, 'r')
  const piece = new Uint8Array(256 * 1024)
  for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) reader.push(piece.subarray(0, read))
  closeSync(file)
  if (reader.end().length > 0 || units.length !== count) throw new Error(`${path} was not read`)
  const sum = totals.reduce((all, total) => all + total, 0)
  const ranks = ranksOf(totals)
  if (!(sum > 0) || ranks[0] === 0) throw new Error(`${path} was not scored`)
  return sum
}
