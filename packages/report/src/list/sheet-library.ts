/** The one place that knows where the writer of workbooks comes from: it is loaded when the first list is made. */
export type { CellStyle, CellValue, ConditionalRule, WriteSheet } from 'hucre/xlsx'

import type { WriteSheet } from 'hucre/xlsx'

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
