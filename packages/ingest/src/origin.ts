/** The way back: from offsets in tidied text to offsets in the original. */
import type { Origin } from './source-document.ts'

/**
 * From an offset in the tidied text to an offset in `at.original`, UTF-16 code units both.
 * `edge` says whether the offset starts or ends (exclusively) a range: beside something left out, the two differ.
 */
export function toOriginal(at: Origin, tidyOffset: number, edge: 'start' | 'end'): number {
  const { segments, original } = at
  if (segments.length === 0) return clamp(tidyOffset, original.length)
  const wanted = edge === 'start' ? tidyOffset : tidyOffset - 1
  let low = 0
  let high = segments.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((segments[middle]?.tidy ?? 0) <= wanted) low = middle
    else high = middle - 1
  }
  const segment = segments[low]
  if (!segment) return 0
  return segment.original + clamp(tidyOffset - segment.tidy, segment.length)
}

/** The same for a cell, but into the original of the table that holds it: what an `Anchor` asks for. */
export function cellToBlock(table: Origin, cell: Origin, tidyOffset: number, edge: 'start' | 'end'): number {
  return cell.start - table.start + toOriginal(cell, tidyOffset, edge)
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most))
}
