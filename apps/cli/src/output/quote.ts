/** A quoted line with carets under the accused figure, cut to the width of the terminal around that figure. */
import type { Quote } from '@jiheng/audit'
import { type DisplayCell, toCells } from './display.ts'

export interface LaidQuote {
  readonly before: string
  readonly accused: string
  readonly after: string
  /** Blanks and carets, or null when the figure is not inside the quoted text. */
  readonly caret: string | null
}

/** No more than this is looked at on either side: a hostile report may be one sentence of a megabyte. */
const reach = 1_000

export function layQuote(quote: Quote, columns: number): LaidQuote {
  const origin = Math.max(0, quote.start - quote.textStart - reach)
  const from = quote.start - quote.textStart - origin
  const to = quote.end - quote.textStart - origin
  const cells = toCells(quote.text.slice(origin, Math.max(from, 0) + origin + 2 * reach))
  const first = cells.findIndex((cell) => cell.end > from && cell.start < to)
  if (first < 0) return { before: textOf(cells, cutRight(cells, 0, columns)), accused: '', after: '', caret: null }
  const past = cells.findIndex((cell, at) => at >= first && cell.start >= to)
  return layAround(cells, first, past < 0 ? cells.length : past, columns)
}

function layAround(cells: readonly DisplayCell[], first: number, past: number, columns: number): LaidQuote {
  const window = cut(cells, first, past, columns)
  const shownPast = Math.min(past, window.to)
  const before = ellipsis(window.from > 0) + textOf(cells, { from: window.from, to: first })
  const lead = widthOfCells(cells, window.from, first) + ellipsis(window.from > 0).length
  return {
    before,
    accused: textOf(cells, { from: first, to: shownPast }),
    after: textOf(cells, { from: shownPast, to: window.to }) + ellipsis(window.to < cells.length),
    caret: ' '.repeat(lead) + '^'.repeat(Math.max(1, widthOfCells(cells, first, shownPast))),
  }
}

interface Span {
  readonly from: number
  readonly to: number
}

/** The accused figure with what fits around it: a little more in front, since a sentence is understood from its beginning. */
function cut(cells: readonly DisplayCell[], first: number, past: number, columns: number): Span {
  if (widthOfCells(cells, 0, cells.length) <= columns) return { from: 0, to: cells.length }
  const spare = columns - widthOfCells(cells, first, past) - 2 * ellipsis(true).length
  if (spare <= 0) return cutRight(cells, first, columns - ellipsis(true).length)
  const behind = widthOfCells(cells, past, cells.length)
  const lead = Math.max(Math.floor(spare * 0.6), spare - behind)
  let from = first
  for (let used = 0; from > 0; from--) {
    used += cells[from - 1]?.columns ?? 0
    if (used > lead) break
  }
  return cutRight(cells, from, columns - (from > 0 ? ellipsis(true).length : 0))
}

function cutRight(cells: readonly DisplayCell[], from: number, columns: number): Span {
  if (widthOfCells(cells, from, cells.length) <= columns) return { from, to: cells.length }
  let to = from
  for (let used = ellipsis(true).length; to < cells.length; to++) {
    used += cells[to]?.columns ?? 0
    if (used > columns) break
  }
  return { from, to }
}

function ellipsis(isCut: boolean): string {
  return isCut ? '...' : ''
}

function textOf(cells: readonly DisplayCell[], span: Span): string {
  return cells
    .slice(span.from, span.to)
    .map((cell) => cell.shown)
    .join('')
}

function widthOfCells(cells: readonly DisplayCell[], from: number, to: number): number {
  let columns = 0
  for (let at = from; at < to; at++) columns += cells[at]?.columns ?? 0
  return columns
}
