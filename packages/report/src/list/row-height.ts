/** How high a row of wrapped text must be. Said in the file: not every program works it out when it opens one. */

const LINE = 13.5
const PADDING = 5
/** Of Excel. */
const MOST = 409
/** Of a column, in characters: what borders and the breaking of words take. */
const LOST = 1.5

/** Points; `cells` and `widths` (in narrow characters) belong together. */
export function rowHeight(cells: readonly unknown[], widths: readonly number[]): number {
  let lines = 1
  for (const [at, cell] of cells.entries()) if (typeof cell === 'string') lines = Math.max(lines, linesOf(cell, widths[at] ?? 10))
  return Math.min(MOST, lines * LINE + PADDING)
}

function linesOf(text: string, width: number): number {
  const most = Math.max(2, width - LOST)
  let lines = 0
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(narrowCharacters(line) / most))
  return lines
}

/** A Chinese character takes the place of two. */
function narrowCharacters(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) count += text.charCodeAt(at) < 0x2e80 && !isWideMark(text.charCodeAt(at)) ? 1 : 2
  return count
}

/** — ‘ ’ “ ” … × ÷ as Chinese fonts print them. */
const isWideMark = (code: number): boolean => (code >= 0x2010 && code <= 0x22ff) || code === 0xd7 || code === 0xf7
