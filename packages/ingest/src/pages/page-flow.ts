/** Pages to one running text: paragraphs whole, tables marked, each figure with its place on its page. */
import { classOf, LETTER, WIDE } from '../characters.ts'
import { type Flow, FlowWriter, type SpottedWord, writeTable } from '../flow.ts'
import type { PageShape } from '../source-document.ts'
import { furniture } from './furniture.ts'
import { joinedOverPages, type Placed } from './joined-pages.ts'
import { type Measure, measures } from './measure.ts'
import { ASCENT, type Box, DESCENT, type Page } from './page.ts'
import { type PageItems, readPage } from './page-items.ts'
import { MOST_RULES, pageShape } from './page-shape.ts'
import type { PageCell, PageTable } from './page-table.ts'
import { hasNoRoom, isSameParagraph } from './same-paragraph.ts'
import type { Piece, TextLine } from './text-line.ts'

/** Takes one page at a time: of each it keeps the lines, not the letters. */
export class PageFlow {
  readonly #pages: PageItems[] = []
  readonly #shapes: PageShape[] = []
  #gutter: number | null = null
  #rulesLeft = MOST_RULES

  take(page: Page): void {
    const { parts, gutter } = readPage(page, this.#gutter)
    this.#pages.push(...parts)
    this.#gutter = gutter
    const shape = pageShape(page, this.#rulesLeft)
    this.#rulesLeft -= shape.rules.length
    this.#shapes.push(shape)
  }

  /** A page of which nothing could be read. */
  skip(shape: Omit<PageShape, 'rules'>): void {
    this.#shapes.push({ ...shape, rules: [] })
  }

  /** Problems are the reader's own matter: they are added to what comes out. */
  finish(problems: Flow['problems'] = []): Flow {
    const writer = new FlowWriter()
    new Setter(writer, withoutFurniture(this.#pages)).write()
    for (const problem of problems) writer.problem(problem)
    return writer.finish(this.#shapes)
  }
}

function withoutFurniture(pages: readonly PageItems[]): readonly PageItems[] {
  const left = furniture(pages)
  return pages.map((page) => ({ ...page, items: page.items.filter((item) => item.kind === 'table' || !left.has(item.line)) }))
}

class Setter {
  readonly #flow: FlowWriter
  readonly #placed: readonly Placed[]
  #page = 1

  constructor(flow: FlowWriter, pages: readonly PageItems[]) {
    this.#flow = flow
    const known = measures(pages)
    this.#placed = joinedOverPages(
      pages.flatMap((page) => page.items.map((item) => ({ item, measure: known.get(page) as Measure, page: page.sheet.number }))),
    )
  }

  write(): void {
    const placed = this.#placed
    for (const [i, { item, measure, page }] of placed.entries()) {
      const above = placed[i - 1]
      const goesOn = above !== undefined && isOneParagraph(above, placed[i] as Placed)
      if (goesOn) this.#flow.write(jointOf((above as { item: { line: TextLine } }).item.line, (item as { line: TextLine }).line))
      else if (i > 0) this.#apart(above as Placed, placed[i] as Placed)
      if (!goesOn) this.#turnTo(page)
      if (item.kind === 'table') this.#table(item.table)
      else this.#line(item.line, measure)
    }
  }

  #turnTo(page: number): void {
    while (this.#page < page) {
      this.#flow.write('\f')
      this.#page++
    }
  }

  #apart(above: Placed, below: Placed): void {
    this.#flow.write(endsParagraph(above, below) ? '\u2029' : '\n')
    const isGap = above.item.kind === 'line' && below.item.kind === 'line' && above.page === below.page
    if (isGap && isFarBelow(above.item.line, below.item.line, below.measure)) this.#flow.write('\n')
  }

  #line(line: TextLine, { left }: Measure): void {
    if (line.isSpread) this.#flow.write(' '.repeat(Math.max(0, Math.min(40, Math.round((line.x1 - left) / (line.size / 2))))))
    for (const { text, spot } of spotted(line)) this.#flow.write(text, spot)
  }

  #table({ xs, rows }: PageTable): void {
    writeTable(this.#flow, {
      rows: rows.map((row) =>
        row.map((cell, column) => ({ ...cell, lines: cellLines(cell, (xs[column + cell.colSpan] as number) - (xs[column] as number)) })),
      ),
    })
  }
}

function isOneParagraph(above: Placed, below: Placed): boolean {
  if (above.item.kind !== 'line' || below.item.kind !== 'line') return false
  if (below.page - above.page > 1) return false
  return isSameParagraph({ a: above.item.line, b: below.item.line, above: above.measure, below: below.measure })
}

/** The line above had room for more, or the one below is set in: nobody has to guess. */
function endsParagraph(above: Placed, below: Placed): boolean {
  if (above.item.kind !== 'line' || below.item.kind !== 'line' || above.item.line.isSpread) return false
  const [a, b] = [above.item.line, below.item.line]
  if (below.measure.isIndented && b.x1 - below.measure.left > b.size * 1.5) return true
  return !hasNoRoom(a, b, above.measure.right - a.x2 - CLEAR * a.size)
}

/** Ems that a setter would not leave free. */
const CLEAR = 3

function isFarBelow(a: TextLine, b: TextLine, { pitch }: Measure): boolean {
  const usual = Math.max(pitch, (Math.max(a.size, b.size) - Math.min(a.size, b.size)) * 1.3 + pitch)
  return b.y - a.y > usual * 1.5
}

/** Points that stand free at both sides of a cell together, at most. */
const PADDING = 12

/** A line that has no room for the next word goes on in the next line: a figure that is too wide for its cell is one figure. */
function cellLines({ lines }: PageCell, width: number): readonly (readonly SpottedWord[])[] {
  const written: SpottedWord[][] = []
  let last: TextLine | null = null
  for (const line of lines) {
    if (last !== null && hasNoRoom(last, line, width - PADDING - (last.x2 - last.x1))) {
      written.at(-1)?.push({ text: jointOf(last, line) }, ...spotted(line))
    } else written.push([...spotted(line)])
    last = line
  }
  return written
}

/** What stands between two lines of one paragraph: a space between Latin words, else nothing. */
function jointOf(a: TextLine, b: TextLine): string {
  const before = classOf(a.text.charCodeAt(a.text.length - 1))
  const behind = classOf(b.text.charCodeAt(0))
  if (before === WIDE || behind === WIDE) return ''
  return a.endsInSpace || (before === LETTER && behind === LETTER) ? ' ' : ''
}

function spotted({ pieces, sheet, y, size }: TextLine): readonly SpottedWord[] {
  return pieces.map((piece): SpottedWord => {
    if (piece.text.trim() === '') return { text: piece.text }
    return { text: piece.text, spot: { kind: 'box', page: sheet.number, box: boxOf(piece, y, size, sheet.toOwn) } }
  })
}

function boxOf({ x1, x2 }: Piece, y: number, size: number, toOwn: Page['toOwn']): Box {
  const [left, bottom, right, top] = toOwn(x1, y - ASCENT * size, x2, y + DESCENT * size)
  return [round(left), round(bottom), round(right), round(top)]
}

/** To a tenth of a point: finer than anybody sees. */
const round = (value: number): number => Math.round(value * 10) / 10
