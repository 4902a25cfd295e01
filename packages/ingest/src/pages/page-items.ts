/** A page as lines and tables from top to bottom. */
import { baselines } from './baselines.ts'
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

export function pageItems(page: Page): PageItems {
  const { number, width, height, toOwn } = page
  const sheet = { number, width, height, toOwn }
  const { tables, loose } = sortWords(withoutDoubles(page.words), fillersOf(page), sheet)
  const lines = baselines(loose).flatMap((words) => textLine(words, sheet) ?? [])
  const items: PageItem[] = [
    ...lines.map((line) => ({ kind: 'line', line }) as const),
    ...tables.map((table) => ({ kind: 'table', table }) as const),
  ]
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
