/** Workbooks written part by part, for what no writer of workbooks would write. */

import { makeZip } from '../../../../bench/formats/make-zip.ts'
import { ingest, type Limits, type SourceDocument } from '../../src/index.ts'
import { show } from '../helpers.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface SheetXml {
  readonly name: string
  /** Rows, and what follows them outside <sheetData>. */
  readonly rows: string
  readonly before?: string
  readonly after?: string
  readonly state?: 'hidden' | 'veryHidden'
}

export interface BookXml {
  readonly sheets: readonly SheetXml[]
  /** Inside <sst>. */
  readonly strings?: string
  /** Formats of the cell styles 0, 1, 2 … */
  readonly formats?: readonly string[]
  readonly is1904?: boolean
  /** Instead of the list of the sheets. */
  readonly listing?: string
  /** In front of the first sheet's XML. */
  readonly prolog?: string
}

export function bookFile({ sheets, strings = '', formats = [], is1904 = false, prolog = '', listing }: BookXml): Uint8Array {
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const own = sheets.map((_, i) => relationship(`s${i}`, 'worksheet', `worksheets/sheet${i}.xml`))
  const listed = sheets.map(
    ({ name, state }, i) => `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="s${i}"/>`,
  )
  return makeZip([
    { name: '[Content_Types].xml', content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    { name: '_rels/.rels', content: `<Relationships>${relationship('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>` },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${own.join('')}${relationship('t', 'sharedStrings', 'sharedStrings.xml')}${relationship('y', 'styles', 'styles.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${listing ?? listed.join('')}</sheets></workbook>`,
    },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${strings}</sst>` },
    { name: 'xl/styles.xml', content: stylesXml(formats) },
    ...sheets.map(({ rows, before = '', after = '' }, i) => ({
      name: `xl/worksheets/sheet${i}.xml`,
      content: `${i === 0 ? prolog : ''}<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
    })),
  ])
}

function stylesXml(formats: readonly string[]): string {
  const numFmts = formats.map(
    (code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`,
  )
  const styles = formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`)
  // Styles of the first kind are no cell's own.
  return `<styleSheet xmlns="${MAIN}"><numFmts>${numFmts.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`
}

export const readBook = (parts: BookXml, limits: Partial<Limits> = {}): Promise<SourceDocument> =>
  ingest(bookFile(parts), { name: 'a.xlsx', sha256: '' }, { limits })

export const readRows = (rows: string, more: Omit<SheetXml, 'name' | 'rows'> & Omit<BookXml, 'sheets'> = {}): Promise<SourceDocument> =>
  readBook({ ...more, sheets: [{ name: 'Sheet1', rows, ...more }] })

/** Blocks of the file as short lines, tables row by row. */
export function linesOf({ reports }: SourceDocument): string[] {
  return reports.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text).join(' | ')) : [show(block)])),
  )
}
