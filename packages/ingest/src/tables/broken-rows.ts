/** Rows that a page break or a narrow column cut in two: the lower part goes back into the row above, cell by cell. */
import { readNumber } from '../tidy/numbering.ts'
import { isBracketOpen, isEmptyCell, isFigure, type RawRow, wordsOf } from './raw-table.ts'

interface Read {
  readonly row: RawRow
  readonly words: string[]
  /** Length of the last piece of each cell. */
  readonly lastPiece: number[]
  readonly figures: number
  readonly filled: number
}

/** A row's own label, however short: never the end of a word from above. */
const OWN_LABEL =
  /^(其中|其他|合计|小计|总计|共计|注|加[:：]|减[:：]|[一二三四五六七八九十]、|任务\d|目标\d|指标\d|—|-|\/|无$|是$|否$|优$|良$|中$|差$)/
const OWN_NAME = /(率|数|数量|额|度|情况|水平|指标|支出|收入|经费|费|资金|成本|质量|时效|效益)$/

/** `isWrapped`: columns are held by position, so a piece without figures below a full row is the rule, not the exception. */
export function joinBrokenRows(clean: string, rows: readonly RawRow[], isWrapped: boolean): readonly RawRow[] {
  const read = rows.map((row) => readRow(clean, row))
  const withFigures = read.filter(({ figures }) => figures > 0).length
  const isMostlyFigures = withFigures >= read.filter(({ filled }) => filled >= 2).length * 0.6
  const kept: Read[] = []
  for (const row of read) {
    const above = kept.at(-1)
    if (above && isRestOf(above, row, isMostlyFigures && isWrapped)) join(above, row)
    else if (above && isBeginOf(above, row, isWrapped)) kept[kept.length - 1] = joinBelow(above, row)
    else kept.push(row)
  }
  return kept.map(({ row }) => row)
}

function readRow(clean: string, row: RawRow): Read {
  const words = row.cells.map((cell) => wordsOf(clean, cell))
  const filled = words.filter((one) => one !== '').length
  return { row, words, lastPiece: words.map((one) => one.length), figures: words.filter(isFigure).length, filled }
}

function isRestOf(above: Read, row: Read, isLenient: boolean): boolean {
  if (row.figures > 0 || row.filled === 0 || row.filled >= above.filled || above.filled < 2) return false
  const pieces = row.words.flatMap((words, column) => (words === '' ? [] : [{ words, column }]))
  const fits = pieces.every(({ words, column }) => {
    const upper = above.words[column] ?? ''
    if (upper === '' || isFigure(upper) || startsOwnLabel(words)) return false
    return words.length <= (above.lastPiece[column] ?? 0) + 1 || isBracketOpen(upper)
  })
  if (!fits) return false
  if (pieces.some(({ column }) => isBracketOpen(above.words[column] ?? ''))) return true
  if (above.figures === 0) return false
  const areShort = pieces.every(({ words }) => words.length <= 4)
  if (row.row.isApart) return pieces.length >= 2 || areShort
  if (isLenient) return pieces.every(({ words }) => words.length <= 6)
  const isNoName = pieces.every(({ words }) => words.length <= 2 || !OWN_NAME.test(words))
  return isNoName && areShort && pieces.some(({ words }) => words.length <= 2)
}

/** A label alone whose end stands in the row below, beside the figures: `项目资金` over `（万元） | 1500`. */
function isBeginOf(above: Read, row: Read, isWrapped: boolean): boolean {
  if (above.filled !== 1 || above.figures > 0 || row.figures === 0 || row.row.isApart) return false
  const column = above.words.findIndex((words) => words !== '')
  const upper = above.words[column] ?? ''
  const lower = row.words[column] ?? ''
  if (lower === '' || isFigure(lower) || /[：:]$/.test(upper) || upper.length > 20) return false
  if (isBracketOpen(upper) || /^[（(][^）)]{1,8}[）)]$/.test(lower)) return true
  return isWrapped && lower.length <= 3 && upper.length > lower.length && !startsOwnLabel(lower)
}

function joinBelow(above: Read, row: Read): Read {
  const column = above.words.findIndex((words) => words !== '')
  const cells = row.row.cells.map((cell, i) => (i === column ? [...(above.row.cells[column] ?? []), ...cell] : cell))
  const words = row.words.map((one, i) => (i === column ? (above.words[column] ?? '') + one : one))
  return { ...row, words, row: { ...row.row, cells, line: above.row.line, isApart: above.row.isApart } }
}

function startsOwnLabel(words: string): boolean {
  return OWN_LABEL.test(words) || readNumber(words) !== null
}

function join(above: Read, row: Read): void {
  for (const [column, cell] of row.row.cells.entries()) {
    const target = above.row.cells[column]
    if (isEmptyCell(cell) || !target) continue
    target.push(...cell)
    above.words[column] = (above.words[column] ?? '') + (row.words[column] ?? '')
    above.lastPiece[column] = row.words[column]?.length ?? 0
  }
}
