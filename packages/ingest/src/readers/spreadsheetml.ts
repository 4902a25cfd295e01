/** Excel's XML of 2003, which many office systems write and call .xls. */
import { PackageRefused } from '@jiheng/ooxml'
import type { Problem } from '@jiheng/vocabulary'
import { decode } from '../decode.ts'
import type { ReadFlow } from '../flow.ts'
import { packageProblem } from '../package-problem.ts'
import type { Reading } from '../reader.ts'
import { sheetFlow } from '../sheets/sheet-flow.ts'
import { readSpreadsheetXml } from '../sheets/spreadsheetml/read-spreadsheet-xml.ts'
import { withinBytes } from './text.ts'

export function readSpreadsheetMl(bytes: Uint8Array, { file, limits }: Reading): ReadFlow {
  const { part, problems } = withinBytes(bytes, file, limits.maxBytes)
  const decoded = decode(part, file)
  if (decoded.text === null) return { refused: decoded.problems[0] as Problem }
  try {
    const flow = sheetFlow(readSpreadsheetXml(decoded.text, limits), file, limits)
    return { ...flow, problems: [...problems, ...decoded.problems, ...flow.problems] }
  } catch (error) {
    if (error instanceof PackageRefused) return { refused: packageProblem(error, file) }
    throw error
  }
}
