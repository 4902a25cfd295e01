/** Whether text is a table of comma-separated values: told from its front, and never of prose or of columns set by tabs and spaces. */
import { decode } from '../decode.ts'
import { type CsvSeparator, csvRecords } from '../sheets/csv-records.ts'

const LOOK = 64 * 1024
const MOST_RECORDS = 200
/** Lines above the columns: a title, a unit. */
const MOST_TITLES = 4
const LONGEST_FIELD = 60

/** The separator of the values; null when the text is no such table. */
export function csvSeparator(text: string): CsvSeparator | null {
  const front = withoutLastLine(text.slice(0, LOOK), text.length > LOOK)
  const lines = front.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  if (lines.length < 2 || lines.filter((line) => line.includes('\t')).length > lines.length / 4) return null
  if (lines.filter((line) => /\S {2,}\S/.test(line)).length > lines.length / 2) return null
  return ([',', ';'] as const).find((separator) => areRecords(front, separator)) ?? null
}

/** `bytes` of a file that is text. */
export function looksLikeCsv(bytes: Uint8Array): boolean {
  const front = bytes.subarray(0, LOOK)
  const end = bytes.length > LOOK ? front.lastIndexOf(10) : front.length
  const { text } = decode(front.subarray(0, Math.max(0, end)), '')
  return text !== null && csvSeparator(text) !== null
}

function withoutLastLine(front: string, isCut: boolean): string {
  return isCut ? front.slice(0, Math.max(0, front.lastIndexOf('\n'))) : front
}

function areRecords(front: string, separator: CsvSeparator): boolean {
  const records = csvRecords(front, separator, MOST_RECORDS).filter((fields) => fields.some((field) => field.trim() !== ''))
  const first = records.findIndex((fields) => fields.length > 1)
  if (first < 0 && isQuotedColumn(front, separator)) return true
  if (first < 0 || first > MOST_TITLES) return false
  const below = records.slice(first)
  const columns = mostFrequent(below.map((fields) => fields.length))
  const alike = below.filter((fields) => fields.length === columns)
  if (columns < 2 || alike.length < (columns < 3 ? 4 : 2) || alike.length < below.length * 0.9) return false
  const fields = alike.flat().filter((field) => field.trim() !== '')
  const wordy = fields.filter((field) => field.length > LONGEST_FIELD || /[。；]/.test(field))
  // A whole report in cells: no prose has the same number of commas in every paragraph.
  const isRegular = columns >= 3 && below.length >= 5 && alike.length >= below.length * 0.97
  return fields.length > 0 && (isRegular || wordy.length <= fields.length * 0.2) && !areThousands(alike)
}

/** One column: lines that hold the separator are in quotes, and only they. */
function isQuotedColumn(front: string, separator: CsvSeparator): boolean {
  const lines = front.split(/\r\n|\r|\n/).filter((line) => line.includes(separator))
  return lines.length > 0 && lines.every((line) => /^"([^"]|"")*"$/.test(line))
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>()
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1)
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** `支出 1,234.00元`: the commas stand inside figures, and blanks or words around them. */
function areThousands(records: readonly (readonly string[])[]): boolean {
  const joints = records.flatMap((fields) => fields.slice(1).map((field, i) => [fields[i] ?? '', field] as const))
  const inFigures = joints.filter(([before, after]) => /(^|[^\d.])\d{1,3}$/.test(before) && /^\d{3}(?!\d)/.test(after))
  const loose = inFigures.filter(([before, after]) => !/^\d+$/.test(before) || !/^\d+(\.\d+)?$/.test(after))
  return loose.length > joints.length * 0.3
}
