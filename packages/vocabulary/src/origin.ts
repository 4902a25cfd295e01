/** Where a piece of a document stands in the original, and the way back to it from the tidied text. */

/** One run of tidied text that maps straight onto the original. `length` characters at `tidy` stand at `original`. */
export interface Segment {
  readonly tidy: number
  /** Offset into `Origin.original`, not into the file. */
  readonly original: number
  readonly length: number
}

/**
 * Where a block or cell stands in the original text of the file.
 * `original` is the exact slice; `segments` lead from the tidied `text` back into that slice.
 * An empty `segments` means that the tidied text is the slice itself (for a table: that there is no one text).
 */
export interface Origin {
  /** UTF-16 offset of the slice in the decoded file. */
  readonly start: number
  readonly end: number
  /** First line of the slice, from 1. */
  readonly line: number
  readonly original: string
  readonly segments: readonly Segment[]
  /** From 1; only in files that mark their pages with form feeds. */
  readonly page?: number
}

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
