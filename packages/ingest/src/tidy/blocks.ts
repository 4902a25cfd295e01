/** From lines and tables to blocks in reading order. */
import type { Line } from '../lines.ts'
import type { Block } from '../source-document.ts'
import { finishTable } from '../tables/finish-table.ts'
import type { Part } from '../tables/raw-table.ts'
import { isHeading, leadOf } from './headings.ts'
import { LEVELS } from './numbering.ts'
import { type BreakContext, breakContext, isContinued, type NumberedLine } from './soft-breaks.ts'
import type { Placed } from './split-reports.ts'
import { splitTabbedProse } from './tabbed-prose.ts'
import { type Place, type Source, type Tidied, tidy } from './tidy-text.ts'
import { findTitles, isYearLine, type Title } from './titles.ts'

export interface Built {
  readonly placed: readonly Placed[]
  /** Line where the limit of blocks was reached; null when all became blocks. */
  readonly cutAt: number | null
}

export function buildBlocks(source: Source, parts: readonly Part[], maxBlocks: number): Built {
  const flat = parts.flatMap((part): readonly Part[] => (part.kind === 'line' ? splitTabbedProse(source.clean, part) : [part]))
  const lines = flat.filter((part) => part.kind === 'line')
  const builder = new BlockBuilder(source, flat, breakContext(source.clean, lines), findTitles(lines))
  return builder.build(maxBlocks)
}

const MOST_CAPTIONS = 3
/** `【部门信息】`: a heading of those who do not count. */
const IN_BRACKETS = /^【[^】。，；：]{2,30}】$/
const ATTACHMENT =
  /^((附件|附表|附图|附录|附)[\d０-９一二三四五六七八九十]{0,3}([-－—][\d０-９]{1,2})?([：:、.．]|$)|(附件|附表)[\d０-９一二三四五六七八九十]{1,3})/

function isAttachment({ head, whole }: Line): boolean {
  return head.startsWith('附') && whole && head.length <= 60 && ATTACHMENT.test(head) && !/[。；，]/.test(head)
}

class BlockBuilder {
  readonly #source: Source
  readonly #parts: readonly Part[]
  readonly #context: BreakContext
  readonly #titles: ReadonlyMap<Line, Title>
  readonly #placed: Placed[] = []
  /** Squeezed short lines since the last long one, the nearest first. */
  #captions: string[] = []
  #next = 0

  constructor(source: Source, parts: readonly Part[], context: BreakContext, titles: readonly Title[]) {
    this.#source = source
    this.#parts = parts
    this.#context = context
    this.#titles = new Map(titles.map((title) => [title.lines[0] as Line, title]))
  }

  build(maxBlocks: number): Built {
    while (this.#next < this.#parts.length) {
      const part = this.#parts[this.#next] as Part
      if (this.#placed.length >= maxBlocks) return { placed: this.#placed, cutAt: part.kind === 'line' ? part.line : part.first.line }
      if (part.kind === 'table') {
        this.#add(finishTable(this.#source, part, this.#captions), part.first, 0)
        this.#captions = []
        this.#next++
      } else this.#takeLine(part)
    }
    return { placed: this.#placed, cutAt: null }
  }

  #takeLine(line: Line): void {
    const title = this.#titles.get(line)
    if (title) this.#takeTitle(title)
    else if (isYearLine(line.head) && this.#placed.at(-1)?.block.kind === 'heading') this.#takeSubtitle(line)
    else if (isAttachment(line) || this.#isNextAttachment(line)) this.#takeAttachment(line)
    else this.#takeText(line)
  }

  /** `2.…` below `附件：1.…`. */
  #isNextAttachment(line: Line): boolean {
    const last = this.#placed.at(-1)?.block
    if (last?.kind !== 'attachment' || line.gap > 0 || !line.whole || /[。；，]/.test(line.head) || line.head.length > 60) return false
    return line.number !== null && line.number.value > 1 && /^附[件表]?[:：]?\s?\d|^\d/.test(last.title)
  }

  #takeTitle(title: Title): void {
    // A table between two lines ends the title.
    const apart = title.lines.findIndex((line, i) => this.#parts[this.#next + i] !== line)
    const lines = apart < 0 ? title.lines : title.lines.slice(0, apart)
    const { text, at } = this.#tidy(lines)
    this.#add({ kind: 'heading', level: 0, number: null, text, at }, lines[0] as Line, lines.length)
    this.#remember(apart < 0 ? title.text : lines.map(({ head }) => head).join(''))
    this.#next += lines.length
  }

  #takeSubtitle(line: Line): void {
    const { text, at } = this.#tidy([line])
    this.#add({ kind: 'heading', level: 0, number: null, text, at }, line, 0)
    this.#next++
  }

  #takeAttachment(line: Line): void {
    const { text, at } = this.#tidy([line])
    this.#add({ kind: 'attachment', title: text, at }, line, 0)
    this.#remember(line.head)
    this.#next++
  }

  #takeText(line: Line): void {
    const first = this.#numbered(line)
    const lines = [line]
    this.#next++
    while (this.#goesOn(first, lines.at(-1) as Line)) lines.push(this.#parts[this.#next++] as Line)
    this.#add(first.number ? this.#numberedBlock(first, lines) : this.#unnumberedBlock(lines), line, 0)
    if (lines.length === 1 && line.whole) this.#remember(line.head)
    else this.#captions = []
  }

  #goesOn(first: NumberedLine, last: Line): boolean {
    const next = this.#parts[this.#next]
    if (next?.kind !== 'line' || this.#titles.has(next) || isAttachment(next)) return false
    if (this.#hashes(next) > 0 || this.#hashes(first.line) > 0) return false
    return isContinued(first, last, this.#numbered(next), this.#context)
  }

  #unnumberedBlock(lines: readonly Line[]): Block {
    const { text, at } = this.#tidy(lines)
    const [first] = lines as readonly [Line]
    const level = lines.length === 1 && IN_BRACKETS.test(first.head) ? LEVELS.chinese : this.#hashes(first)
    return level > 0 ? { kind: 'heading', level, number: null, text, at } : { kind: 'paragraph', text, at }
  }

  /** Marks of a Markdown heading before the line. */
  #hashes({ from, start }: Line): number {
    const { text, clean } = this.#source
    return text !== clean && start > from && start - from < 20 ? (text.slice(from, start).match(/#/g)?.length ?? 0) : 0
  }

  #numberedBlock({ line, number, rest }: NumberedLine, lines: readonly Line[]): Block {
    if (!number) throw new Error('a numbered block needs its number')
    const words =
      rest +
      lines
        .slice(1, 4)
        .map(({ head }) => head)
        .join('')
    const whole = line.whole && lines.length <= 4 && lines.every((one) => one.whole)
    if (!isHeading({ ...line, whole }, words)) return { kind: 'paragraph', ...this.#tidy(lines), lead: leadOf(number, words) }
    const place = this.#placeOf(lines)
    const spans = lines.flatMap(({ start, end }) => [start, end])
    spans[0] = this.#titleStart(line, number.number)
    return { kind: 'heading', level: number.level, number: number.number, ...tidy(this.#source, spans, place) }
  }

  #titleStart(line: Line, number: string): number {
    const { clean } = this.#source
    let start = line.start + number.length
    while (start < line.end && /\s/.test(clean.charAt(start))) start++
    return start
  }

  #numbered(line: Line): NumberedLine {
    const { number } = line
    if (!number) return { line, number, rest: line.head }
    const length = number.number.replace(/\s/g, '').length
    const asWritten = this.#source.text.slice(line.start, line.start + number.number.length)
    return { line, number: { ...number, number: asWritten }, rest: line.head.slice(length) }
  }

  #tidy(lines: readonly Line[]): Tidied {
    return tidy(
      this.#source,
      lines.flatMap(({ start, end }) => [start, end]),
      this.#placeOf(lines),
    )
  }

  #placeOf(lines: readonly Line[]): Place {
    const first = lines[0] as Line
    return { start: first.start, end: (lines.at(-1) as Line).end, line: first.line, page: first.page }
  }

  #remember(words: string): void {
    this.#captions = words.length <= 60 && !/[。；]$/.test(words) ? [words, ...this.#captions.slice(0, MOST_CAPTIONS - 1)] : []
  }

  #add(block: Block, first: Line, titleLines: number): void {
    this.#placed.push({ block, titleLines, gap: first.gap, newPage: first.newPage })
  }
}
