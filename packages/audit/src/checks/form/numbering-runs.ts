/** Follows the numbers of a report level by level and keeps the sequences that do not run. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { isPrintedBetween, type NumberedLine, type NumberStyle, numberedLines } from './numbered-lines.ts'

export type Slip = 'doubled' | 'skipped' | 'backward' | 'mixed' | 'nested' | 'late-start'

export interface Run {
  readonly style: NumberStyle
  readonly lines: NumberedLine[]
  last: number
  /** Begins with another number than one. */
  readonly late: boolean
  slip: { readonly kind: Slip; readonly at: NumberedLine } | null
}

/** Two styles that are mistaken for each other: the same mark round another kind of digit. */
const KIN: Readonly<Partial<Record<NumberStyle, NumberStyle>>> = {
  chinese: 'arabic',
  arabic: 'chinese',
  chineseInBrackets: 'arabicInBrackets',
  arabicInBrackets: 'chineseInBrackets',
}
/** A jump beyond this is another count, not a slip. */
const LARGEST_GAP = 5
const DEEPEST = 12

export function runsOf(set: ClaimSet): readonly Run[] {
  const runs = read.get(set) ?? new RunReader(set, numberedLines(set)).read()
  read.set(set, runs)
  return runs
}

const read = new WeakMap<ClaimSet, readonly Run[]>()

class RunReader {
  readonly #set: ClaimSet
  readonly #lines: readonly NumberedLine[]
  /** Open runs, the outermost first. */
  #open: Run[] = []
  readonly #all: Run[] = []
  /** Value last seen in each style, for numbers that go on across chapters. */
  #seen = new Map<NumberStyle, number>()
  /** For each line, the next one of each style in the same part. */
  #following: readonly ReadonlyMap<NumberStyle, NumberedLine>[] | null = null

  constructor(set: ClaimSet, lines: readonly NumberedLine[]) {
    this.#set = set
    this.#lines = lines
  }

  read(): readonly Run[] {
    for (const [at, line] of this.#lines.entries()) {
      if (line.opensPart) {
        this.#open = []
        this.#seen = new Map()
      }
      this.#take(line, at)
      this.#seen.set(line.style, line.value)
    }
    return this.#all
  }

  #take(line: NumberedLine, at: number): void {
    const exact = this.#open.findLastIndex((run) => run.style === line.style && run.last + 1 === line.value)
    if (exact >= 0) this.#goOn(exact, line)
    else if (line.value === 1) this.#start(line)
    else this.#takeOdd(line, at)
  }

  #goOn(index: number, line: NumberedLine): void {
    const run = this.#open[index] as Run
    const inner = this.#open.slice(index + 1).find((other) => isSameForm(other, run))
    if (inner !== undefined && run.slip === null && inner.lines.length > 1) {
      // Items of a run used the numbers of their own level: 2 … 1 2 3 … 3.
      run.slip = { kind: 'nested', at: inner.lines[0] as NumberedLine }
      for (const one of inner.lines) run.lines.push(one)
    }
    this.#add(index, line)
  }

  #add(index: number, line: NumberedLine, slip?: Slip): void {
    const run = this.#open[index] as Run
    this.#open.length = index + 1
    run.lines.push(line)
    run.last = line.value
    if (slip !== undefined) run.slip ??= { kind: slip, at: line }
  }

  #start(line: NumberedLine): void {
    const top = this.#open.at(-1)
    if (top !== undefined && this.#isDoubledFirst(top, line)) {
      this.#add(this.#open.length - 1, line, 'doubled')
      return
    }
    const run: Run = { style: line.style, lines: [line], last: line.value, late: line.value > 1, slip: null }
    if (this.#open.length >= DEEPEST) this.#open.shift()
    this.#open.push(run)
    this.#all.push(run)
  }

  /** （一） and its text, then （一） again. Below a line that announces a list, the list may simply use its parent's numbers. */
  #isDoubledFirst(run: Run, line: NumberedLine): boolean {
    const first = run.lines.at(-1) as NumberedLine
    if (run.style !== 'chineseInBrackets' || line.style !== run.style || run.lines.length !== 1 || first.value !== 1) return false
    if (line.afterLabel || !first.isTitle || !line.isTitle || line.block - first.block !== 2) return false
    const between = this.#set.report.blocks[line.block - 1]
    return between?.kind === 'paragraph' && between.text.endsWith('。')
  }

  /** A number that neither begins a run nor goes on with one. */
  #takeOdd(line: NumberedLine, at: number): void {
    const same = this.#open.findLastIndex((run) => run.style === line.style)
    const kin = this.#open.findLastIndex((run) => run.style !== line.style && run.last + 1 === line.value)
    if (kin >= 0 && (same < 0 || kin < same) && this.#isMixed(this.#open[kin] as Run, line, at)) this.#add(kin, line, 'mixed')
    else if (same >= 0) this.#takeSlip(same, line)
    else this.#takeLate(line)
  }

  /** （一） followed by （2）, with no （1） before and no （二） after. */
  #isMixed(run: Run, line: NumberedLine, at: number): boolean {
    this.#following ??= followingOf(this.#lines)
    const next = this.#following[at]?.get(run.style)
    if (next?.value === line.value) return false
    const isSandwiched = next?.value === line.value + 1 && next.block - line.block <= 80
    if (KIN[run.style] !== line.style && !isSandwiched) return false
    if (!line.isTitle && (line.style === 'arabic' || line.style === 'chinese')) return false
    const before = run.lines.at(-1) as NumberedLine
    return !isPrintedBetween(this.#set, line.value - 1, line.style, before.block, line.block)
  }

  #takeSlip(index: number, line: NumberedLine): void {
    const run = this.#open[index] as Run
    const before = run.lines.at(-1) as NumberedLine
    const step = line.value - run.last
    if (step > LARGEST_GAP) return
    if (step > 1) {
      const twice = this.#open[index - 1]
      if (twice?.style === run.style && step === 2 && run.lines.length === 1 && twice.lines.length === 1) {
        // （一）（一）（三）: the second was given the number of the first.
        for (const one of run.lines) twice.lines.push(one)
        this.#add(index - 1, line, 'doubled')
        ;(this.#open[index - 1] as Run).slip = { kind: 'doubled', at: run.lines[0] as NumberedLine }
        return
      }
      const missing = Array.from({ length: step - 1 }, (_, i) => run.last + 1 + i)
      const isInline = missing.some((value) => isPrintedBetween(this.#set, value, line.style, before.block, line.block))
      this.#add(index, line, isInline ? undefined : 'skipped')
      return
    }
    // A list of its own that begins inside a paragraph, or below a label.
    if (line.afterLabel || isPrintedBetween(this.#set, line.value - 1, line.style, before.block, line.block)) this.#start(line)
    else this.#add(index, line, step === 0 ? 'doubled' : 'backward')
  }

  /** The first of its style here, and not number one. */
  #takeLate(line: NumberedLine): void {
    const top = this.#open.at(-1)
    const joins = top?.late === true && KIN[top.style] === line.style && top.lines.length === line.value - 1
    if (joins && !isPrintedBetween(this.#set, 1, line.style, (top.lines[0] as NumberedLine).block, line.block)) {
      this.#add(this.#open.length - 1, line)
      top.slip ??= { kind: 'mixed', at: top.lines[0] as NumberedLine }
      return
    }
    const parent = top?.lines.at(-1)
    const goesOn = this.#seen.get(line.style) === line.value - 1
    this.#start(line)
    const isBracketed = line.style === 'chineseInBrackets' && line.isTitle && line.value <= 3
    if (!isBracketed || parent === undefined || goesOn || parent.level >= line.level || line.afterLabel) return
    if (hasTable(this.#set, parent.block, line.block) || isPrintedBetween(this.#set, line.value - 1, line.style, parent.block, line.block))
      return
    const run = this.#open.at(-1) as Run
    run.slip = { kind: 'late-start', at: line }
  }
}

function followingOf(lines: readonly NumberedLine[]): ReadonlyMap<NumberStyle, NumberedLine>[] {
  const following: ReadonlyMap<NumberStyle, NumberedLine>[] = []
  let next = new Map<NumberStyle, NumberedLine>()
  for (const line of lines.toReversed()) {
    following.push(next)
    next = line.opensPart ? new Map() : new Map(next).set(line.style, line)
  }
  return following.reverse()
}

/** 1、 and 1. may be two levels; the same digits in the same marks are one. */
function isSameForm(a: Run, b: Run): boolean {
  return a.style === b.style && shapeOf(a) === shapeOf(b)
}

const shapeOf = (run: Run): string => (run.lines[0]?.number ?? '').normalize('NFKC').replace(/[\d一二三四五六七八九十\s]/g, '')

function hasTable(set: ClaimSet, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (set.report.blocks[at]?.kind === 'table') return true
  return false
}
