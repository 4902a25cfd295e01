/** A zip file with some of its parts changed, and all others byte for byte as they were: order, packed bytes, names, dates, extra fields. */
import { crc32, deflateRawSync } from 'node:zlib'
import { type DirectoryEntry, type DirectoryOf, readDirectory } from './zip-directory.ts'

/** New content of a part; null takes the part out. A name that the package does not have is added at its end. */
export type PartChanges = ReadonlyMap<string, Uint8Array | null>

/** Names are compared as `openPackage` does. Throws PackageRefused where the directory of the zip is not what it says. */
export function rewritePackage(given: Uint8Array, changes: PartChanges): Uint8Array {
  // A Buffer's slice is no copy: what is changed below would change the file that was given.
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.length)
  const directory = readDirectory(bytes)
  const changed = new Map<DirectoryEntry, Uint8Array | null>()
  const added: Added[] = []
  for (const [name, content] of changes) {
    const entry = directory.find(name)
    if (entry) changed.set(entry, content)
    else if (content !== null) added.push({ name: new TextEncoder().encode(name), content })
  }
  return new ZipWriter(bytes, directory, changed).write(added)
}

/** A new package of these parts, in this order. Every entry bears the same date, so that the same parts give the same bytes. */
export function writePackage(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return rewritePackage(EMPTY_ZIP, parts)
}

const END = 22
const EMPTY_ZIP = Uint8Array.from({ length: END }, (_, at) => [0x50, 0x4b, 5, 6][at] ?? 0)

interface Added {
  readonly name: Uint8Array
  readonly content: Uint8Array
}

const LOCAL = 30
const CENTRAL = 46
const DEFLATED = 8
const VERSION = 20
const UTF8_NAME = 0x800
/** Sizes stand behind the data: no longer needed where the content is at hand. */
const SIZES_BEHIND = 0x8
const LEVEL_BITS = 0x6
/** 1980-01-01 in the dates of DOS. */
const FIRST_DAY = 0x21
const COUNT_TOP = 0xffff

class ZipWriter {
  readonly #pieces: Uint8Array[] = []
  readonly #central = new Map<DirectoryEntry, Uint8Array>()
  readonly #bytes: Uint8Array
  readonly #directory: DirectoryOf
  readonly #changed: ReadonlyMap<DirectoryEntry, Uint8Array | null>
  #length = 0

  constructor(bytes: Uint8Array, directory: DirectoryOf, changed: ReadonlyMap<DirectoryEntry, Uint8Array | null>) {
    this.#bytes = bytes
    this.#directory = directory
    this.#changed = changed
  }

  write(added: readonly Added[]): Uint8Array {
    const { inPlace, entries, bodyEnd, comment } = this.#directory
    this.#put(this.#bytes.subarray(0, inPlace[0]?.start ?? bodyEnd))
    for (const [at, entry] of inPlace.entries()) this.#entry(entry, inPlace[at + 1]?.start ?? bodyEnd)
    const news = added.map((one) => this.#add(one))
    const start = this.#length
    let count = news.length
    for (const entry of entries) {
      const central = this.#central.get(entry)
      if (central === undefined) continue
      this.#put(central)
      count++
    }
    for (const central of news) this.#put(central)
    // The reader allows far fewer entries than the field holds.
    if (count >= COUNT_TOP) throw new Error('too many entries for a plain zip')
    this.#put(endRecord(count, this.#length - start, start, comment))
    return this.#joined()
  }

  #entry(entry: DirectoryEntry, next: number): void {
    const content = this.#changed.get(entry)
    if (content === null) return
    const start = this.#length
    if (content === undefined) {
      this.#put(this.#bytes.subarray(entry.start, next))
      this.#central.set(entry, entry.movedTo(start))
      return
    }
    const local = this.#bytes.slice(entry.start, entry.start + LOCAL + entry.name.length)
    const central = this.#bytes.slice(entry.central, entry.central + CENTRAL + entry.name.length)
    local.set(entry.name, LOCAL)
    const packed = setContent(local, central, content, entry.flags & ~(SIZES_BEHIND | LEVEL_BITS))
    setNumber(central, 42, start, 4)
    // Extra fields of the entry may speak of its old sizes; a comment of a single entry has no reader.
    for (const field of [30, 32]) setNumber(central, field, 0, 2)
    setNumber(local, 28, 0, 2)
    setNumber(local, 26, entry.name.length, 2)
    this.#put(local)
    this.#put(packed)
    this.#central.set(entry, central)
  }

  #add({ name, content }: Added): Uint8Array {
    const local = new Uint8Array(LOCAL + name.length)
    const central = new Uint8Array(CENTRAL + name.length)
    setNumber(local, 0, 0x04034b50, 4)
    setNumber(central, 0, 0x02014b50, 4)
    setNumber(local, 12, FIRST_DAY, 2)
    setNumber(central, 14, FIRST_DAY, 2)
    setNumber(local, 26, name.length, 2)
    setNumber(central, 28, name.length, 2)
    local.set(name, LOCAL)
    central.set(name, CENTRAL)
    const packed = setContent(local, central, content, UTF8_NAME)
    setNumber(central, 4, VERSION, 2)
    setNumber(central, 42, this.#length, 4)
    this.#put(local)
    this.#put(packed)
    return central
  }

  #put(piece: Uint8Array): void {
    this.#pieces.push(piece)
    this.#length += piece.length
  }

  #joined(): Uint8Array {
    const whole = new Uint8Array(this.#length)
    let at = 0
    for (const piece of this.#pieces) {
      whole.set(piece, at)
      at += piece.length
    }
    return whole
  }
}

/** Writes flags, method, checksum and sizes into both headers; gives the packed bytes. */
function setContent(local: Uint8Array, central: Uint8Array, content: Uint8Array, flags: number): Uint8Array {
  const packed = new Uint8Array(deflateRawSync(content))
  for (const [header, from] of [
    [local, 4],
    [central, 6],
  ] as const) {
    setNumber(header, from, VERSION, 2)
    setNumber(header, from + 2, flags, 2)
    setNumber(header, from + 4, DEFLATED, 2)
    setNumber(header, from + 10, crc32(content), 4)
    setNumber(header, from + 14, packed.length, 4)
    setNumber(header, from + 18, content.length, 4)
  }
  return packed
}

function endRecord(count: number, size: number, start: number, comment: Uint8Array): Uint8Array {
  const end = new Uint8Array(END + comment.length)
  setNumber(end, 0, 0x06054b50, 4)
  setNumber(end, 8, count, 2)
  setNumber(end, 10, count, 2)
  setNumber(end, 12, size, 4)
  setNumber(end, 16, start, 4)
  setNumber(end, 20, comment.length, 2)
  end.set(comment, END)
  return end
}

function setNumber(into: Uint8Array, at: number, value: number, width: 2 | 4): void {
  const view = new DataView(into.buffer, into.byteOffset, into.length)
  if (width === 2) view.setUint16(at, value, true)
  else view.setUint32(at, value >>> 0, true)
}
