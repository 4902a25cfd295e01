/** Which words of a document are marked, for which finding: from offsets into the original to stretches of the text that a page shows. */
import type { Severity } from '@jiheng/audit'
import type { Origin, Segment } from '@jiheng/vocabulary'
import type { Numbered } from './numbered.ts'

export interface Mark {
  /** Number of the finding. */
  readonly number: number
  readonly severity: Severity
  readonly title: string
  /** Index of the quote; 0 is the accused one. */
  readonly quote: number
  /** UTF-16 offsets into the block's original. Equal where something is missing between two characters. */
  readonly start: number
  readonly end: number
}

/** A mark on a text that is shown: offsets into that text. */
export interface Stretch {
  readonly mark: Mark
  readonly from: number
  readonly to: number
}

/** Marks of one block, in order of their start. */
export class BlockMarks {
  readonly all: readonly Mark[]
  readonly #longest: number

  constructor(marks: readonly Mark[]) {
    this.all = [...marks].sort((a, b) => a.start - b.start || b.end - a.end)
    this.#longest = this.all.reduce((most, { start, end }) => Math.max(most, end - start), 0)
  }

  /** Marks that touch [start, end) of the original; looks only near it, so that a table of many cells stays quick. */
  touching(start: number, end: number): readonly Mark[] {
    let at = this.#firstFrom(start - this.#longest)
    const found: Mark[] = []
    for (let mark = this.all[at]; mark !== undefined && mark.start <= end; mark = this.all[++at]) {
      if (mark.start === mark.end ? mark.start >= start : mark.end > start && mark.start < end) found.push(mark)
    }
    return found
  }

  #firstFrom(start: number): number {
    let [low, high] = [0, this.all.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.all[middle] as Mark).start < start) low = middle + 1
      else high = middle
    }
    return low
  }
}

const NONE = new BlockMarks([])

/** All marks of a file by report and block. */
export class Marks {
  readonly #blocks = new Map<string, BlockMarks>()

  constructor(findings: readonly Numbered[]) {
    const lists = new Map<string, Mark[]>()
    for (const { number, finding, quotes } of findings) {
      const { severity, title } = finding
      for (const [quote, { report, block, start, end }] of quotes.entries()) {
        const key = `${report} ${block}`
        const list = lists.get(key) ?? []
        lists.set(key, list)
        list.push({ number, severity, title, quote, start, end: Math.max(start, end) })
      }
    }
    for (const [key, list] of lists) this.#blocks.set(key, new BlockMarks(list))
  }

  of(report: number, block: number): BlockMarks {
    return this.#blocks.get(`${report} ${block}`) ?? NONE
  }
}

/**
 * Where marks stand in the tidied text of a block or a cell. `base` is where its slice starts in the block's original:
 * 0 for a block, `cell.at.start - table.at.start` for a cell. `length` is that of the tidied text.
 * Marks on characters that tidying left out are not in the answer.
 */
export function stretchesOf(marks: BlockMarks, at: Origin, length: number, base = 0): readonly Stretch[] {
  if (marks.all.length === 0) return []
  const near = marks.touching(base, base + at.original.length)
  if (near.length === 0) return []
  const segments: readonly Segment[] =
    at.segments.length > 0 ? [...at.segments].sort((a, b) => a.original - b.original) : [{ tidy: 0, original: 0, length }]
  return near.flatMap((mark) => {
    const range = tidied(segments, mark.start - base, mark.end - base)
    return range === null ? [] : [{ mark, ...range }]
  })
}

/** From the first tidied character of the range to its last: what tidying put between two segments belongs to it. */
function tidied(segments: readonly Segment[], start: number, end: number): { from: number; to: number } | null {
  let [from, to] = [Number.POSITIVE_INFINITY, -1]
  for (let i = firstReaching(segments, start); i < segments.length; i++) {
    const segment = segments[i] as Segment
    if (segment.original > end || (segment.original >= end && start < end)) break
    const low = Math.max(start, segment.original)
    const high = Math.min(end, segment.original + segment.length)
    if (low > high || (low === high && start < end)) continue
    from = Math.min(from, segment.tidy + low - segment.original)
    to = Math.max(to, segment.tidy + high - segment.original)
  }
  return to < from ? null : { from, to }
}

/** The first segment that ends at `offset` or behind it. */
function firstReaching(segments: readonly Segment[], offset: number): number {
  let [low, high] = [0, segments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const { original, length } = segments[middle] as Segment
    if (original + length < offset) low = middle + 1
    else high = middle
  }
  return low
}
