/** The records of an old workbook's stream ([MS-XLS]). */

export interface XlsRecord {
  readonly id: number
  readonly data: DataView
  /** Where the next record begins. */
  readonly next: number
}

/** null behind the last whole record. */
export function recordAt(stream: Uint8Array, at: number): XlsRecord | null {
  if (at + 4 > stream.length) return null
  const head = new DataView(stream.buffer, stream.byteOffset + at, 4)
  const length = head.getUint16(2, true)
  if (at + 4 + length > stream.length) return null
  return { id: head.getUint16(0, true), data: new DataView(stream.buffer, stream.byteOffset + at + 4, length), next: at + 4 + length }
}

export const RECORD = {
  formula: 0x06,
  end: 0x0a,
  externSheet: 0x17,
  is1904: 0x22,
  password: 0x2f,
  continued: 0x3c,
  codePage: 0x42,
  columns: 0x7d,
  sheet: 0x85,
  numbers: 0xbd,
  richLabel: 0xd6,
  style: 0xe0,
  merges: 0xe5,
  strings: 0xfc,
  sharedLabel: 0xfd,
  book: 0x1ae,
  number: 0x203,
  label: 0x204,
  truthOrError: 0x205,
  string: 0x207,
  row: 0x208,
  array: 0x221,
  shortNumber: 0x27e,
  format: 0x41e,
  sharedFormula: 0x4bc,
  begin: 0x809,
} as const
