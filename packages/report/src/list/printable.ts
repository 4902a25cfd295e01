/** Words of other people's documents as they may stand in a cell or a paragraph of ours. */

/** XML has no place for most control characters; direction marks could make a figure read differently from what it says; a lone half of a character is none. */
const UNSEEN = /(?![\n])[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu

/** Cells of a quoted row are parted by tabs; empty ones say nothing. */
const CELL_GAP = /\t+/g

/** In goes any text, out comes what can be written and read: at most `most` UTF-16 units, cut at the end with …. Lines stay. */
export function printable(text: string, most: number): string {
  // Cut before the long work: a line of a megabyte is looked at once.
  const start = text.length > most * 4 ? text.slice(0, most * 4) : text
  const seen = start
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(CELL_GAP, '｜')
    .replace(UNSEEN, '\ufffd')
  return seen.length > most || start.length < text.length ? `${withoutHalf(seen.slice(0, most - 1))}…` : seen
}

/** The same as one line. */
export function printableLine(text: string, most: number): string {
  return printable(text.length > most * 4 ? text.slice(0, most * 4 + 1) : text, most)
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}

/** A cut may fall between the halves of a character. */
export const withoutHalf = (text: string): string => text.replace(/[\ud800-\udbff]$/, '').replace(/^[\udc00-\udfff]/, '')
