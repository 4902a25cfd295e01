/** The room's door: bytes of a file in, its reports out. Never throws because of what the bytes hold; trouble is a value. */
import type { Problem } from '@jiheng/vocabulary'
import { decode } from './decode.ts'
import { LIMITS, type Limits } from './limits.ts'
import { readText } from './readers/text.ts'
import type { SourceDocument } from './source-document.ts'

/** `sha256` is the digest of `bytes`; the caller has a hash at hand, this room has none. */
export function ingest(bytes: Uint8Array, file: { name: string; sha256: string }, limits: Partial<Limits> = {}): SourceDocument {
  const allowed = { ...LIMITS, ...limits }
  const source = { name: file.name, bytes: bytes.length, sha256: file.sha256, format: 'text' } as const
  const nothing = (problem: Problem): SourceDocument => ({ file: source, reports: [], residue: [], problems: [problem] })
  if (bytes.length === 0) return nothing({ code: 'file.empty', at: [file.name], details: {} })
  const known = binaryKind(bytes)
  if (known) return nothing({ code: 'file.binary', at: [file.name], details: { reason: known } })
  const { part, problems } = withinBytes(bytes, file.name, allowed.maxBytes)
  const decoded = decode(part, file.name)
  if (decoded.text === null) return { file: source, reports: [], residue: [], problems: [...problems, ...decoded.problems] }
  const read = readText(decoded.text, file.name, allowed)
  return { file: source, reports: read.reports, residue: read.residue, problems: [...problems, ...decoded.problems, ...read.problems] }
}

/** First bytes of formats that are no text, whatever the file is called. */
const SIGNATURES: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gzip', [0x1f, 0x8b]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
]

function binaryKind(bytes: Uint8Array): string | null {
  const found = SIGNATURES.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte))
  return found?.[0] ?? null
}

function withinBytes(bytes: Uint8Array, file: string, maxBytes: number): { part: Uint8Array; problems: Problem[] } {
  if (bytes.length <= maxBytes) return { part: bytes, problems: [] }
  const problem: Problem = { code: 'file.too-large', at: [file], details: { bytes: bytes.length, limit: maxBytes } }
  return { part: bytes.subarray(0, wholeCharacters(bytes, maxBytes)), problems: [problem] }
}

/** The most bytes up to `end` that do not cut a character in two, in UTF-16 or UTF-8. */
function wholeCharacters(bytes: Uint8Array, end: number): number {
  if ((bytes[0] ?? 0) >= 0xfe) return end - (end % 2)
  for (let at = end; at > end - 4 && at > 0; at--) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) return at
  return end
}
