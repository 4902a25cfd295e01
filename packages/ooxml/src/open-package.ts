/** A zip file as named parts, read under limits. The only file that knows the zip library. */
import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { safeName, saidName } from './entry-name.ts'
import { PACKAGE_LIMITS, type PackageLimits } from './limits.ts'
import { PackageRefused } from './refusal.ts'

export interface PackageEntry {
  /** With / between folders, never absolute, never upwards. */
  readonly name: string
  /** What the entry says of itself: inflated bytes. */
  readonly size: number
  readonly isEncrypted: boolean
  /** A symbolic link: its content is a path. */
  readonly isLink: boolean
}

export interface Package {
  readonly entries: readonly PackageEntry[]
  /** Names that no part may have: absolute, leading upwards, or taken already. Their content is out of reach. */
  readonly dropped: readonly string[]
  readonly has: (name: string) => boolean
  /** Inflates one part piece by piece. Rejects with PackageRefused. Names are compared without regard to case. */
  readonly stream: (name: string, take: (piece: Uint8Array) => void) => Promise<void>
  readonly read: (name: string) => Promise<Uint8Array>
}

/** Reads the directory only. Rejects with PackageRefused. */
export async function openPackage(bytes: Uint8Array, limits: Partial<PackageLimits> = {}): Promise<Package> {
  const allowed = { ...PACKAGE_LIMITS, ...limits }
  const zip = await openZip(bytes)
  if (zip.entryCount > allowed.maxEntries) throw new PackageRefused('too-many-entries', '', String(zip.entryCount))
  const entries = await entriesOf(zip, allowed)
  refuseOverlaps(entries)
  const { listed, dropped, find } = directoryOf(entries)
  let total = 0
  const stream = async (name: string, take: (piece: Uint8Array) => void): Promise<void> => {
    const entry = find(name)
    if (!entry) throw new PackageRefused('damaged', name, 'no such part')
    let own = 0
    await inflate(zip, entry, name, (piece) => {
      own += piece.length
      total += piece.length
      if (own > allowed.maxEntryBytes) throw new PackageRefused('entry-too-large', name)
      if (total > allowed.maxTotalBytes) throw new PackageRefused('too-large', name)
      take(piece)
    })
  }
  const read = async (name: string): Promise<Uint8Array> => {
    const pieces: Uint8Array[] = []
    await stream(name, (piece) => pieces.push(piece))
    return joined(pieces)
  }
  return { entries: listed, dropped, has: (name) => find(name) !== undefined, stream, read }
}

interface Directory {
  readonly listed: readonly PackageEntry[]
  readonly dropped: readonly string[]
  readonly find: (name: string) => Entry | undefined
}

function directoryOf(entries: readonly Entry[]): Directory {
  const exact = new Map<string, Entry>()
  const anyCase = new Map<string, Entry>()
  const listed: PackageEntry[] = []
  const dropped: string[] = []
  for (const entry of entries) {
    const said = nameOf(entry)
    if (said.endsWith('/')) continue
    const name = safeName(said)
    if (name === null || exact.has(name)) {
      dropped.push(said)
      continue
    }
    exact.set(name, entry)
    if (!anyCase.has(name.toLowerCase())) anyCase.set(name.toLowerCase(), entry)
    listed.push({ name, size: entry.uncompressedSize, isEncrypted: entry.isEncrypted(), isLink: isLink(entry) })
  }
  return { listed, dropped, find: (name) => exact.get(name) ?? anyCase.get(name.toLowerCase()) }
}

const UNIX = 3

function isLink({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  return versionMadeBy >> 8 === UNIX && ((externalFileAttributes >>> 16) & 0o170000) === 0o120000
}

const LOCAL_HEADER = 30

/** Parts that share their bytes are how a small file claims to be a very large one. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const inPlace = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let end = 0
  for (const entry of inPlace) {
    const start = entry.relativeOffsetOfLocalHeader
    if (start < end) throw new PackageRefused('overlap', nameOf(entry))
    end = start + LOCAL_HEADER + entry.fileNameLength + entry.compressedSize
  }
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  try {
    // Names are decoded by us: archives made in China hold GB18030 without saying so.
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }
    return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options)
  } catch (error) {
    throw new PackageRefused('damaged', '', wordsOf(error))
  }
}

async function entriesOf(zip: ZipFile, limits: PackageLimits): Promise<Entry[]> {
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry)
      if (entries.length > limits.maxEntries) throw new PackageRefused('too-many-entries')
    }
  } catch (error) {
    throw error instanceof PackageRefused ? error : brokenPart(error, '')
  }
  return entries
}

async function inflate(zip: ZipFile, entry: Entry, name: string, take: (piece: Uint8Array) => void): Promise<void> {
  if (entry.isEncrypted()) throw new PackageRefused('encrypted', name)
  let stream: Readable | null = null
  let sum = 0
  try {
    stream = await zip.openReadStreamPromise(entry)
    for await (const piece of stream) {
      sum = crc32(piece, sum)
      take(piece)
    }
  } catch (error) {
    throw error instanceof PackageRefused ? error : brokenPart(error, name)
  } finally {
    stream?.destroy()
  }
  if (sum !== entry.crc32) throw new PackageRefused('damaged', name, 'the checksum is wrong')
}

/** The library says in words what it met. */
function brokenPart(error: unknown, name: string): PackageRefused {
  const words = wordsOf(error)
  return new PackageRefused(/too many bytes|not enough bytes|size mismatch/.test(words) ? 'lying-size' : 'damaged', name, words)
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

const nameOf = ({ fileNameRaw, generalPurposeBitFlag }: Entry): string => saidName(fileNameRaw, generalPurposeBitFlag)

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
