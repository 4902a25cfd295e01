/** Tells the tables of a sheet from the lines above, between and below them: titles, units, notes, whole reports in cells. */
import { squeeze } from '../characters.ts'
import { isLabel } from '../tables/header-rows.ts'
import { isFigure } from '../tables/raw-table.ts'
import { LEVELS, readNumber } from '../tidy/numbering.ts'
import type { ShownRow } from './merged-rows.ts'

export type SheetPart =
  | { readonly kind: 'line'; readonly row: ShownRow; readonly gap: boolean }
  | { readonly kind: 'table'; readonly rows: readonly ShownRow[]; readonly gap: boolean }

/** In order; `gap` tells of a blank row above. */
export function sheetParts(rows: readonly ShownRow[]): readonly SheetPart[] {
  const parts: SheetPart[] = []
  for (const group of groupsBetweenBlanks(rows)) {
    for (const [i, part] of partsOfGroup(group).entries()) parts.push({ ...part, gap: i === 0 && parts.length > 0 })
  }
  return parts
}

/** All rows as one table, lines where they are too few for one: of tables that the file itself sets apart from the text. */
export function wholeTable(rows: readonly ShownRow[]): readonly SheetPart[] {
  if (rows.length > 1) return [{ kind: 'table', rows, gap: false }]
  return rows.map((row): SheetPart => ({ kind: 'line', row, gap: false }))
}

/** A row below a cell that reaches down to it is not blank, though it shows nothing of its own. */
function groupsBetweenBlanks(rows: readonly ShownRow[]): ShownRow[][] {
  const groups: ShownRow[][] = []
  let reach = -1
  for (const row of rows) {
    const open = groups.at(-1)
    if (open && row.row <= reach + 1) open.push(row)
    else groups.push([row])
    for (const { bottom } of row.cells) reach = Math.max(reach, bottom)
  }
  return groups
}

type Piece = { readonly kind: 'line'; readonly row: ShownRow } | { readonly kind: 'table'; readonly rows: ShownRow[] }

function partsOfGroup(group: readonly ShownRow[]): readonly Piece[] {
  const pieces: Piece[] = []
  let table: ShownRow[] = []
  let left = 0
  const close = () => {
    const [only] = table
    if (only && table.length === 1) pieces.push({ kind: 'line', row: only })
    else if (only) pieces.push({ kind: 'table', rows: table })
    table = []
  }
  for (let at = 0; at < group.length; ) {
    const end = endOfLines(group, at, table.length > 0 ? left : null)
    const run = group.slice(at, end)
    const next = group[end]
    if (run.length > 0 && (table.length === 0 || !next || standsApart(run, next))) {
      close()
      for (const row of run) pieces.push({ kind: 'line', row })
    } else table.push(...run)
    if (next) {
      left = table.length === 0 ? firstColumn(next) : Math.min(left, firstColumn(next))
      table.push(next)
    }
    at = end + 1
  }
  close()
  return pieces
}

/** Rows from `at` on that could be lines. Inside a table a cell that stands right of its first column belongs to it. */
function endOfLines(group: readonly ShownRow[], at: number, left: number | null): number {
  let end = at
  while (end < group.length) {
    const row = group[end] as ShownRow
    const isAlone = row.cells.length === 1 && !row.hasCellFromAbove && (left === null || isBelowTable(row, left))
    if (!isAlone && !isCaptionRow(row)) break
    end++
  }
  return end
}

/** Rows still to be filled in hold a serial number or 合计 and nothing else: they are the table's. */
function isBelowTable(row: ShownRow, left: number): boolean {
  const text = textOf(row)
  return isCaption(text) || (firstColumn(row) <= left && !isFigure(text) && !/^([合总小]计|…+)$/.test(text))
}

const firstColumn = ({ cells }: ShownRow): number => cells[0]?.cell.column ?? 0

const textOf = ({ cells }: ShownRow): string => squeeze(cells[0]?.cell.text ?? '')

const LONGEST_IN_TABLE = 40
const UNIT = /^[（(]?(金额|货币|计量)?单位[:：]?(人民币)?[/／、（(]*(百万|亿|万|千)?元/
const CAPTION = /^(附件|附表|附|公开|表|续表)[\d０-９一二三四五六七八九十-]{1,4}(表|[:：、.．\s]|$)/
const KEY = /^[^：:。，]{2,12}[：:][^。]{0,40}$/

/** Prose, or the caption of another table, between two tables without a blank row; else a row of the table, such as 一、基本支出. */
function standsApart(run: readonly ShownRow[], next: ShownRow): boolean {
  const texts = run.map(textOf)
  if (run.some((row, i) => isCaptionRow(row) || isCaption(texts[i] ?? ''))) return true
  if (texts.some((text) => /。/.test(text) || text.length > LONGEST_IN_TABLE)) return true
  return texts.some(isSection) && isLabelRow(next)
}

const isCaption = (text: string): boolean => UNIT.test(text) || CAPTION.test(text)

/** `编制单位：某某局 | 单位：万元`: several captions side by side. */
function isCaptionRow({ cells, hasCellFromAbove }: ShownRow): boolean {
  if (hasCellFromAbove || cells.length > 4) return false
  const texts = cells.map(({ cell }) => squeeze(cell.text))
  return texts.some(isCaption) && texts.every((text) => isCaption(text) || KEY.test(text))
}

function isSection(text: string): boolean {
  const number = readNumber(text)
  return number !== null && number.level <= LEVELS.chineseInBrackets
}

/** The names of columns: a new table begins. */
function isLabelRow({ cells }: ShownRow): boolean {
  const texts = cells.map(({ cell }) => squeeze(cell.text))
  return texts.length >= 2 && !texts.some(isFigure) && texts.filter(isLabel).length >= texts.length * 0.6
}
