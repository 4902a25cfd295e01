/** Whether the file breaks its lines at a fixed width, as text taken from a page does, and at which. */
import { displayWidth } from '../characters.ts'
import type { Line } from '../lines.ts'
import { isClosed } from './items.ts'

export interface Wrap {
  /** Display columns of a full line; null when a line is a paragraph. */
  readonly width: number | null
  /** First lines of paragraphs are indented, the others are not. */
  readonly isIndented: boolean
  /** Paragraphs are set apart by blank lines, and only they. */
  readonly isSpaced: boolean
}

const PARAGRAPH_A_LINE: Wrap = { width: null, isIndented: false, isSpaced: false }

const NARROWEST = 36
const WIDEST = 130
/** Punctuation that may not start a line pulls a word down with it. */
const RAGGED = 5

export function wrapOf(clean: string, lines: readonly Line[]): Wrap {
  if (lines.filter(({ start, end }) => end - start > WIDEST).length > lines.length * 0.2) return PARAGRAPH_A_LINE
  const measured = lines.filter((line) => line.tabs === 0).map((line) => ({ line, width: widthOf(clean, line) }))
  const long = measured.filter(({ width }) => width >= NARROWEST)
  const widths = long.map(({ width }) => width).sort((a, b) => a - b)
  const width = widths[Math.floor(widths.length * 0.97)] ?? 0
  const isTooWide = widths.filter((one) => one > WIDEST).length > widths.length * 0.1
  if (isTooWide || width > WIDEST || width < NARROWEST) return PARAGRAPH_A_LINE
  const full = long.filter((one) => Math.abs(one.width - width) <= RAGGED)
  const open = full.filter(({ line }) => !isClosed(line.tail))
  if (full.length < Math.max(4, measured.length * 0.15) || open.length < full.length * 0.6) return PARAGRAPH_A_LINE
  const indented = measured.filter(({ line }) => indentOf(clean, line) >= 2).length
  const isIndented = indented > measured.length * 0.1 && indented < measured.length * 0.8
  return { width, isIndented, isSpaced: !isIndented && areSpaced(lines) }
}

/** Behind nearly every line that ends a sentence and is not full, a blank line follows. */
function areSpaced(lines: readonly Line[]): boolean {
  const after = lines.filter((line, i) => i > 0 && lines[i - 1]?.tail.endsWith('。') && line.tabs === 0)
  return after.length >= 3 && after.filter(({ gap }) => gap > 0).length >= after.length * 0.6
}

/** No room was left for the first word of the next line: a figure with its unit is not broken. */
export function isFull(clean: string, line: Line, next: Line, wrap: Wrap): boolean {
  return wrap.width !== null && widthOf(clean, line) + firstWord(clean, next) >= wrap.width - RAGGED
}

/** Display columns of the figure or Latin word that the line starts with; 0 for any other beginning. */
function firstWord(clean: string, { start, end }: Line): number {
  const word = /^[\d０-９A-Za-z.,．，%％]+/.exec(clean.slice(start, Math.min(end, start + 30)))?.[0] ?? ''
  let width = 0
  for (let i = 0; i < word.length; i++) width += displayWidth(word.charCodeAt(i))
  return width > 0 ? width + 4 : 0
}

export function indentOf(clean: string, line: Line): number {
  let width = 0
  for (let i = line.from; i < line.start && width < 40; i++) width += displayWidth(clean.charCodeAt(i))
  return width
}

function widthOf(clean: string, line: Line): number {
  if (line.end - line.from > 2 * WIDEST) return 2 * WIDEST
  let width = 0
  for (let i = line.from; i < line.end; i++) width += displayWidth(clean.charCodeAt(i))
  return width
}
