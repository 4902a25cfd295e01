/** A page as lines and tables from top to bottom. */
import { baselines } from './baselines.ts'
import { columnsOn } from './columns.ts'
import { withoutDoubles } from './doubles.ts'
import { gridOf } from './grid.ts'
import { linkedRules } from './linked-rules.ts'
import { mergeRules } from './merged-rules.ts'
import type { Page, Word } from './page.ts'
import { type PageTable, TableFiller } from './page-table.ts'
import { type Sheet, type TextLine, textLine } from './text-line.ts'

export type PageItem = { readonly kind: 'line'; readonly line: TextLine } | { readonly kind: 'table'; readonly table: PageTable }

export interface PageItems {
  readonly sheet: Sheet
  readonly items: readonly PageItem[]
}

export interface ReadPage {
  /** One for a page; several for one that is set in columns, each as if it were a page. */
  readonly parts: readonly PageItems[]
  readonly gutter: number | null
}

/** `gutter` is that of the page before, null when it had no columns. */
export function readPage(page: Page, gutter: number | null): ReadPage {
  const { number, width, height, toOwn } = page
  const sheet = { number, width, height, toOwn }
  const { tables, loose } = sortWords(withoutDoubles(page.words), fillersOf(page), sheet)
  const lines = baselines(loose)
  if (tables.length > 0) return { parts: [withTables(lines, tables, sheet)], gutter: null }
  const columns = columnsOn(lines, width, gutter)
  return {
    parts: columns.parts.map((part) => withTables(part.lines, [], part.column ? { ...sheet, width: part.column.width } : sheet)),
    gutter: columns.gutter,
  }
}

function withTables(lines: readonly (readonly Word[])[], tables: readonly PageTable[], sheet: Sheet): PageItems {
  const items: PageItem[] = lines.flatMap((words) => {
    const line = textLine(words, sheet)
    return line ? [{ kind: 'line', line }] : []
  })
  for (const table of tables) items.push({ kind: 'table', table })
  return { sheet, items: items.sort((a, b) => topOf(a) - topOf(b)) }
}

export function topOf(item: PageItem): number {
  return item.kind === 'line' ? item.line.y - item.line.size : item.table.top
}

/** The smallest first: a table inside a frame, or inside a cell of another one, takes its words before the larger one. */
function fillersOf({ rules }: Page): readonly TableFiller[] {
  const grids = linkedRules(mergeRules(rules)).flatMap((linked) => gridOf(linked) ?? [])
  return grids.map((grid) => new TableFiller(grid)).sort((a, b) => a.area - b.area)
}

function sortWords(words: readonly Word[], fillers: readonly TableFiller[], sheet: Sheet): { tables: PageTable[]; loose: Word[] } {
  const loose: Word[] = []
  for (const word of words) if (!fillers.some((filler) => filler.take(word))) loose.push(word)
  const tables = fillers.filter((filler) => !filler.isEmpty).map((filler) => filler.finish(sheet))
  return { tables, loose }
}
