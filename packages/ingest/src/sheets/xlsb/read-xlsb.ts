/** Excel's binary workbook in a package. */
import { type Package, relationshipsOf } from '@jiheng/ooxml'
import type { Limits } from '../../limits.ts'
import { CellBudget, type Grid, type Workbook } from '../grid.ts'
import { type CellFormats, formatsOf } from '../xlsx/styles.ts'
import { BINARY, binaryRecords, wideString } from './binary-records.ts'
import { readBinarySheet } from './read-binary-sheet.ts'

export const BINARY_WORKBOOK = 'xl/workbook.bin'

/** Rejects with PackageRefused. */
export async function readXlsb(pack: Package, limits: Limits): Promise<Workbook> {
  const relationships = await relationshipsOf(pack, BINARY_WORKBOOK)
  const read = async (type: string): Promise<Uint8Array> => {
    const part = relationships.find((one) => one.type === type)?.target
    return part && pack.has(part) ? pack.read(part) : new Uint8Array()
  }
  const { sheets, is1904 } = listed(await pack.read(BINARY_WORKBOOK))
  const budget = new CellBudget(limits.maxCells)
  const context = { strings: stringsOf(await read('sharedStrings')), formats: formatsIn(await read('styles')), is1904, budget }
  const grids: Grid[] = []
  const parts = new Map(relationships.map(({ id, type, target }) => [id, type === 'worksheet' ? target : null]))
  for (const { id, name, isHidden } of sheets) {
    const part = parts.get(id)
    // A part is one sheet, however often it is listed.
    parts.delete(id)
    if (part && pack.has(part) && budget.cutAt === null) grids.push(readBinarySheet(await pack.read(part), name, isHidden, context))
  }
  return { grids, cutAt: budget.cutAt }
}

interface ListedSheet {
  readonly id: string
  readonly name: string
  readonly isHidden: boolean
}

function listed(bytes: Uint8Array): { sheets: ListedSheet[]; is1904: boolean } {
  const sheets: ListedSheet[] = []
  let is1904 = false
  for (const { id, data } of binaryRecords(bytes)) {
    if (id === BINARY.book && data.byteLength >= 4) is1904 = (data.getUint32(0, true) & 1) === 1
    if (id !== BINARY.sheet || data.byteLength < 16) continue
    const relationship = wideString(data, 8)
    sheets.push({ id: relationship, name: wideString(data, 12 + 2 * relationship.length), isHidden: data.getUint32(0, true) !== 0 })
  }
  return { sheets, is1904 }
}

function stringsOf(bytes: Uint8Array): readonly string[] {
  const strings: string[] = []
  for (const { id, data } of binaryRecords(bytes)) if (id === BINARY.sharedItem) strings.push(wideString(data, 1))
  return strings
}

function formatsIn(bytes: Uint8Array): CellFormats {
  const codes = new Map<number, string>()
  const styles: number[] = []
  let isInStyles = false
  for (const { id, data } of binaryRecords(bytes)) {
    if (id === BINARY.stylesBegin) isInStyles = true
    else if (id === BINARY.stylesEnd) isInStyles = false
    else if (id === BINARY.format && data.byteLength >= 6) codes.set(data.getUint16(0, true), wideString(data, 2))
    else if (id === BINARY.style && isInStyles && data.byteLength >= 4) styles.push(data.getUint16(2, true))
  }
  return formatsOf(styles, codes)
}
