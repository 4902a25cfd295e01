/** Whether a paragraph goes on in the next line: line breaks of a page or a scanner inside a sentence. */
import type { Line } from '../lines.ts'
import { isHeading } from './headings.ts'
import { hasLabel, isCaption, isClosed, isItemStart } from './items.ts'
import type { LineNumber } from './numbering.ts'
import { indentOf, isFull, type Wrap, wrapOf } from './wrap-width.ts'

export interface NumberedLine {
  readonly line: Line
  readonly number: LineNumber | null
  /** `head` without the number. */
  readonly rest: string
}

/** What the rest of the file says about its line breaks. */
export interface BreakContext {
  readonly clean: string
  readonly wrap: Wrap
  /** Paragraphs end with a mark here, so one without is likely to go on. */
  readonly endsAreMarked: boolean
  /** Whether two characters stand side by side somewhere else. */
  readonly isKnownPair: (pair: string) => boolean
}

const STARTS_WITH_MARK = /^[，、。；：！？）》”’〉】％,;)%]/
/** One ideograph and a mark: the end of a word that began above. */
const STARTS_WITH_FRAGMENT = /^[一-鿿][、，。；）》”]/
/** A figure with its unit: what it says of stands above. A year opens a paragraph. */
const STARTS_WITH_FIGURE = /^[\d０-９][\d０-９,，.．]*(万元|亿元|万|元|%|％|个|人|名|件|次|项|分|户|家|场|亩|公里|平方米|吨)/
const ENDS_OPEN = /[，、（(《“‘〈【,／/]$/
const ENDS_WITH_PARTICLE = /[的和与及或把被将向对从于以并且而其各该由使]$/
const PROSE = /[，。；,;]/
/** Words that open a paragraph rather than carry a sentence on. */
const OPENER =
  /^(我[一-鿿]|本[单部年项次局办中级]|20\d\d年|截至|截止|根据|按照|依据|为了|为进|通过|其中|综上|总体|总之|同时|此外|另外|对照|目前|今年|针对|经[过自综]|一方面|由于|因此|现将|无。?$)/
const ENDS_WITH_FIGURE = /\d(万元|亿元|元|%|％|个|人|名|件|次|分|项|辆)$/
/** Characters of a line that is more than a heading. */
const LONG = 20
const MOST_LOOKUPS = 200
const LOOKUP_LENGTH = 200_000

export function breakContext(clean: string, lines: readonly Line[]): BreakContext {
  const sample = clean.length > LOOKUP_LENGTH ? clean.slice(0, LOOKUP_LENGTH) : clean
  let lookups = 0
  return {
    clean,
    wrap: wrapOf(clean, lines),
    endsAreMarked: areEndsMarked(lines),
    isKnownPair: (pair) => lookups++ < MOST_LOOKUPS && sample.includes(pair),
  }
}

function areEndsMarked(lines: readonly Line[]): boolean {
  const prose = lines.filter(({ head }) => head.length >= LONG && PROSE.test(head))
  return prose.filter(({ tail }) => isClosed(tail)).length >= prose.length * 0.75
}

/** `first` is the line that the paragraph starts with, `a` its last line so far, `b` the next one. */
export function isContinued(first: NumberedLine, a: Line, b: NumberedLine, context: BreakContext): boolean {
  const next = b.line
  const isCutForLength = a.to === next.from
  if (a.endsParagraph || b.number || isCutForLength || isItemStart(next.head)) return false
  if (isClosed(a.tail)) return endsByChance(a, next, context)
  if (STARTS_WITH_MARK.test(next.head) || ENDS_OPEN.test(a.tail)) return true
  if (first.number && first.rest === '' && first.line === a) return next.whole && next.head.length <= 40
  const isHeadingSoFar = first.line === a && first.number !== null && isHeading(a, first.rest)
  if (!isHeadingSoFar && a.head.length >= 10 && STARTS_WITH_FRAGMENT.test(next.head) && !/^[无略有是否][。，]/.test(next.head)) return true
  if (!isHeadingSoFar && a.head.length >= 10 && STARTS_WITH_FIGURE.test(next.head) && !ENDS_WITH_FIGURE.test(a.tail)) return true
  if (isBracketOpen(context.clean, a)) return true
  if (context.wrap.width !== null) return isWrapped(a, next, context)
  if (isHeadingSoFar || isCaption(a.head)) return false
  return isOpenProse(a, next, context)
}

/** A sentence that ends where a full line ends, and nothing that sets paragraphs apart in this file follows. */
function endsByChance(a: Line, b: Line, { clean, wrap }: BreakContext): boolean {
  if (b.gap > 0 || !/[。；]$/.test(a.tail) || !isFull(clean, a, b, wrap) || !PROSE.test(b.head)) return false
  return wrap.isSpaced || (wrap.isIndented && indentOf(clean, b) < 2)
}

function isWrapped(a: Line, b: Line, { clean, wrap }: BreakContext): boolean {
  if (!isFull(clean, a, b, wrap)) return ENDS_WITH_PARTICLE.test(a.tail) && a.head.length >= 12
  return b.gap === 0 || b.newPage || !(wrap.isIndented && indentOf(clean, b) >= 2)
}

function isOpenProse(a: Line, b: Line, context: BreakContext): boolean {
  if (ENDS_WITH_PARTICLE.test(a.tail) && a.head.length >= 12) return true
  if (a.head.length < 15 || !(PROSE.test(b.head) || isClosed(b.tail))) return false
  const isOpener = OPENER.test(b.head) || hasLabel(b.head)
  if (isOpener && !b.newPage) return false
  if (ENDS_WITH_FIGURE.test(a.tail)) return false
  if (context.endsAreMarked && PROSE.test(a.head) && a.head.length >= LONG) return !isOpener || isMidWord(a, b, context)
  return b.newPage || isMidWord(a, b, context)
}

/** The last character above and the first one below make a pair that the file also writes on one line. */
function isMidWord(a: Line, b: Line, context: BreakContext): boolean {
  const pair = a.tail.slice(-1) + b.head.slice(0, 1)
  return /^[一-鿿]{2}$/.test(pair) && context.isKnownPair(pair)
}

const NEAR = 120

/** A bracket or quotation mark that was opened near the end of the line and not closed; a scanner mixes （ and (. */
function isBracketOpen(clean: string, { start, end }: Line): boolean {
  const near = clean.slice(Math.max(start, end - NEAR), end)
  if (near.lastIndexOf('《') > near.lastIndexOf('》') || near.lastIndexOf('“') > near.lastIndexOf('”')) return true
  return Math.max(near.lastIndexOf('（'), near.lastIndexOf('(')) > Math.max(near.lastIndexOf('）'), near.lastIndexOf(')'))
}
