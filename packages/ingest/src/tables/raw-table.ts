/** A table as it was found: rows of cells, each cell the pieces of text that belong to it. */
import { squeeze } from '../characters.ts'
import type { Line } from '../lines.ts'

/** Start and end offsets by turns; two equal offsets for an empty cell. */
export type RawCell = number[]

export interface RawRow {
  readonly cells: RawCell[]
  readonly line: Line
  /** A blank line or a page break stands before the row. */
  readonly isApart: boolean
  /** Rows and columns that each cell takes, where the file says so. */
  readonly spans?: readonly (readonly [rows: number, columns: number])[]
}

export interface RawTable {
  readonly kind: 'table'
  readonly rows: readonly RawRow[]
  readonly first: Line
  readonly last: Line
  /** Lines of the frame, such as `|---|---|`. */
  readonly rules: readonly Line[]
  /** Columns are held by position, so that a cell may be broken over many lines. */
  readonly isWrapped: boolean
  /** The file marks the table as one: its rows and cells are what they are. */
  readonly isMarked?: boolean
}

export type Part = Line | RawTable

/** What a reader of tables took: parts in order, and the index of the next line. */
export interface Taken {
  readonly parts: readonly Part[]
  readonly next: number
}

/** Squeezed text of the cell, its first characters only. */
export function wordsOf(clean: string, cell: RawCell): string {
  let words = ''
  for (let i = 0; i + 1 < cell.length && words.length < 80; i += 2) {
    const start = cell[i] ?? 0
    const end = cell[i + 1] ?? 0
    if (end > start) words += squeeze(clean.slice(start, Math.min(end, start + 80)))
  }
  return words
}

export function isEmptyCell(cell: RawCell): boolean {
  return cell.length === 2 && cell[0] === cell[1]
}

const FIGURE =
  /^[(（]?[≥≤><＞＜≧≦⩾⩽=＝约±+＋\-－—↑↓]?[¥￥]?[\d０-９][\d０-９,，.．]*(%|％|‰|分|元|万元|亿元|个|人|名|件|次|项|年|天|户|篇|场|台|辆|套|份|平方米)?[≥≤><＞＜↑↓]?[)）]?$/
const YEAR = /^(19|20)\d\d(年度?)?$/

/** The cell holds a figure and nothing else; a year is a label. */
export function isFigure(words: string): boolean {
  return words.length <= 24 && FIGURE.test(words) && !YEAR.test(words)
}

/** A bracket or quotation mark is opened and not closed; a scanner mixes （ and (. */
export function isBracketOpen(words: string): boolean {
  if (words.lastIndexOf('“') > words.lastIndexOf('”') || words.lastIndexOf('《') > words.lastIndexOf('》')) return true
  return Math.max(words.lastIndexOf('（'), words.lastIndexOf('(')) > Math.max(words.lastIndexOf('）'), words.lastIndexOf(')'))
}
