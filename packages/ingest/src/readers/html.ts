/** Pages: of official sites, saved by Word and Excel, and the tables that office systems call .xls. */
import type { Problem } from '@jiheng/vocabulary'
import type { ReadFlow } from '../flow.ts'
import { decodeHtml } from '../html/decode-html.ts'
import { type HtmlItem, htmlItems } from '../html/html-items.ts'
import { htmlTree } from '../html/tree.ts'
import type { Reading } from '../reader.ts'
import { CellBudget } from '../sheets/grid.ts'
import { shownRows } from '../sheets/merged-rows.ts'
import { PartWriter } from '../sheets/part-writer.ts'
import { tooManyCells } from '../sheets/sheet-flow.ts'
import { type SheetPart, sheetParts, wholeTable } from '../sheets/sheet-parts.ts'
import { withinBytes } from './text.ts'

export function readHtml(bytes: Uint8Array, { file, limits }: Reading): ReadFlow {
  const { part, problems } = withinBytes(bytes, file, limits.maxBytes)
  const decoded = decodeHtml(part, file)
  if (decoded.text === null) return { refused: decoded.problems[0] as Problem }
  const tree = htmlTree(decoded.text)
  if (!tree) return { refused: { code: 'file.unsafe', at: [file], details: { reason: 'too-deep' } } }
  const budget = new CellBudget(limits.maxCells)
  const writer = new PartWriter(limits.maxCells)
  writeItems(writer, htmlItems(tree, budget))
  if (budget.cutAt !== null || writer.cutAt !== null) writer.flow.problem(tooManyCells([file], limits))
  const flow = writer.flow.finish()
  // A place of a page is no place that a person can open.
  return { ...flow, places: [], problems: [...problems, ...decoded.problems, ...flow.problems] }
}

function writeItems(writer: PartWriter, items: readonly HtmlItem[]): void {
  const partsOf = isSpreadsheet(items) ? sheetParts : wholeTable
  for (const item of items) {
    if (item.kind === 'line') writer.flow.write(`${item.text.replace(/[\t\v\f\u0085\u2028\u2029]/g, ' ')}\n`)
    else for (const part of partsOf(shownRows(item.grid))) writer.part('', part satisfies SheetPart)
  }
}

/** Nearly all words stand in tables: a sheet saved as a page, whose titles and notes are rows. */
function isSpreadsheet(items: readonly HtmlItem[]): boolean {
  let [inLines, inTables] = [0, 0]
  for (const item of items) {
    if (item.kind === 'line') inLines += item.text.length
    else for (const { text } of item.grid.cells) inTables += text.length
  }
  return inTables > 0 && inLines <= inTables * 0.05
}
