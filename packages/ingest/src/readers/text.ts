/** Plain text: the decoded file is the running text, and its tables are still to be found. */
import type { Problem } from '@jiheng/vocabulary'
import { decode } from '../decode.ts'
import type { ReadFlow } from '../flow.ts'
import type { Limits } from '../limits.ts'

export function readText(bytes: Uint8Array, file: string, limits: Limits): ReadFlow {
  const { part, problems } = withinBytes(bytes, file, limits.maxBytes)
  const decoded = decode(part, file)
  if (decoded.text === null) return { refused: decoded.problems[0] as Problem }
  return { text: decoded.text, tables: [], places: [], sheets: [], pages: [], problems: [...problems, ...decoded.problems] }
}

/** The front of a file that is larger than the limit, and the problem that says so. */
export function withinBytes(bytes: Uint8Array, file: string, maxBytes: number): { part: Uint8Array; problems: Problem[] } {
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
