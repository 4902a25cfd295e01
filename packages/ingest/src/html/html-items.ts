/** From the tree of a page to its lines and tables in reading order. */
import type { CellBudget, Grid } from '../sheets/grid.ts'
import { ListNumbers } from './list-number.ts'
import { tableGrid } from './table-grid.ts'
import type { HtmlElement, HtmlNode } from './tree.ts'

export type HtmlItem = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'table'; readonly grid: Grid }

export function htmlItems(root: HtmlElement, budget: CellBudget): readonly HtmlItem[] {
  const walker = new Walker(budget)
  walker.walk(root.children)
  return walker.finish()
}

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
/** More than any cell of a form holds: the page's columns, not a table's. */
const LONGEST_CELL = 3000

class Walker {
  readonly #budget: CellBudget
  readonly #items: HtmlItem[] = []
  #pieces: string[] = []
  #isKept = false

  constructor(budget: CellBudget) {
    this.#budget = budget
  }

  walk(nodes: readonly HtmlNode[]): void {
    for (const node of nodes) {
      if (typeof node === 'string') this.#pieces.push(this.#isKept ? node : node.replace(/[ \t\r\n\f]+/g, ' '))
      else this.#element(node)
    }
  }

  finish(): readonly HtmlItem[] {
    this.#endLine()
    return this.#items
  }

  #element(element: HtmlElement): void {
    const { tag, children } = element
    if (tag === 'br') this.#endLine()
    else if (!BLOCKS.has(tag)) this.walk(children)
    else {
      this.#endLine()
      if (tag === 'table') this.#table(element)
      else if (tag === 'ol') this.#list(element)
      else if (tag === 'pre') this.#preformatted(children)
      else this.walk(children)
      this.#endLine()
    }
  }

  #endLine(): void {
    const whole = this.#pieces.join('')
    this.#pieces = []
    for (const line of this.#isKept ? whole.split(/\r\n|[\r\n]/) : [whole]) {
      const text = line.trim()
      if (text !== '') this.#items.push({ kind: 'line', text })
    }
  }

  #preformatted(children: readonly HtmlNode[]): void {
    this.#isKept = true
    this.walk(children)
    this.#endLine()
    this.#isKept = false
  }

  #list(list: HtmlElement): void {
    const numbers = new ListNumbers(list)
    for (const node of list.children) {
      if (typeof node === 'string') this.#pieces.push(node.replace(/[ \t\r\n\f]+/g, ' '))
      else if (node.tag !== 'li') this.#element(node)
      else {
        this.#endLine()
        this.#pieces.push(numbers.of(node))
        this.walk(node.children)
        this.#endLine()
      }
    }
  }

  /** A table that only lays out the page gives its cells in order. */
  #table(table: HtmlElement): void {
    if (table.holdsTable || hasHeading(table.children)) {
      this.walk(table.children)
      return
    }
    for (const node of table.children) if (typeof node !== 'string' && node.tag === 'caption') this.#element(node)
    const grid = tableGrid(table, (cell) => this.#linesOf(cell), this.#budget)
    if (grid.cells.some(({ text }) => text.length > LONGEST_CELL) || isOneColumn(grid)) this.#cellsInOrder(grid)
    else if (grid.cells.length > 0) this.#items.push({ kind: 'table', grid })
  }

  #cellsInOrder({ cells }: Grid): void {
    for (const { text } of cells) for (const line of text.split('\n')) this.#items.push({ kind: 'line', text: line })
  }

  #linesOf(cell: HtmlElement): readonly string[] {
    const walker = new Walker(this.#budget)
    walker.walk(cell.children)
    return walker.finish().flatMap((item) => (item.kind === 'line' ? [item.text] : []))
  }
}

function hasHeading(nodes: readonly HtmlNode[]): boolean {
  return nodes.some((node) => typeof node !== 'string' && (/^h[1-4]$/.test(node.tag) || hasHeading(node.children)))
}

const isOneColumn = ({ cells }: Grid): boolean => cells.every(({ column }) => column === cells[0]?.column)
