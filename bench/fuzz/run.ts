/** The host side: children over the numbers of a reader's files, each with a limit of time and memory; whatever they do, the host goes on. */
import { type ChildProcess, fork } from 'node:child_process'
import type { Range, Told } from './child.ts'
import { fuzzed, type ReaderName } from './readers.ts'

export interface Limits {
  /** On the wall: whatever else the machine does. */
  readonly timeoutMs: number
  /** Of a child with all that it holds. */
  readonly memoryMb: number
}

export const limitsFor = (reader: ReaderName): Limits =>
  fuzzed(reader).isConverted ? { timeoutMs: 45_000, memoryMb: 1024 } : { timeoutMs: 20_000, memoryMb: 1024 }

export interface Trouble {
  readonly number: number
  readonly kind: 'stopped: time' | 'stopped: memory' | 'crashed' | 'fault' | 'slow'
  readonly says: string
}

export interface ReaderFigures {
  readonly reader: ReaderName
  readonly seed: number
  readonly files: number
  readonly read: number
  readonly refused: number
  readonly slowestMs: number
  readonly meanMs: number
  readonly peakMb: number
  /** How often each problem code came. */
  readonly codes: Readonly<Record<string, number>>
  readonly troubles: readonly Trouble[]
}

/** A file that takes longer is listed, though it ended. */
const slowMs = 3_000
/** Of one child; then a fresh one, so that a leak is seen as such and not as a file's memory. */
const filesPerChild = 1_000

/** Files of these numbers; `script` is run as the child. */
export async function fuzzReader(
  script: string,
  reader: ReaderName,
  seed: number,
  from: number,
  to: number,
  limits = limitsFor(reader),
): Promise<ReaderFigures> {
  const tally = new Tally(reader, seed)
  for (let next = from; next < to; )
    next = await runChild(script, { reader, seed, from: next, to: Math.min(to, next + filesPerChild) }, limits, tally)
  return tally.figures()
}

/** Resolves to the number of the file to go on with. */
function runChild(script: string, range: Omit<Range, 'memoryMb'>, { timeoutMs, memoryMb }: Limits, tally: Tally): Promise<number> {
  const child = fork(script, ['--child', JSON.stringify({ ...range, memoryMb })], {
    execArgv: [`--max-old-space-size=${memoryMb / 2}`, '--enable-source-maps'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  return new Promise((resolve) => {
    let current = range.from
    let hasBegun = false
    let isLate = false
    let timer: NodeJS.Timeout | undefined
    const words = lastWords(child)
    child.on('message', (told: Told) => {
      clearTimeout(timer)
      hasBegun = told.kind === 'began'
      current = told.kind === 'began' ? told.number : told.number + 1
      if (told.kind !== 'began') {
        tally.add(told)
        return
      }
      timer = setTimeout(() => {
        isLate = true
        child.kill('SIGKILL')
      }, timeoutMs)
    })
    child.on('exit', (code, signal) => {
      clearTimeout(timer)
      if (code === 0) return resolve(range.to)
      if (!hasBegun && current === range.from) throw new Error(`the child did not start: ${words()}`)
      tally.trouble({ number: current, kind: isLate ? 'stopped: time' : deathOf(code, signal), says: words() })
      resolve(current + 1)
    })
  })
}

const deathOf = (code: number | null, signal: string | null): Trouble['kind'] =>
  signal === 'SIGKILL' || signal === 'SIGABRT' || code === 134 ? 'stopped: memory' : 'crashed'

function lastWords({ stderr }: ChildProcess): () => string {
  let words = ''
  stderr?.setEncoding('utf8').on('data', (piece: string) => {
    words = (words + piece).slice(-4000)
  })
  return () => words
}

class Tally {
  readonly #reader: ReaderName
  readonly #seed: number
  #read = 0
  #refused = 0
  #totalMs = 0
  #slowestMs = 0
  #peakMb = 0
  readonly #codes: Record<string, number> = {}
  readonly #troubles: Trouble[] = []

  constructor(reader: ReaderName, seed: number) {
    this.#reader = reader
    this.#seed = seed
  }

  add({ kind, says, ms, peakMb, number }: Exclude<Told, { kind: 'began' }>): void {
    this.#totalMs += ms
    this.#slowestMs = Math.max(this.#slowestMs, ms)
    this.#peakMb = Math.max(this.#peakMb, peakMb)
    if (kind === 'fault') {
      this.trouble({ number, kind, says: says.join('\n') })
      return
    }
    if (ms > slowMs && !fuzzed(this.#reader).isConverted) this.trouble({ number, kind: 'slow', says: `${ms.toFixed(0)} ms` })
    if (kind === 'read') this.#read++
    else this.#refused++
    for (const code of says) this.#codes[code] = (this.#codes[code] ?? 0) + 1
  }

  trouble(trouble: Trouble): void {
    this.#troubles.push(trouble)
  }

  figures(): ReaderFigures {
    const ended = this.#troubles.filter(({ kind }) => kind !== 'slow').length
    const files = this.#read + this.#refused + ended
    return {
      reader: this.#reader,
      seed: this.#seed,
      files,
      read: this.#read,
      refused: this.#refused,
      slowestMs: this.#slowestMs,
      meanMs: this.#totalMs / Math.max(1, files),
      peakMb: this.#peakMb,
      codes: this.#codes,
      troubles: this.#troubles,
    }
  }
}
