/** The raw records of a zip, and a zip as programs write it that do not know the sizes beforehand. */
import { crc32, deflateRawSync } from 'node:zlib'
import type { Member } from '../../../bench/formats/make-zip.ts'

export interface EntryRecord {
  readonly name: string
  /** From its local header to the next one. */
  readonly local: Buffer
  /** Its header in the directory, without the offset of the local one. */
  readonly central: Buffer
}

/** In the order of the directory. */
export function entryRecords(bytes: Uint8Array): readonly EntryRecord[] {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const directory = zip.readUInt32LE(end + 16)
  const found: { name: string; start: number; central: Buffer }[] = []
  for (let at = directory; at < end; ) {
    const next = at + 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    const central = Buffer.from(zip.subarray(at, next))
    central.writeUInt32LE(0, 42)
    found.push({ name: zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)), start: zip.readUInt32LE(at + 42), central })
    at = next
  }
  const starts = [...found.map(({ start }) => start), directory].sort((a, b) => a - b)
  return found.map(({ name, start, central }) => ({
    name,
    central,
    local: zip.subarray(
      start,
      starts.find((one) => one > start),
    ),
  }))
}

/** Sizes stand behind the data, each entry has extra fields, the zip has a comment. */
export function withDescriptors(
  members: readonly Member[],
  { comment, extra }: { readonly comment: string; readonly extra: Buffer },
): Uint8Array {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content } of members) {
    const raw = Buffer.from(typeof content === 'string' ? Buffer.from(content) : content)
    const packed = deflateRawSync(raw)
    const bytes = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(8, 6)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(0x5a219c41, 10)
    local.writeUInt16LE(bytes.length, 26)
    local.writeUInt16LE(extra.length, 28)
    const behind = Buffer.alloc(16)
    behind.writeUInt32LE(0x08074b50, 0)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    local.copy(central, 6, 4, 30)
    central.writeUInt16LE(extra.length, 30)
    for (const [target, from] of [
      [behind, 4],
      [central, 16],
    ] as const) {
      target.writeUInt32LE(crc32(raw), from)
      target.writeUInt32LE(packed.length, from + 4)
      target.writeUInt32LE(raw.length, from + 8)
    }
    central.writeUInt32LE(at, 42)
    const entry = Buffer.concat([local, bytes, extra, packed, behind])
    pieces.push(entry)
    directory.push(Buffer.concat([central, bytes, extra]))
    at += entry.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(Buffer.byteLength(comment), 20)
  return Buffer.concat([...pieces, central, end, Buffer.from(comment)])
}
