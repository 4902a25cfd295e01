/** A reader's flow in tests: the text, and each table as rows of cells. */
import { expect } from 'vitest'
import type { Flow, FlowCell } from '../../src/flow.ts'
import { LIMITS, type Limits } from '../../src/limits.ts'
import type { Reader, Reading } from '../../src/reader.ts'

export async function flowOf(
  reader: Reader,
  bytes: Uint8Array,
  more: Partial<Reading> & { readonly limit?: Partial<Limits> } = {},
): Promise<Flow> {
  const { limit, ...reading } = more
  const read = await reader(bytes, {
    file: 'report',
    limits: { ...LIMITS, ...limit },
    format: 'pdf',
    pack: null,
    convert: null,
    ...reading,
  })
  if ('refused' in read) throw new Error(`refused: ${read.refused.code}`)
  expectPlaces(read)
  return read
}

/** Places are in order, lie in the text, hold no white space, and their boxes have an inside. */
function expectPlaces({ text, places }: Flow): void {
  let last = 0
  for (const { start, end, spot } of places) {
    expect(start).toBeGreaterThanOrEqual(last)
    expect(end).toBeLessThanOrEqual(text.length)
    expect(text.slice(start, end)).toMatch(/^\S+$/)
    last = end
    if (spot.kind !== 'box') throw new Error('a page has boxes')
    const [left, bottom, right, top] = spot.box
    expect(right).toBeGreaterThan(left)
    expect(top).toBeGreaterThan(bottom)
  }
}

/** Lines of the text that hold something, without indentation. */
export const linesOf = ({ text }: Flow): readonly string[] => text.split(/[\n\f\u2029]/).flatMap((line) => line.trim() || [])

/** Cells as text; a merged one says how many rows and columns it takes. */
export function tablesOf({ text, tables }: Flow): readonly (readonly string[])[] {
  const show = ({ spans, rowSpan, colSpan }: FlowCell): string => {
    const lines = Array.from({ length: spans.length / 2 }, (_, i) => text.slice(spans[2 * i], spans[2 * i + 1]))
    return lines.join('/') + (rowSpan > 1 || colSpan > 1 ? `{${rowSpan}x${colSpan}}` : '')
  }
  return tables.map(({ rows }) => rows.map((row) => row.map(show).join('|')))
}

/** The box of the place that holds the words. */
export function boxOf({ text, places }: Flow, words: string): readonly number[] {
  const at = text.indexOf(words)
  const place = places.find(({ start, end }) => start <= at && at < end)
  if (at < 0 || place?.spot.kind !== 'box') throw new Error(`no place of ${words}`)
  return [place.spot.page, ...place.spot.box]
}
