/** Proposed corrections as replacements: only in plain text, and only where it is certain which characters are meant. */
import type { Finding, RepairReason } from '@jiheng/audit'
import { repairLine } from '../wording/repair.ts'
import type { JsonObject } from './json.ts'
import { type Artifact, artifactLocation, exactText } from './locations.ts'

interface Way {
  readonly from: string
  readonly to: string
  readonly reason: RepairReason
}

/** The likeliest first; undefined when there are none. */
export function fixesOf(finding: Finding, artifact: Artifact): readonly JsonObject[] | undefined {
  const { repair } = finding
  if (repair === null) return undefined
  const ways: readonly Way[] = [repair, ...(repair.alternatives ?? [])]
  const fixes = ways.flatMap((way) => {
    const offset = offsetOf(way.from, finding, artifact)
    return offset === null ? [] : [fixOf(way, offset, artifact)]
  })
  const once = fixes.filter((fix, at) => fixes.findIndex((other) => JSON.stringify(other) === JSON.stringify(fix)) === at)
  return once.length > 0 ? once : undefined
}

function fixOf({ from, to, reason }: Way, charOffset: number, artifact: Artifact): JsonObject {
  const replacement = { deletedRegion: { charOffset, charLength: from.length }, insertedContent: { text: to } }
  return {
    description: { text: repairLine(from, to, reason) },
    artifactChanges: [{ artifactLocation: artifactLocation(artifact), replacements: [replacement] }],
  }
}

/** Where the words to replace stand in the file: once in the quoted clause, over the accused figure, not as a part of a longer number. */
function offsetOf(from: string, { quotes: [quote] }: Finding, { document }: Artifact): number | null {
  if (from === '' || quote === undefined) return null
  const text = exactText(quote, document)
  if (text === null) return null
  const found: number[] = []
  for (let at = quote.text.indexOf(from); at >= 0; at = quote.text.indexOf(from, at + 1)) {
    const start = quote.textStart + at
    if (start < quote.end && start + from.length > quote.start && isWhole(text.original, start, start + from.length)) found.push(start)
  }
  return found.length === 1 ? text.offset + (found[0] as number) : null
}

const isWhole = (text: string, start: number, end: number): boolean =>
  !(/\d/.test(text[start] ?? '') && /[\d.,，]/.test(text[start - 1] ?? '')) &&
  !(/\d/.test(text[end - 1] ?? '') && /\d/.test(text[end] ?? ''))
