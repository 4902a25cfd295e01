/** Pages to one running text: paragraphs whole, tables marked, each figure with its place on its page. */
import { classOf, DIGIT, LETTER } from '../characters.ts'
import { type Flow, FlowWriter, type SpottedWord, writeTable } from '../flow.ts'
import { furniture } from './furniture.ts'
import { joinTables, repeatedRows } from './joined-tables.ts'
import { type Measure, measures } from './measure.ts'
import { ASCENT, type Box, DESCENT, type Page } from './page.ts'
import { type PageItem, type PageItems, pageItems } from './page-items.ts'
import type { PageCell, PageTable } from './page-table.ts'
import { isSameParagraph } from './same-paragraph.ts'
import type { Piece, TextLine } from './text-line.ts'

/** Takes one page at a time: of each it keeps the lines, not the letters. */
export class PageFlow {
  readonly #pages: PageItems[] = []

  take(page: Page): void {
    this.#pages.push(pageItems(page))
  }

  /** Problems are the reader's own matter: they are added to what comes out. */
  finish(problems: Flow['problems'] = []): Flow {
    const writer = new FlowWriter()
    new Setter(writer, withoutFurniture(this.#pages)).write()
    for (const problem of problems) writer.problem(problem)
    return writer.finish()
  }
}

function withoutFurniture(pages: readonly PageItems[]): readonly PageItems[] {
  const left = furniture(pages)
  return pages.map((page) => ({ ...page, items: page.items.filter((item) => item.kind === 'table' || !left.has(item.line)) }))
}

type Placed = { readonly item: PageItem; readonly measure: Measure; readonly page: number }

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
      if (i > 0 && goesOn) this.#joint((above as { item: { line: TextLine } }).item.line, (item as { line: TextLine }).line)
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

  /** Latin words that a line end set apart had a space between them. */
  #joint(a: TextLine, b: TextLine): void {
    const before = classOf(a.text.charCodeAt(a.text.length - 1))
    const behind = classOf(b.text.charCodeAt(0))
    const isLatin = (before === LETTER || before === DIGIT) && (behind === LETTER || behind === DIGIT)
    if (isLatin && (a.endsInSpace || (before === LETTER && behind === LETTER))) this.#flow.write(' ')
  }

  #apart(above: Placed, below: Placed): void {
    this.#flow.write('\n')
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

function isFarBelow(a: TextLine, b: TextLine, { pitch }: Measure): boolean {
  const usual = Math.max(pitch, (Math.max(a.size, b.size) - Math.min(a.size, b.size)) * 1.3 + pitch)
  return b.y - a.y > usual * 1.5
}

/** A table at the end of a page and one at the top of the next with the same columns; titles that are printed on each page stand between them. */
function joinedOverPages(placed: readonly Placed[]): readonly Placed[] {
  const joined: Placed[] = []
  for (let i = 0; i < placed.length; i++) {
    const one = placed[i] as Placed
    const { item } = one
    const at = item.kind === 'table' ? tableBefore(joined, one) : -1
    const above = joined[at]
    if (item.kind === 'table' && above?.item.kind === 'table') {
      const between = joined.slice(at + 1)
      const table =
        isRepeatedTitle(joined.slice(0, at), between) && hasSameHead(above.item.table, item.table, between)
          ? joinTables(above.item.table, item.table)
          : null
      if (table) {
        joined.length = at
        joined.push({ ...above, item: { kind: 'table', table } })
        continue
      }
    }
    joined.push(one)
  }
  return joined
}

const MOST_TITLES = 5

/** Index of the table that ends the page before, with nothing but lines of this page between. */
function tableBefore(joined: readonly Placed[], { page }: Placed): number {
  for (let i = joined.length - 1; i >= 0 && i >= joined.length - 1 - MOST_TITLES; i--) {
    const { item, page: own } = joined[i] as Placed
    if (item.kind === 'table') return lastPageOf(item.table, own) === page - 1 ? i : -1
    if (own !== page) return -1
  }
  return -1
}

function lastPageOf({ rows }: PageTable, first: number): number {
  for (let row = rows.length - 1; row >= 0; row--) {
    for (const { lines } of rows[row] as readonly PageCell[]) if (lines[0]) return (lines.at(-1) as TextLine).sheet.number
  }
  return first
}

const wordsIn = ({ item }: Placed): string => (item.kind === 'line' ? item.line.text.replace(/\s/g, '') : '')

/** What stands above the table on this page stood above it on its first one, too. */
function isRepeatedTitle(before: readonly Placed[], between: readonly Placed[]): boolean {
  const titles = new Set(before.slice(-MOST_TITLES).map(wordsIn))
  return between.every(
    (one) => titles.has(wordsIn(one)) || titles.has(wordsIn(one).replace(/[（(]?续表?[)）]?|[（(]续[^)）]{0,3}[)）]/, '')),
  )
}

function hasSameHead(above: PageTable, below: PageTable, between: readonly Placed[]): boolean {
  return between.length === 0 || repeatedRows(above.rows, below.rows) > 0
}

/** Points that stand free at both sides of a cell, at most. */
const PADDING = 12
const FIGURE = /^[-−－+（(]?\d{1,3}(?:,?\d{3})*(?:\.\d*)?[%％)）]?$|^[-−－+（(]?\d+(?:\.\d*)?[%％)）]?$/

/** A figure that is too wide for its cell goes on in the next line: it is one figure. */
function cellLines({ lines }: PageCell, width: number): readonly (readonly SpottedWord[])[] {
  const written: SpottedWord[][] = []
  let last: TextLine | null = null
  let words = ''
  for (const line of lines) {
    const together = words + line.text
    const isCut = last !== null && last.x2 - last.x1 + last.size / 2 > width - PADDING && FIGURE.test(together)
    if (isCut) written.at(-1)?.push(...spotted(line))
    else written.push([...spotted(line)])
    words = isCut ? together : line.text
    last = line
  }
  return written
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
