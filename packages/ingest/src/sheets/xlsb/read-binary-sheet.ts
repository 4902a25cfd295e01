/** One sheet of a binary workbook. Formulas are left out: their results are read. */
import type { CellBudget, Grid } from '../grid.ts'
import { GridBuilder } from '../grid.ts'
import { savedValue } from '../shown/digits.ts'
import { type NumberFormat, shownNumber, shownText } from '../shown/shown-number.ts'
import { errorName, shortNumber } from '../xls/saved-values.ts'
import type { CellFormats } from '../xlsx/styles.ts'
import { BINARY, type BinaryRecord, binaryRecords, wideString } from './binary-records.ts'

export interface BinaryContext {
  readonly strings: readonly string[]
  readonly formats: CellFormats
  readonly is1904: boolean
  readonly budget: CellBudget
}

export function readBinarySheet(bytes: Uint8Array, name: string, isHidden: boolean, context: BinaryContext): Grid {
  const grid = new GridBuilder(name, context.budget)
  let row = 0
  for (const record of binaryRecords(bytes)) {
    const { id, data } = record
    if (grid.isFull) break
    if (id === BINARY.row && data.byteLength >= 12) {
      row = data.getUint32(0, true)
      if (data.getUint8(11) & 0x10) grid.hideRows(row, row)
    } else if (id === BINARY.columns && data.byteLength >= 18) {
      if (data.getUint16(16, true) & 1) grid.hideColumns(data.getUint32(0, true), data.getUint32(4, true))
    } else if (id === BINARY.merge && data.byteLength >= 16) {
      const [top = 0, bottom = 0, left = 0, right = 0] = [0, 4, 8, 12].map((at) => data.getUint32(at, true))
      if (top <= bottom && left <= right) grid.merge({ top, left, bottom, right })
    } else if (CELLS.has(id) && data.byteLength >= 9) addCell(grid, row, record, context)
  }
  return grid.finish(isHidden)
}

const CELLS: ReadonlySet<number> = new Set([
  BINARY.shortNumber,
  BINARY.error,
  BINARY.truth,
  BINARY.number,
  BINARY.words,
  BINARY.sharedWords,
  BINARY.richWords,
  BINARY.formulaWords,
  BINARY.formulaNumber,
  BINARY.formulaTruth,
  BINARY.formulaError,
])

function addCell(grid: GridBuilder, row: number, record: BinaryRecord, context: BinaryContext): void {
  const column = record.data.getUint32(0, true)
  const format = context.formats(record.data.getUint32(4, true) & 0xffffff)
  if (row < LAST_ROW && column < LAST_COLUMN) grid.add({ row, column, ...contentOf(record, format, context), formula: null })
}

const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384

function contentOf({ id, data }: BinaryRecord, format: NumberFormat, context: BinaryContext): { text: string; value: string | null } {
  switch (id) {
    case BINARY.shortNumber:
      return shown(data.byteLength >= 12 ? shortNumber(data.getUint32(8, true)) : 0, format, context)
    case BINARY.number:
    case BINARY.formulaNumber:
      return shown(data.byteLength >= 16 ? data.getFloat64(8, true) : 0, format, context)
    case BINARY.truth:
    case BINARY.formulaTruth:
      return words(data.getUint8(8) === 1 ? 'TRUE' : 'FALSE')
    case BINARY.error:
    case BINARY.formulaError:
      return words(errorName(data.getUint8(8)))
    case BINARY.sharedWords:
      return words(shownText(data.byteLength >= 12 ? (context.strings[data.getUint32(8, true)] ?? '') : '', format))
    case BINARY.richWords:
      return words(shownText(wideString(data, 9), format))
    default:
      return words(shownText(wideString(data, 8), format))
  }
}

const words = (text: string) => ({ text, value: null })

function shown(number: number, format: NumberFormat, { is1904 }: BinaryContext): { text: string; value: string | null } {
  const saved = String(number)
  return { text: shownNumber(saved, format, is1904), value: format.isDate ? null : savedValue(saved) }
}
