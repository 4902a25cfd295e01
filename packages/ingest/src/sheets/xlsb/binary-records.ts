/** The records of a binary workbook's parts ([MS-XLSB]). */

export interface BinaryRecord {
  readonly id: number
  readonly data: DataView
}

export const BINARY = {
  row: 0,
  shortNumber: 2,
  error: 3,
  truth: 4,
  number: 5,
  words: 6,
  sharedWords: 7,
  formulaWords: 8,
  formulaNumber: 9,
  formulaTruth: 10,
  formulaError: 11,
  sharedItem: 19,
  format: 44,
  style: 47,
  columns: 60,
  richWords: 62,
  book: 153,
  sheet: 156,
  merge: 176,
  stylesBegin: 617,
  stylesEnd: 618,
} as const

/** Up to the last whole record. */
export function* binaryRecords(bytes: Uint8Array): Generator<BinaryRecord> {
  const reader = { at: 0 }
  while (reader.at < bytes.length) {
    const id = variableNumber(bytes, reader, 2)
    const length = variableNumber(bytes, reader, 4)
    if (reader.at + length > bytes.length) return
    yield { id, data: new DataView(bytes.buffer, bytes.byteOffset + reader.at, length) }
    reader.at += length
  }
}

/** Seven bits a byte, the lowest first; the eighth says that another follows. */
function variableNumber(bytes: Uint8Array, reader: { at: number }, most: number): number {
  let value = 0
  for (let i = 0; i < most && reader.at < bytes.length; i++) {
    const byte = bytes[reader.at++] as number
    value += (byte & 0x7f) << (7 * i)
    if ((byte & 0x80) === 0) break
  }
  return value
}

/** A string with its length in four bytes; '' when it is cut off. */
export function wideString(data: DataView, at: number): string {
  if (at + 4 > data.byteLength) return ''
  const length = data.getUint32(at, true)
  if (length > (data.byteLength - at - 4) / 2) return ''
  return decoder.decode(new Uint8Array(data.buffer, data.byteOffset + at + 4, 2 * length))
}

const decoder = new TextDecoder('utf-16le')
