/** A zip written byte by byte, so that a test can also write one that lies. */
import { constants, crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

export interface Member {
  readonly name: string | Uint8Array
  readonly content: Uint8Array | string
  /** Left as it is: the content is what stands in the file, already packed. */
  readonly isPacked?: boolean
  readonly stored?: boolean
  /** What the directory says, where it is not the truth. */
  readonly size?: number
  readonly crc?: number
  readonly isEncrypted?: boolean
  /** The name is UTF-8 and says so. Without it names are what their bytes are, as archives of Chinese Windows are. */
  readonly saysUtf8?: boolean
  /** Unix mode, for links: 0o120777. */
  readonly mode?: number
  /** Stands on the bytes of the member with this index instead of its own. */
  readonly over?: number
}

export function makeZip(members: readonly Member[]): Uint8Array {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  const starts: number[] = []
  let at = 0
  for (const member of members) {
    const packed = pack(member)
    starts.push(member.over === undefined ? at : (starts[member.over] ?? 0))
    directory.push(header(member, packed, starts.at(-1) ?? 0))
    if (member.over !== undefined) continue
    const local = localHeader(member, packed)
    pieces.push(local, packed.bytes)
    at += local.length + packed.bytes.length
  }
  const central = Buffer.concat(directory)
  return Buffer.concat([...pieces, central, end(members.length, central.length, at)])
}

/** So many megabytes of one byte as a packed part, made without ever holding them. */
export function packedMegabytes(megabytes: number, byte = 0): Uint8Array {
  const one = deflateRawSync(Buffer.alloc(1024 * 1024, byte), { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array<Buffer>(megabytes).fill(one), Buffer.from([3, 0])])
}

interface Packed {
  readonly bytes: Buffer
  readonly method: number
  readonly size: number
  readonly crc: number
  readonly name: Buffer
}

function pack({ name, content, isPacked, stored, size, crc }: Member): Packed {
  const raw = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content.buffer, content.byteOffset, content.length)
  const bytes = isPacked || stored ? raw : deflateRawSync(raw)
  return {
    bytes,
    method: stored ? 0 : 8,
    size: size ?? raw.length,
    crc: crc ?? (isPacked ? 0 : crc32(raw)),
    name: Buffer.from(name),
  }
}

const flags = ({ isEncrypted, saysUtf8 }: Member): number => (isEncrypted ? 1 : 0) | (saysUtf8 ? 0x800 : 0)

function localHeader(member: Member, { bytes, method, size, crc, name }: Packed): Buffer {
  const header = Buffer.alloc(30)
  header.write('PK\x03\x04', 0, 'latin1')
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(flags(member), 6)
  header.writeUInt16LE(method, 8)
  header.writeUInt32LE(crc, 14)
  header.writeUInt32LE(bytes.length, 18)
  header.writeUInt32LE(size, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function header(member: Member, { bytes, method, size, crc, name }: Packed, start: number): Buffer {
  const header = Buffer.alloc(46)
  header.write('PK\x01\x02', 0, 'latin1')
  // Made on Unix where a mode is given, else on DOS.
  header.writeUInt16LE(member.mode === undefined ? 20 : 0x0314, 4)
  header.writeUInt16LE(20, 6)
  header.writeUInt16LE(flags(member), 8)
  header.writeUInt16LE(method, 10)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(bytes.length, 20)
  header.writeUInt32LE(size, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt32LE(((member.mode ?? 0) << 16) >>> 0, 38)
  header.writeUInt32LE(start, 42)
  return Buffer.concat([header, name])
}

function end(count: number, size: number, start: number): Buffer {
  const record = Buffer.alloc(22)
  record.write('PK\x05\x06', 0, 'latin1')
  record.writeUInt16LE(Math.min(count, 0xffff), 8)
  record.writeUInt16LE(Math.min(count, 0xffff), 10)
  record.writeUInt32LE(size, 12)
  record.writeUInt32LE(start, 16)
  if (count <= 0xffff) return record
  const wide = Buffer.alloc(56)
  wide.write('PK\x06\x06', 0, 'latin1')
  wide.writeBigUInt64LE(44n, 4)
  wide.writeBigUInt64LE(BigInt(count), 24)
  wide.writeBigUInt64LE(BigInt(count), 32)
  wide.writeBigUInt64LE(BigInt(size), 40)
  wide.writeBigUInt64LE(BigInt(start), 48)
  const locator = Buffer.alloc(20)
  locator.write('PK\x06\x07', 0, 'latin1')
  locator.writeBigUInt64LE(BigInt(start + size), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([wide, locator, record])
}

/** Members of an honest zip, inflated, in the order of its directory. */
export function readZip(bytes: Uint8Array): { readonly name: string; readonly content: Buffer }[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const last = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const members = []
  for (let at = zip.readUInt32LE(last + 16); at < last && zip.readUInt32LE(at) === 0x02014b50; ) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [number, number, number]
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20))
    const content = zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)
    members.push({ name: zip.toString('utf8', at + 46, at + 46 + name), content })
    at += 46 + name + extra + comment
  }
  return members
}
