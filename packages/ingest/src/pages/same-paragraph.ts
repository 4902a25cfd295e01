/** Whether a line goes on in the next one: on a page this is a matter of margins, not of words. */
import { displayWidth } from '../characters.ts'
import { isClosed, isItemStart } from '../tidy/items.ts'
import { readNumber } from '../tidy/numbering.ts'
import { isSameSize, type Measure } from './measure.ts'
import type { TextLine } from './text-line.ts'

/** What may not be parted from the first character of a line, with the marks that may not start one. */
const FIRST_CHUNK = /^[“‘（《〈【(]*(?:[!-~\u00a1-\u024f０-９．，％]+|.)[，。、；：！？）》”’〉】％%),.;:]*/u
/** Stands at the margin, without indentation, below the last paragraph. */
const ATTACHMENT = /^附(件|表|录|图|注)/
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
  if (a.isSpread || b.isSpread || !isSameSize(a, b)) return false
  return isCutTitle(a, b, above) || goesOn(a, b, above, below)
}

function goesOn(a: TextLine, b: TextLine, above: Measure, below: Measure): boolean {
  if (a.sheet === b.sheet && b.y - a.y > above.pitch * 1.3) return false
  if (Math.abs(b.x1 - below.left) > b.size * 0.7 || !hasNoRoom(a, b, above.right - a.x2)) return false
  if (!isClosed(a.text.slice(-TAIL))) return true
  if (ATTACHMENT.test(b.text)) return false
  const isShort = b.x2 < below.right - b.size * 2
  if (isShort && !above.numbersAreIndented && readNumber(b.text)) return false
  if (above.isIndented) return true
  return above.isSpaced && a.sheet === b.sheet && !readNumber(b.text) && !isItemStart(b.text.replace(/\s/g, '').slice(0, 24))
}

/** A centred title that is too long for one line: larger than the text. */
function isCutTitle(a: TextLine, b: TextLine, { left, right, size }: Measure): boolean {
  const middle = (left + right) / 2
  if (a.sheet !== b.sheet || a.size < size * 1.1 || b.y - a.y > a.size * 2.2) return false
  if (Math.abs((a.x1 + a.x2) / 2 - middle) > a.size * 0.5 || Math.abs((b.x1 + b.x2) / 2 - middle) > b.size * 0.5) return false
  return b.x1 > left + b.size && hasNoRoom(a, b, right - left - (a.x2 - a.x1))
}

/** The first word of the next line did not fit into the room that the line left, in points. */
export function hasNoRoom(a: TextLine, b: TextLine, room: number): boolean {
  const chunk = FIRST_CHUNK.exec(b.text)?.[0] ?? ''
  let columns = 0
  let seams = 0
  let wasLatin = isLatin(a.text.charCodeAt(a.text.length - 1))
  for (let i = 0; i < chunk.length; i++) {
    const code = chunk.charCodeAt(i)
    columns += displayWidth(code)
    if (isLatin(code) !== wasLatin) seams++
    wasLatin = isLatin(code)
  }
  return (Math.max(2, columns) * EM + seams * SEAM) * b.size > room - a.size * 0.3
}

/** Setters put some space between ideographs and Latin letters or figures, in ems. */
const SEAM = 0.25

const isLatin = (code: number): boolean => code < 0x2000
