/** A zip file as named parts, read under limits. The only file that knows the zip library. */
import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { PACKAGE_LIMITS, type PackageLimits } from './limits.ts'
import { PackageRefused } from './refusal.ts'

export interface PackageEntry {
  /** With / between folders, never absolute, never upwards. */
  readonly name: string
  /** What the entry says of itself: inflated bytes. */
  readonly size: number
  readonly isEncrypted: boolean
}

export interface Package {
  readonly entries: readonly PackageEntry[]
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
  const byName = new Map<string, Entry>()
  const listed: PackageEntry[] = []
  for (const entry of entries) {
    const name = nameOf(entry)
    if (name === null || byName.has(name.toLowerCase())) continue
    byName.set(name.toLowerCase(), entry)
    listed.push({ name, size: entry.uncompressedSize, isEncrypted: entry.isEncrypted() })
  }
  let total = 0
  const stream = async (name: string, take: (piece: Uint8Array) => void): Promise<void> => {
    const entry = byName.get(name.toLowerCase())
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
  return { entries: listed, has: (name) => byName.has(name.toLowerCase()), stream, read }
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
    throw error instanceof PackageRefused ? error : new PackageRefused('damaged', '', wordsOf(error))
  }
  return entries
}

async function inflate(zip: ZipFile, entry: Entry, name: string, take: (piece: Uint8Array) => void): Promise<void> {
  if (entry.isEncrypted()) throw new PackageRefused('encrypted', name)
  let stream: Readable | null = null
  try {
    stream = await zip.openReadStreamPromise(entry)
    for await (const piece of stream) take(piece)
  } catch (error) {
    if (error instanceof PackageRefused) throw error
    const words = wordsOf(error)
    throw new PackageRefused(/too (many|few) bytes|size/i.test(words) ? 'lying-size' : 'damaged', name, words)
  } finally {
    stream?.destroy()
  }
}

const UTF8_NAME = 0x800

/** null for folders and for names that lead out of the package. */
function nameOf(entry: Entry): string | null {
  const raw = entry.fileNameRaw
  const name = (entry.generalPurposeBitFlag & UTF8_NAME ? lenient(raw, 'utf-8') : utf8OrGb(raw)).replaceAll('\\', '/')
  if (name === '' || name.endsWith('/') || name.includes('\0')) return null
  const parts = name.split('/').filter((part) => part !== '' && part !== '.')
  if (name.startsWith('/') || /^[a-z]:/i.test(name) || parts.includes('..')) return null
  return parts.join('/')
}

function utf8OrGb(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return lenient(raw, 'gb18030')
  }
}

const lenient = (raw: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(raw)

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
