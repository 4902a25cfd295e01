/** The directory of a zip file as bytes, for writing it again. Reading parts is open-package.ts. */
import { safeName, saidName } from './entry-name.ts'
import { PACKAGE_LIMITS } from './limits.ts'
import { PackageRefused } from './refusal.ts'

export interface DirectoryEntry {
  /** Offset of its local header, and of its header in the directory. */
  readonly start: number
  readonly central: number
  /** As its bytes are. */
  readonly name: Uint8Array
  readonly flags: number
  /** Its header in the directory for another offset of the local one. */
  readonly movedTo: (start: number) => Uint8Array
}

export interface DirectoryOf {
  /** In the order of the directory. */
  readonly entries: readonly DirectoryEntry[]
  /** In the order of their bytes. */
  readonly inPlace: readonly DirectoryEntry[]
  /** Where the bytes of the entries end. */
  readonly bodyEnd: number
  /** Of the whole zip. */
  readonly comment: Uint8Array
  /** The first of that name; else the first without regard to case. */
  readonly find: (name: string) => DirectoryEntry | undefined
}

const END = 22
const LOCATOR = 20
const CENTRAL = 46
const LOCAL = 30
const LONGEST_COMMENT = 0xffff
const WIDE = 0xffffffff

/** Throws PackageRefused. `bytes` is no Buffer: a slice of it is a copy. */
export function readDirectory(bytes: Uint8Array): DirectoryOf {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = endOf(view)
  const { start, count, limit } = directoryAt(view, end)
  if (count > PACKAGE_LIMITS.maxEntries) throw new PackageRefused('too-many-entries', '', String(count))
  const entries: DirectoryEntry[] = []
  let at = start
  while (entries.length < count) {
    if (at + CENTRAL > limit || view.getUint32(at, true) !== 0x02014b50) throw damaged('a header of the directory is missing')
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [number, number, number]
    const next = at + CENTRAL + name + extra + comment
    if (next > limit) throw damaged('the directory is cut off')
    entries.push(entryAt(bytes, view, at, next))
    at = next
  }
  const inPlace = [...entries].sort((a, b) => a.start - b.start)
  for (const [i, entry] of inPlace.entries()) {
    if (i > 0 && entry.start < (inPlace[i - 1]?.start ?? 0) + LOCAL) throw new PackageRefused('overlap')
    if (entry.start + LOCAL > start || view.getUint32(entry.start, true) !== 0x04034b50) throw damaged('an entry is not where it should be')
  }
  return { entries, inPlace, bodyEnd: start, comment: bytes.slice(end + END), find: finder(entries) }
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, next: number): DirectoryEntry {
  const header = bytes.subarray(at, next)
  const name = bytes.subarray(at + CENTRAL, at + CENTRAL + view.getUint16(at + 28, true))
  const field = offsetField(view, at, next)
  const movedTo = (start: number): Uint8Array => {
    const moved = header.slice()
    const target = new DataView(moved.buffer)
    if (field.isWide) target.setBigUint64(field.at - at, BigInt(start), true)
    else target.setUint32(field.at - at, start, true)
    return moved
  }
  const start = field.isWide ? Number(view.getBigUint64(field.at, true)) : view.getUint32(field.at, true)
  return { start, central: at, name, flags: view.getUint16(at + 8, true), movedTo }
}

/** Where the header holds the offset of the entry: in its own field, or in the extra field of large zips behind the sizes that stand there. */
function offsetField(view: DataView, at: number, next: number): { readonly at: number; readonly isWide: boolean } {
  if (view.getUint32(at + 42, true) !== WIDE) return { at: at + 42, isWide: false }
  const before = [24, 20].filter((field) => view.getUint32(at + field, true) === WIDE).length * 8
  const last = next - view.getUint16(at + 32, true)
  for (let extra = at + CENTRAL + view.getUint16(at + 28, true); extra + 4 <= last; ) {
    const length = view.getUint16(extra + 2, true)
    if (view.getUint16(extra, true) === 1 && length >= before + 8 && extra + 4 + length <= last)
      return { at: extra + 4 + before, isWide: true }
    extra += 4 + length
  }
  throw damaged('an entry does not say where it is')
}

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - END - LONGEST_COMMENT)
  for (let at = view.byteLength - END; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50 && at + END + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  throw damaged('no end of the directory')
}

/** From the end record, or from the one of large zips in front of it. */
function directoryAt(view: DataView, end: number): { readonly start: number; readonly count: number; readonly limit: number } {
  const plain = { start: view.getUint32(end + 16, true), count: view.getUint16(end + 10, true), limit: end }
  if (plain.start !== WIDE && plain.count !== 0xffff) return checked(plain)
  const locator = end - LOCATOR
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return checked(plain)
  const wide = Number(view.getBigUint64(locator + 8, true))
  if (wide + 56 > locator || view.getUint32(wide, true) !== 0x06064b50) throw damaged('no end of the directory')
  return checked({ start: Number(view.getBigUint64(wide + 48, true)), count: Number(view.getBigUint64(wide + 32, true)), limit: wide })
}

function checked<T extends { readonly start: number; readonly limit: number }>(found: T): T {
  if (found.start > found.limit) throw damaged('the directory is not where it should be')
  return found
}

function finder(entries: readonly DirectoryEntry[]): DirectoryOf['find'] {
  const exact = new Map<string, DirectoryEntry>()
  const anyCase = new Map<string, DirectoryEntry>()
  for (const entry of entries) {
    const said = saidName(entry.name, entry.flags)
    const name = said.endsWith('/') ? null : safeName(said)
    if (name === null || exact.has(name)) continue
    exact.set(name, entry)
    if (!anyCase.has(name.toLowerCase())) anyCase.set(name.toLowerCase(), entry)
  }
  return (name) => exact.get(name) ?? anyCase.get(name.toLowerCase())
}

const damaged = (words: string): PackageRefused => new PackageRefused('damaged', '', words)
