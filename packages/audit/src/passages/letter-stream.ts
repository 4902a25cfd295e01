/** All paragraphs of a report as one line of letters, with the way back to the paragraph. */
import type { SourceReport } from '@jiheng/ingest'
import { hiddenNames, lettersOf, offsetsOf } from './letters.ts'

export interface LetterStream {
  readonly text: string
  /** In order: the block that begins at an offset of the line. */
  readonly blocks: readonly { readonly block: number; readonly from: number }[]
  readonly report: SourceReport
  readonly hidden: RegExp
  /** Offsets of the letters in their block, for the blocks that were asked for. */
  readonly offsets: Map<number, readonly number[]>
}

/** Words of one block; offsets into its tidied text. */
export interface LetterPlace {
  readonly block: number
  readonly start: number
  readonly end: number
}

/** The sketch of a report and the search for repeated passages read the same letters. */
export function letterStream(report: SourceReport): LetterStream {
  const known = read.get(report) ?? readLetters(report)
  read.set(report, known)
  return known
}

const read = new WeakMap<SourceReport, LetterStream>()

function readLetters(report: SourceReport): LetterStream {
  const hidden = hiddenNames(report.unit)
  const blocks: { block: number; from: number }[] = []
  let text = ''
  for (const [block, content] of report.blocks.entries()) {
    if (content.kind !== 'paragraph') continue
    const letters = lettersOf(content.text, hidden)
    if (letters !== '') blocks.push({ block, from: text.length })
    text += letters
  }
  return { text, blocks, report, hidden, offsets: new Map() }
}

export function blockAt({ blocks }: LetterStream, offset: number): LetterStream['blocks'][0] {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.from ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return blocks[low - 1] ?? { block: 0, from: 0 }
}

/** Of letters that go on in further blocks, the part in the first. */
export function placeOf(stream: LetterStream, start: number, length: number): LetterPlace {
  const { block, from } = blockAt(stream, start)
  const offsets = offsetsIn(stream, block)
  const last = Math.min(start - from + length, offsets.length) - 1
  return { block, start: offsets[start - from] as number, end: (offsets[last] as number) + 1 }
}

function offsetsIn({ report, hidden, offsets }: LetterStream, block: number): readonly number[] {
  const content = report.blocks[block]
  const known = offsets.get(block) ?? offsetsOf(content !== undefined && 'text' in content ? content.text : '', hidden)
  offsets.set(block, known)
  return known
}
