/** Spreadsheets: Office workbooks new, binary and old, and those of OpenDocument. */
import { PackageRefused } from '@jiheng/ooxml'
import type { ReadFlow } from '../flow.ts'
import { packageProblem } from '../package-problem.ts'
import type { Reading } from '../reader.ts'
import type { Workbook } from '../sheets/grid.ts'
import { readOds } from '../sheets/ods/read-ods.ts'
import { sheetFlow } from '../sheets/sheet-flow.ts'
import { readXls } from '../sheets/xls/read-xls.ts'
import { BINARY_WORKBOOK, readXlsb } from '../sheets/xlsb/read-xlsb.ts'
import { readXlsx } from '../sheets/xlsx/read-xlsx.ts'

export async function readWorkbook(bytes: Uint8Array, reading: Reading): Promise<ReadFlow> {
  const { file, limits } = reading
  try {
    return sheetFlow(await workbookOf(bytes, reading), file, limits)
  } catch (error) {
    if (error instanceof PackageRefused) return { refused: packageProblem(error, file) }
    throw error
  }
}

async function workbookOf(bytes: Uint8Array, { format, limits, pack }: Reading): Promise<Workbook> {
  if (format === 'xls') return readXls(bytes, limits)
  if (!pack) throw new Error('a workbook in a package needs its package')
  if (format === 'ods') return readOds(pack, limits)
  return pack.has(BINARY_WORKBOOK) ? readXlsb(pack, limits) : readXlsx(pack, limits)
}
