/** The one place that knows where the writer and reader of workbooks come from: they are loaded when the first workbook is made or read. */
export type { CellStyle, CellValue, ConditionalRule, WriteSheet } from 'hucre/xlsx'

import { PackageRefused } from '@jiheng/ooxml'
import type { CellValue, WriteSheet } from 'hucre/xlsx'

/** A workbook tells when it was made; where nobody says so, the first day that a zip file can name. */
const NO_DATE = '1980-01-01'

export interface Book {
  readonly title: string
  readonly author: string
  /** YYYY-MM-DD; null: not said. The same values give the same bytes. */
  readonly date: string | null
  readonly sheets: readonly WriteSheet[]
  /** So large that the table of all its strings might be longer than a text may be; else strings that recur are kept once. */
  readonly isLarge: boolean
}

export async function writeBook({ title, author, date, sheets, isLarge }: Book): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx')
  const day = date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : NO_DATE
  // The writer asks a date for nothing but its words; a date of ours would be read from the clock's time zone.
  const modified = { toISOString: () => `${day}T00:00:00.000Z` } as Date
  const properties = { title, creator: author, lastModifiedBy: author, created: modified, modified }
  return writeXlsx({
    sheets: [...sheets],
    properties,
    defaultFont: { name: '宋体', size: 10 },
    stringMode: isLarge ? 'inline' : 'shared',
  })
}

export interface BookSheet {
  readonly name: string
  /** Texts of cells: a share shown as percent as "95%", a date as YYYY-MM-DD, a figure with the fifteen digits that a spreadsheet keeps. */
  readonly rows: readonly (readonly string[])[]
}

/** Rows read of a sheet at most: forms that people fill have some thousands. */
const MOST_ROWS = 200_000

/** A workbook that people have filled; hidden sheets are left out, and `tellHidden` hears their names. Rejects with PackageRefused for what is no workbook, or an unsafe one. */
export async function readBook(bytes: Uint8Array, tellHidden: (name: string) => void = () => {}): Promise<readonly BookSheet[]> {
  await checkPackage(bytes)
  const { readXlsx } = await import('hucre/xlsx')
  const hiddenNames = new Set<string>()
  const book = await readXlsx(bytes, {
    readStyles: true,
    maxRows: MOST_ROWS,
    sheets: ({ name, hidden, veryHidden }) => {
      if (hidden || veryHidden) hiddenNames.add(name)
      return !hidden && !veryHidden
    },
  }).catch((error: unknown) => {
    throw new PackageRefused('damaged', '', error instanceof Error ? error.message : '')
  })
  for (const name of hiddenNames) tellHidden(name)
  return book.sheets.map(({ name, rows, cells }) => ({
    name,
    rows: rows.map((row, at) => row.map((value, column) => textOfValue(value, cells?.get(`${at},${column}`)?.style?.numFmt ?? ''))),
  }))
}

/** Inflated once under the limits that all our packages have, before a library that has none of its own takes it. */
async function checkPackage(bytes: Uint8Array): Promise<void> {
  const { openPackage } = await import('@jiheng/ooxml')
  const opened = await openPackage(bytes)
  for (const { name } of opened.entries) await opened.stream(name, () => {})
}

const DIGITS = 15

function textOfValue(value: CellValue, format: string): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'object')
    return value
      .toISOString()
      .replace(/T00:00:00\.000Z$/, '')
      .replace(/\.000Z$/, '')
  if (!Number.isFinite(value)) return ''
  // What has more digits than a spreadsheet keeps was a code, and has lost its end.
  if (Math.abs(value) >= 10 ** DIGITS) return value.toExponential(DIGITS - 1).replace(/\.?0*e\+/, 'E+')
  const isPercent = format.includes('%') && !format.includes('"')
  return isPercent ? `${plainNumber(value, 2)}%` : plainNumber(value, 0)
}

/** All digits, none of the float's own, and no exponent; `shifted` so many places to the left. */
function plainNumber(value: number, shifted: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(DIGITS - 1).split('e')
  const sign = mantissa.startsWith('-') ? '-' : ''
  const digits = mantissa.replace(/[-.]/g, '').replace(/0+$/, '') || '0'
  const point = Number(exponent) + 1 + shifted
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const whole = padded.slice(0, Math.max(1, point))
  const part = padded.slice(Math.max(1, point))
  return `${sign}${whole}${part === '' ? '' : `.${part}`}`
}
