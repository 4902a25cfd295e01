/** What one table cell holds: a figure, a name, points beside a name, or neither. */
import type { Cell } from '@jiheng/ingest'
import { type PrintedNumber, scanCell, scanNumbers, unitsBySymbol } from '@jiheng/quantity'

const MAX_FIGURE_CELL = 40
const MAX_NAME = 40
/** Words that may stand beside the one figure of a cell. */
const BESIDE =
  /[\s≥≤<>＜＞=＝﹥﹤（）()*＊]|以上|以下|以内|不低于|不少于|不超过|不高于|不大于|不小于|大于|小于|等于|至少|达到|控制在|[含及约近余多]/g
const NO_NAME = /^(?:定性|定量|定性指标|定量指标|正向|反向|正向指标|反向指标|不适用|无|有|是|否|略)$/

export const bare = (text: string): string => text.replace(/\s/g, '')

/** The figure of a cell that holds one figure and nothing else but a comparator, a hedge or a price's "/头". */
export function soleFigure(text: string): PrintedNumber | null {
  if (text.length >= MAX_FIGURE_CELL) return null
  const found = scanCell(text)
  const only = found[0]
  if (only === undefined || found.length !== 1 || only.form !== 'digits' || only.isOrdinal) return null
  const rest = (text.slice(0, only.start) + text.slice(only.end)).replace(BESIDE, '')
  return rest === '' || perOf(rest) !== '' ? only : null
}

/** "/头" of "6元/头"; empty when the text is none. */
export function perOf(text: string): string {
  return /[/／](?:[\u4e00-\u9fff]{1,3}[·./／]?){1,3}$/.exec(text)?.[0] ?? ''
}

/** The same figure as if its unit cell stood right behind it: 1.6 | 万亩 is 1.6万亩. Null when the unit cell says no known unit. */
export function withUnitCell(text: string, number: PrintedNumber, unitCell: string): PrintedNumber | null {
  if (!/^[百千万亿]./.test(unitCell) || unitsBySymbol(unitCell).length > 0) return null
  const read = scanCell(text.slice(0, number.figureEnd) + unitCell)[0]
  return read === undefined || read.figureStart !== number.figureStart || read.quantity.unit === 'none'
    ? null
    : { ...read, end: number.end, figureEnd: number.figureEnd }
}

/** Words that name a row: not a sign, a unit, a code, a rule or a bare judgement. */
export function isName(text: string): boolean {
  return /[\u4e00-\u9fffA-Za-z]/.test(text) && text.length <= MAX_NAME && !NO_NAME.test(text) && !/^[0-9A-Za-z_-]{6,}$/.test(text)
}

/** "产出指标（40分）": the points of a group inside its label. */
export function pointsIn(cell: Cell): PrintedNumber | null {
  const found = scanNumbers(cell.text)
  const number = found.at(-1)
  if (number === undefined || found.length !== 1) return null
  const before = cell.text.charAt(number.start - 1)
  const after = cell.text.charAt(number.end)
  if (!(before === '（' || before === '(') || !(after === '）' || after === ')')) return null
  return number.quantity.unit === 'point' ? number : null
}

/** A name without its numbering and 其中: what the concept is looked up by. */
export function plainName(text: string): string {
  return text
    .replace(/^(?:[（(]?其\s*中[:：]?)/, '')
    .replace(/^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[、.．)）]|[①-⑳])/, '')
    .replace(/^(?:其中[:：]|#)/, '')
    .replace(/[（()）“”"]/g, '')
}
