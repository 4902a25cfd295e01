/** Text of a document on a terminal: one line, with everything that could steer the terminal made visible. */
import { widthOf } from './width.ts'

export interface DisplayCell {
  readonly shown: string
  readonly columns: number
  /** UTF-16 offsets of what it stands for in the given text. */
  readonly start: number
  readonly end: number
}

/** One line that is safe to print. */
export function display(text: string): string {
  return toCells(text)
    .map((cell) => cell.shown)
    .join('')
}

/** One cell for each character that stays visible. White space is folded, line breaks between wide characters vanish. */
export function toCells(text: string): readonly DisplayCell[] {
  const cells: DisplayCell[] = []
  for (let start = 0; start < text.length; ) {
    const gap = spaceFrom(text, start)
    const end = gap > start ? gap : start + String.fromCodePoint(text.codePointAt(start) as number).length
    const shown =
      gap > start ? showSpace(text.slice(start, gap), cells.at(-1), text.codePointAt(gap)) : showCharacter(text.slice(start, end))
    if (shown !== '') cells.push({ shown, columns: widthOf(shown), start, end })
    start = end
  }
  return trimmed(cells)
}

function spaceFrom(text: string, start: number): number {
  let end = start
  while (end < text.length && isSpace(text.charCodeAt(end))) end++
  return end
}

function isSpace(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    unit === 0xa0 ||
    unit === 0x3000 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028
  )
}

function showSpace(space: string, before: DisplayCell | undefined, after: number | undefined): string {
  if (/[\n\r\v\f\u2028]/.test(space)) {
    const isBetweenWide = before?.columns === 2 && after !== undefined && widthOf(String.fromCodePoint(after)) === 2
    return isBetweenWide ? '' : ' '
  }
  return space === ' ' || space === '\u00a0' ? ' ' : '  '
}

function showCharacter(character: string): string {
  const codePoint = character.codePointAt(0) as number
  if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0)) return `\\x${codePoint.toString(16).padStart(2, '0')}`
  if (codePoint < 0xad) return character
  if (steersDirection.test(character) || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return `\\u${codePoint.toString(16)}`
  return invisible.test(character) ? '' : character
}

/** Bidirectional embeddings and isolates, and the paragraph separator: they can make a line read differently from what it says. */
const steersDirection = /[\u202a-\u202e\u2066-\u2069\u2029]/u
/** Format characters and variation selectors. */
const invisible = /\p{Cf}|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/u

function trimmed(cells: readonly DisplayCell[]): readonly DisplayCell[] {
  let from = 0
  let to = cells.length
  while (from < to && cells[from]?.shown.trim() === '') from++
  while (to > from && cells[to - 1]?.shown.trim() === '') to--
  return cells.slice(from, to)
}
