/** A zip as it is written, entry by entry: no more than one entry is in memory. What goes in is packed already, so it is stored as it is. */
import { crc32 } from 'node:zlib'

export interface ZipEntry {
  /** With slashes. */
  readonly name: string
  readonly content: Uint8Array
}

/** What the fields of a plain zip hold. */
const mostBytes = 0xffff_ffff
const mostEntries = 0xffff

export class ZipTooLarge extends Error {
  override readonly name = 'ZipTooLarge'
}

/** 1980-01-01: the same entries give the same bytes. */
const firstDay = 0x21
const utf8Name = 0x800
const version = 20

/** Throws ZipTooLarge where a plain zip ends. */
export async function* zipStream(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const central: Buffer[] = []
  let offset = 0
  for await (const { name, content } of entries) {
    const path = Buffer.from(name)
    const start = offset
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(version, 0)
    fields.writeUInt16LE(utf8Name, 2)
    fields.writeUInt16LE(firstDay, 8)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(content.length, 14)
    fields.writeUInt32LE(content.length, 18)
    fields.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([signature(0x04034b50), fields, path])
    offset += local.length + content.length
    if (offset > mostBytes || central.length >= mostEntries) throw new ZipTooLarge('too large for a plain zip')
    yield local
    yield Buffer.from(content.buffer, content.byteOffset, content.length)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(start, 10)
    central.push(Buffer.concat([signature(0x02014b50), number16(version), fields, tail, path]))
  }
  const size = central.reduce((sum, { length }) => sum + length, 0)
  if (offset + size > mostBytes) throw new ZipTooLarge('too large for a plain zip')
  yield* central
  const end = Buffer.alloc(18)
  end.writeUInt16LE(central.length, 4)
  end.writeUInt16LE(central.length, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  yield Buffer.concat([signature(0x06054b50), end])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function number16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
