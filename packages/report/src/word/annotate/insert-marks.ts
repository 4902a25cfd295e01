/**
 * The edits that put comment marks into a Word part. Runs are split where words begin or end inside them; what is written there has
 * a sign that only we write (two spaces before the end of a tag), so that `withoutMarks` can join them again exactly.
 */
import type { Edit } from '@jiheng/ooxml'
import type { MarkRange, Point } from './mark-range.ts'
import type { RunSpan, TextSpan } from './scan-runs.ts'

export interface Mark {
  readonly id: number
  readonly range: MarkRange
}

export interface MarkWriting {
  /** Of the elements: `w:`. */
  readonly prefix: string
  /** Of the attributes. */
  readonly attributePrefix: string
  /** Declared on each element of ours where the document declares no prefix that would do; '' else. */
  readonly declaration: string
  /** Id of the style of references, where the document has one. */
  readonly referenceStyle: string | null
}

/** The sign of what we split. */
export const SPLIT_SIGN = '  '

export function markEdits(xml: string, marks: readonly Mark[], writing: MarkWriting): readonly Edit[] {
  const places = new Map<number, { point: Point; ends: string[]; starts: string[] }>()
  const placeOf = (point: Point) => {
    const known = places.get(point.offset) ?? { point, ends: [], starts: [] }
    places.set(point.offset, known)
    return known
  }
  for (const { id, range } of marks) {
    const { start, end } = range
    if (start.offset === end.offset) placeOf(start).starts.push(startMark(id, writing) + endMark(id, writing))
    else {
      placeOf(start).starts.push(startMark(id, writing))
      placeOf(end).ends.push(endMark(id, writing))
    }
  }
  const cut = new Set<number>()
  return [...places.values()]
    .sort((a, b) => a.point.offset - b.point.offset)
    .flatMap(({ point, ends, starts }) => editsAt(xml, point, [...ends, ...starts].join(''), cut))
}

function startMark(id: number, { prefix, attributePrefix, declaration }: MarkWriting): string {
  return `<${prefix}commentRangeStart${declaration} ${attributePrefix}id="${id}"/>`
}

function endMark(id: number, { prefix, attributePrefix, declaration, referenceStyle }: MarkWriting): string {
  const style = referenceStyle === null ? '' : `<${prefix}rPr><${prefix}rStyle ${attributePrefix}val="${referenceStyle}"/></${prefix}rPr>`
  const end = `<${prefix}commentRangeEnd${declaration} ${attributePrefix}id="${id}"/>`
  return `${end}<${prefix}r${declaration}>${style}<${prefix}commentReference ${attributePrefix}id="${id}"/></${prefix}r>`
}

/** `cut`: the text elements that were cut already, further left. */
function editsAt(xml: string, point: Point, marks: string, cut: Set<number>): readonly Edit[] {
  const { offset } = point
  if (point.kind === 'between') return [{ start: offset, end: offset, text: marks }]
  const { run } = point
  const closing = `</${run.tag.name}>${marks}${opening(xml, run)}`
  if (point.kind === 'in-run') return [{ start: offset, end: offset, text: closing }]
  const { text } = point
  const { tag } = text.element
  const name = tag.name
  const isKept = /\sxml:space\s*=\s*["']preserve["']/.test(xml.slice(tag.start, tag.end))
  const kept = isKept ? '' : ' xml:space="preserve"'
  const edits: Edit[] = [{ start: offset, end: offset, text: `</${name}>${closing}${signed(xml.slice(tag.start, tag.end - 1) + kept)}` }]
  // Without the attribute Word drops white space at the ends: it would fall between the halves.
  const isFirst = !cut.has(tag.start)
  cut.add(tag.start)
  if (!isKept && isFirst && isSpaceBeside(xml, text, offset))
    edits.push({ start: tag.end - 1, end: tag.end - 1, text: `${SPLIT_SIGN}xml:space="preserve"` })
  return edits
}

const isSpaceBeside = (xml: string, text: TextSpan, offset: number): boolean => offset > text.start && /\s/.test(xml.charAt(offset - 1))

/** The run again: its tag and its properties. */
function opening(xml: string, { tag, contentStart }: RunSpan): string {
  return signed(xml.slice(tag.start, tag.end - 1)) + xml.slice(tag.end, contentStart)
}

const signed = (tag: string): string => `${tag}${SPLIT_SIGN}>`
