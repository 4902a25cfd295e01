/** Strings of old workbooks: in UTF-16 or its low bytes since 1997, in a code page before. */
import { RECORD, recordAt, type XlsRecord } from './records.ts'

export interface XlsText {
  /** A string at an offset, its length in one or two bytes; '' when it is cut off. */
  readonly read: (data: DataView, at: number, lengthBytes: 1 | 2) => string
}

export const WIDE_TEXT: XlsText = {
  read: (data, at, lengthBytes) => {
    if (at + lengthBytes + 1 > data.byteLength) return ''
    const length = lengthBytes === 1 ? data.getUint8(at) : data.getUint16(at, true)
    const flags = data.getUint8(at + lengthBytes)
    const start = at + lengthBytes + 1 + (flags & 8 ? 2 : 0) + (flags & 4 ? 4 : 0)
    return characters(bytesOf(data, start, length * (flags & 1 ? 2 : 1)), (flags & 1) === 1)
  },
}

/** `codePage` as Windows numbers it; what the decoder does not know is read as Chinese. */
export function narrowText(codePage: number): XlsText {
  const decoder = codePage === 950 ? new TextDecoder('big5') : new TextDecoder(codePage === 1252 ? 'windows-1252' : 'gb18030')
  return {
    read: (data, at, lengthBytes) => {
      if (at + lengthBytes > data.byteLength) return ''
      const length = lengthBytes === 1 ? data.getUint8(at) : data.getUint16(at, true)
      return decoder.decode(bytesOf(data, at + lengthBytes, length))
    },
  }
}

function bytesOf(data: DataView, at: number, length: number): Uint8Array {
  const from = Math.min(at, data.byteLength)
  return new Uint8Array(data.buffer, data.byteOffset + from, Math.min(length, data.byteLength - from))
}

const utf16 = new TextDecoder('utf-16le')

function characters(bytes: Uint8Array, isWide: boolean): string {
  if (isWide) return utf16.decode(bytes)
  let text = ''
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096))
  return text
}

/** The strings that cells share; they go on over records, and so does each of them. */
export function sharedTable(stream: Uint8Array, first: XlsRecord): readonly string[] {
  const reader = new SplitReader(stream, first)
  const count = reader.u32(4)
  const strings: string[] = []
  while (strings.length < count && !reader.isAtEnd) strings.push(reader.string())
  return strings
}

class SplitReader {
  readonly #stream: Uint8Array
  #record: XlsRecord
  #at = 0
  #isAtEnd = false

  constructor(stream: Uint8Array, first: XlsRecord) {
    this.#stream = stream
    this.#record = first
  }

  get isAtEnd(): boolean {
    if (this.#left === 0) this.#goOn()
    return this.#isAtEnd
  }

  get #left(): number {
    return this.#record.data.byteLength - this.#at
  }

  /** Skips some bytes, then reads. */
  u32(skip = 0): number {
    this.#skip(skip)
    return this.#number(4)
  }

  string(): string {
    const length = this.#number(2)
    const flags = this.#number(1)
    const runs = flags & 8 ? this.#number(2) : 0
    const extra = flags & 4 ? this.#number(4) : 0
    const text = this.#characters(length, (flags & 1) === 1)
    this.#skip(4 * runs + extra)
    return text
  }

  #goOn(): void {
    const next = recordAt(this.#stream, this.#record.next)
    this.#isAtEnd = next?.id !== RECORD.continued
    if (next && !this.#isAtEnd) {
      this.#record = next
      this.#at = 0
    }
  }

  #number(bytes: number): number {
    let value = 0
    for (let i = 0; i < bytes && !this.isAtEnd; i++) value += this.#record.data.getUint8(this.#at++) * 256 ** i
    return value
  }

  #skip(count: number): void {
    for (let left = count; left > 0 && !this.isAtEnd; ) {
      const step = Math.min(left, this.#left)
      this.#at += step
      left -= step
    }
  }

  /** Where the characters go on in another record, a byte says anew whether they are wide. */
  #characters(length: number, wide: boolean): string {
    let text = ''
    let isWide = wide
    while (text.length < length) {
      if (this.#left === 0) {
        this.#goOn()
        if (this.#isAtEnd) break
        isWide = (this.#number(1) & 1) === 1
      }
      const size = isWide ? 2 : 1
      const count = Math.min(length - text.length, Math.floor(this.#left / size))
      if (count === 0) break
      text += characters(bytesOf(this.#record.data, this.#at, count * size), isWide)
      this.#at += count * size
    }
    return text
  }
}
