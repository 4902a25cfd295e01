/** Cells as people fill them and systems export them: full-width digits, separators, units behind figures, codes with names. */
import { decimal, formatDecimal, parseDecimal, shift, unitById, unitsBySymbol } from '@jiheng/quantity'
import { isDate } from '../read/reading.ts'

/** Full-width letters, digits and signs as plain ones; blanks of any kind at the ends go. */
export function plainCell(text: string): string {
  return text
    .slice(0, MOST_CELL)
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u3000]/g, ' ')
    .replace(/[−–]/g, '-')
    .trim()
}

const MOST_CELL = 4000

export interface FigureCell {
  /** Canonical decimal. */
  readonly value: string
  /** As printed behind the figure; null when there is none. */
  readonly symbol: string | null
}

const FIGURE = /^([-+]?)(\d{1,3}(?:[,，]\d{3})+|\d+)(\.\d+)?(?:[eE]([-+]?\d{1,2}))?\s*([^\d\s.,()]{0,12})$/

/** "1,234.50", "(1,234)", "１２％", "¥ 12万元". null when it is none. */
export function readFigureCell(text: string): FigureCell | null {
  const plain = plainCell(text).replace(/^[¥￥]\s*/, '')
  const inside = /^\((.*)\)$/.exec(plain)?.[1]
  const [, sign = '', whole, part = '', exponent, symbol = ''] = FIGURE.exec(inside ?? plain) ?? []
  if (whole === undefined || (inside !== undefined && sign !== '')) return null
  const digits = `${sign === '-' || inside !== undefined ? '-' : ''}${whole.replace(/[,，]/g, '')}${part}`
  if (parseDecimal(digits) === null) return null
  const value = exponent === undefined ? decimal(digits) : shift(decimal(digits), Number(exponent))
  return { value: formatDecimal(value), symbol: symbol === '' ? null : symbol }
}

/** Unit id of a symbol or of an id; null when nobody knows it. */
export function unitOfCell(text: string): string | null {
  const plain = plainCell(text)
  return unitById(plain)?.id ?? unitsBySymbol(plain)[0]?.id ?? unitsBySymbol(text.trim())[0]?.id ?? null
}

/** What stands in brackets behind the words of a head: 数值（万元）, 金额(元), 单位：万元. */
export function unitOfHead(head: string): string | null {
  const plain = plainCell(head)
  const inside = /[(:]\s*(?:单位:?)?\s*([^()]{1,8})\)?$/.exec(plain)?.[1]
  return inside === undefined ? null : unitOfCell(inside)
}

/** Without what stands in brackets, and without blanks. */
export const wordsOfHead = (head: string): string =>
  plainCell(head)
    .replace(/\(.*?\)$/, '')
    .replace(/[\s*]/g, '')

export type CodeCell =
  | { readonly kind: 'code'; readonly code: string; readonly name: string }
  | { readonly kind: 'name'; readonly name: string }
  /** Digits are gone. */
  | { readonly kind: 'lost'; readonly name: string }

const SCIENTIFIC = /^(\d(?:\.(\d+))?)[eE]\+?(\d{1,2})$/

/** "219001-某某局", "219001 某某局", "[219001]某某局", "219001", "2.19001E+5", "某某局". */
export function readCodeCell(text: string): CodeCell {
  const plain = plainCell(text)
  const [number = '', tail = ''] = splitCode(plain)
  const [, mantissa, part = '', exponent] = SCIENTIFIC.exec(number) ?? []
  if (mantissa !== undefined) {
    // A code of as many digits as are still there comes back; a longer one was cut.
    if (part.length < Number(exponent)) return { kind: 'lost', name: tail }
    return { kind: 'code', code: formatDecimal(shift(decimal(mantissa), Number(exponent))), name: tail }
  }
  return number === '' ? { kind: 'name', name: plain } : { kind: 'code', code: number, name: tail }
}

/** A code is of plain letters, digits and hyphens; the name begins with a letter that is none of these. */
function splitCode(plain: string): readonly [string, string] {
  const [, bracketed, after] = /^[[【]([0-9A-Za-z][0-9A-Za-z.+-]*)[\]】]\s*(.*)$/.exec(plain) ?? []
  if (bracketed !== undefined) return [bracketed, after ?? '']
  const [, code, , name = ''] = /^([0-9A-Za-z](?:[0-9A-Za-z.+-]*[0-9A-Za-z])?)(\s*[-—_:|/\s]\s*|$)(.*)$/.exec(plain) ?? []
  return code === undefined ? ['', plain] : [code, name]
}

export interface PeriodCell {
  readonly from: string
  readonly to: string
}

/** "2023", "2023年度", "2023-12-31", "2023年6月30日", "2023-01-01至2023-06-30", "2023.01-2023.06" are read; null else. */
export function readPeriodCell(text: string): PeriodCell | null {
  const plain = plainCell(text)
  const year = /^((?:19|20)\d\d)\s*(?:年度?|全年)?$/.exec(plain)?.[1]
  if (year !== undefined) return { from: `${year}-01-01`, to: `${year}-12-31` }
  const day = readDateCell(plain)
  if (day !== null) return { from: day, to: day }
  const ends = plain.split(/\s*(?:至|到|~|—|--)\s*/)
  const [from, to] = [readDateCell(ends[0] ?? ''), readDateCell(ends[1] ?? '')]
  return ends.length === 2 && from !== null && to !== null && from <= to ? { from, to } : null
}

/** "2023-10-31", "2023/10/31", "2023.10.31", "2023年10月31日" as YYYY-MM-DD; null else. */
export function readDateCell(text: string): string | null {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]00:00(?::00)?)?$/.exec(plainCell(text)) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? date : null
}
