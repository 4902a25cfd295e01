/** Whether a line goes on in the next one: on a page this is a matter of margins, not of words. */
import { displayWidth } from '../characters.ts'
import { isClosed, isItemStart } from '../tidy/items.ts'
import { readNumber } from '../tidy/numbering.ts'
import { isSameSize, type Measure } from './measure.ts'
import type { TextLine } from './text-line.ts'

/** What may not be parted from the first character of a line, with the marks that may not start one. */
const FIRST_CHUNK = /^[“‘（《〈【(]*(?:[A-Za-z0-9０-９.,．，%％+\-－/]+|.)[，。、；：！？）》”’〉】％%),.;:]*/u
const TAIL = 8
const EM = 0.5

export interface Neighbours {
  readonly a: TextLine
  readonly b: TextLine
  /** Of the pages of `a` and of `b`. */
  readonly above: Measure
  readonly below: Measure
}

export function isSameParagraph({ a, b, above, below }: Neighbours): boolean {
  if (a.isSpread || b.isSpread || !isSameSize(a, b) || !isFull(a, b, above)) return false
  const indent = b.x1 - below.left
  if (Math.abs(indent) > b.size * 0.7) return false
  if (a.sheet === b.sheet && b.y - a.y > above.pitch * 1.3) return false
  if (!isClosed(a.text.slice(-TAIL))) return true
  if (readNumber(b.text) || isItemStart(b.text.replace(/\s/g, '').slice(0, 24))) return false
  return above.isIndented || (above.isSpaced && a.sheet === b.sheet)
}

/** The first word of the next line had no room here. */
function isFull(a: TextLine, b: TextLine, { right }: Measure): boolean {
  const chunk = FIRST_CHUNK.exec(b.text)?.[0] ?? ''
  let width = 0
  for (let i = 0; i < chunk.length; i++) width += displayWidth(chunk.charCodeAt(i))
  return a.x2 + Math.max(2, width) * EM * a.size > right - a.size * 0.3
}
