/** From pieces of words to two points in the XML between which they stand. */
import { charactersOf } from '@jiheng/ooxml'
import type { Extent, ParagraphSpan, PartRuns, RunSpan, TextSpan } from './scan-runs.ts'
import type { Piece } from './targets.ts'

/** Where a mark goes. Inside a run, the run is closed before it and opened again behind it; inside a text element that as well. */
export type Point =
  | { readonly kind: 'between'; readonly offset: number }
  | { readonly kind: 'in-run'; readonly offset: number; readonly run: RunSpan }
  | { readonly kind: 'in-text'; readonly offset: number; readonly run: RunSpan; readonly text: TextSpan }

export interface MarkRange {
  readonly start: Point
  readonly end: Point
}

export interface Parts {
  readonly xml: string
  /** The document, and the parts of notes by name. */
  readonly main: PartRuns
  readonly mainPart: string
  readonly others: ReadonlyMap<string, PartRuns>
}

/** null where the words are not found where the reader saw them. */
export function rangeOfPieces(parts: Parts, pieces: readonly Piece[]): MarkRange | null {
  const [first] = pieces
  const last = pieces.at(-1)
  if (!first || !last || !pieces.every((piece) => isThere(parts, piece))) return null
  const from = rangeOfPiece(parts, first)
  const to = first === last ? from : rangeOfPiece(parts, last)
  if (!from || !to) return from
  // Notes and tables inside cells follow in the text where they do not in the file.
  return from.start.offset < to.end.offset ? { start: from.start, end: to.end } : from
}

/** From the beginning to the end of a paragraph's runs, so many characters at most. */
export function rangeOfParagraph({ runs, emptyAt }: ParagraphSpan, most: number): MarkRange | null {
  const told = runs.filter(({ texts }) => texts.length > 0)
  const [first] = told
  if (!first) return emptyAt === null ? null : { start: { kind: 'between', offset: emptyAt }, end: { kind: 'between', offset: emptyAt } }
  let last = first
  let length = lengthOf(first)
  for (const run of told.slice(1)) {
    length += lengthOf(run)
    if (length > most) break
    last = run
  }
  const end = last.outer.end > first.outer.start ? last.outer.end : first.outer.end
  return { start: { kind: 'between', offset: first.outer.start }, end: { kind: 'between', offset: end } }
}

const lengthOf = ({ texts }: RunSpan): number => texts.reduce((sum, { text }) => sum + text.length, 0)

const SHORT = 40

function rangeOfPiece({ xml, main, mainPart, others }: Parts, { spot, at, text }: Piece): MarkRange | null {
  if (spot.part !== mainPart) {
    // Word leaves out comments in notes, so the reference to the note is marked.
    const note = others.get(spot.part)?.paragraphs.get(spot.paragraph)?.note
    const reference = note === undefined || note === null ? undefined : main.notes.get(note)
    return reference ? around(reference) : null
  }
  const paragraph = main.paragraphs.get(spot.paragraph)
  if (!paragraph) return null
  if (spot.run === null) return rangeOfParagraph(paragraph, SHORT)
  const run = paragraph.runs[spot.run]
  if (!run) return rangeOfParagraph(paragraph, SHORT)
  if (at === null || text === '' || !run.canBeCut) return around(run.outer)
  return { start: startPoint(xml, run, at), end: endPoint(xml, run, at + text.length) }
}

function around({ start, end }: Extent): MarkRange {
  return { start: { kind: 'between', offset: start }, end: { kind: 'between', offset: end } }
}

function startPoint(xml: string, run: RunSpan, at: number): Point {
  const text = run.texts.find((one) => one.at <= at && at < one.at + one.text.length)
  if (!text || !isCuttable(text)) return { kind: 'between', offset: run.outer.start }
  const { tag } = text.element
  if (at > text.at || xml.slice(tag.end, text.start) !== '') return inText(xml, run, text, at, 'start')
  if (isBlank(xml, run.contentStart, tag.start)) return { kind: 'between', offset: run.outer.start }
  return { kind: 'in-run', offset: tag.start, run }
}

function endPoint(xml: string, run: RunSpan, at: number): Point {
  const text = run.texts.find((one) => one.at < at && at <= one.at + one.text.length)
  if (!text || !isCuttable(text)) return { kind: 'between', offset: run.outer.end }
  const { end } = text.element
  if (at < text.at + text.text.length || !xml.startsWith('</', text.end)) return inText(xml, run, text, at, 'end')
  if (isBlank(xml, end, run.closeStart)) return { kind: 'between', offset: run.outer.end }
  return { kind: 'in-run', offset: end, run }
}

const isCuttable = ({ element, isCdata }: TextSpan): boolean => element.isDirect && !isCdata

const isBlank = (xml: string, start: number, end: number): boolean => /^\s*$/.test(xml.slice(start, end))

/** Never between the two halves of one character. */
function inText(xml: string, run: RunSpan, text: TextSpan, at: number, edge: 'start' | 'end'): Point {
  const written = charactersOf(xml.slice(text.start, text.end)).written
  const inside = at - text.at
  const isInside = /^[\ud800-\udbff][\udc00-\udfff]/.test(text.text.slice(inside - 1, inside + 1))
  const whole = isInside ? inside + (edge === 'start' ? -1 : 1) : inside
  return { kind: 'in-text', offset: text.start + written(whole), run, text }
}

/** Whether the piece reads as the reader said. */
function isThere({ main, mainPart, others }: Parts, { spot, at, text }: Piece): boolean {
  const paragraph = (spot.part === mainPart ? main : others.get(spot.part))?.paragraphs.get(spot.paragraph)
  if (!paragraph) return false
  if (spot.run === null || at === null) return true
  const found = paragraph.runs[spot.run]?.texts ?? []
  let [left, from] = [text, at]
  for (const one of found) {
    if (left === '' || one.at + one.text.length <= from) continue
    const here = one.text.slice(from - one.at, from - one.at + left.length)
    if (!isSame(here, left.slice(0, here.length))) return false
    left = left.slice(here.length)
    from += here.length
  }
  return left === ''
}

/** White space and what XML cannot hold are a space to the reader; a look-alike of an ideograph is read as the ideograph. */
function isSame(found: string, said: string): boolean {
  if (found === said) return true
  if (found.length !== said.length) return false
  for (let at = 0; at < said.length; at++) {
    const [a, b] = [found.charAt(at), said.charAt(at)]
    if (a !== b && !(BLANK.test(a) && BLANK.test(b)) && !LOOK_ALIKE.test(b)) return false
  }
  return true
}

const BLANK = /[\s\p{Cc}\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]/u
const LOOK_ALIKE = /[\u2e80-\u2fd5]/
