/** Tables that go on over a page are put together; drawings that turn out to be no tables become lines again. */
import { JoinedTable, repeatedRows } from './joined-tables.ts'
import type { Measure } from './measure.ts'
import type { PageItem } from './page-items.ts'
import type { PageTable } from './page-table.ts'

/** A line or a table, with the page where it begins and how that page is set. */
export interface Placed {
  readonly item: PageItem
  readonly measure: Measure
  readonly page: number
}

/** A table at the end of a page and one at the top of the next with the same columns; titles that are printed on each page stand between them. */
export function joinedOverPages(placed: readonly Placed[]): readonly Placed[] {
  const joined: Placed[] = []
  for (const one of placed) if (!goesIntoTable(joined, one)) joined.push(one)
  return joined.flatMap(unlessFrame)
}

/** Whether the table was added to the one before it; the titles between them go. */
function goesIntoTable(joined: Placed[], one: Placed): boolean {
  if (one.item.kind === 'line') return false
  const at = tableBefore(joined, one)
  const above = joined[at]
  if (above?.item.kind !== 'table') return false
  const between = joined.slice(at + 1)
  const titles = joined.slice(Math.max(0, at - MOST_TITLES), at)
  if (!isRepeatedTitle(titles, between) || !hasSameHead(above.item.table, one.item.table, between)) return false
  const table = above.item.table instanceof JoinedTable ? above.item.table : new JoinedTable(above.item.table)
  if (!table.append(one.item.table)) return false
  joined.length = at
  joined.push({ ...above, item: { kind: 'table', table } })
  return true
}

const MOST_TITLES = 5

/** Index of the table that ends the page before, with nothing but lines of this page between. */
function tableBefore(joined: readonly Placed[], { page }: Placed): number {
  for (let i = joined.length - 1; i >= 0 && i >= joined.length - 1 - MOST_TITLES; i--) {
    const { item, page: own } = joined[i] as Placed
    if (item.kind === 'table') return item.table.lastPage === page - 1 ? i : -1
    if (own !== page) return -1
  }
  return -1
}

const wordsIn = ({ item }: Placed): string => (item.kind === 'line' ? item.line.text.replace(/\s/g, '') : '')

/** What stands above the table on this page stood above it on its first one, too. */
function isRepeatedTitle(before: readonly Placed[], between: readonly Placed[]): boolean {
  const titles = new Set(before.map(wordsIn))
  return between.every(
    (one) => titles.has(wordsIn(one)) || titles.has(wordsIn(one).replace(/[（(]?续表?[)）]?|[（(]续[^)）]{0,3}[)）]/, '')),
  )
}

function hasSameHead(above: PageTable, below: PageTable, between: readonly Placed[]): boolean {
  return between.length === 0 || repeatedRows(above.rows, below.rows) > 0
}

/** One cell with words in it: a frame around a paragraph, or the rest of a table that could not be joined. */
function unlessFrame(one: Placed): readonly Placed[] {
  if (one.item.kind === 'line') return [one]
  const filled = one.item.table.rows.flat().filter(({ lines }) => lines.length > 0)
  if (filled.length > 1) return [one]
  return filled.flatMap(({ lines }) => lines.map((line): Placed => ({ ...one, item: { kind: 'line', line } })))
}
