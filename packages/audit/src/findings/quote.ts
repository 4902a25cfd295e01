/** Quotes: the clause or table row a figure stands in, verbatim, with the place of the figure inside it. */
import type { Block } from '@jiheng/ingest'
import { toOriginal } from '@jiheng/vocabulary'
import type { ClaimSet } from '../claims/claim-set.ts'
import type { Clause, Figure, Sentence } from '../claims/figure.ts'
import type { Where } from '../claims/whereabouts.ts'
import type { Quote } from './finding.ts'

/** A clause shorter than this is quoted with the one before it, so that a reader knows what it speaks of. */
const SHORT_CLAUSE = 8
/** So little is a date that leads in what is said. */
const SHORT_LEAD = 14
/** So few words say nothing by themselves. */
const FEW_WORDS = 6
/** A row or clause longer than this is cut round the figure. */
const MAX_QUOTE = 300

export function quoteFigure(set: ClaimSet, figure: Figure): Quote {
  const { anchor } = figure.claim
  const range = figure.seat.kind === 'text' ? clauseRange(set, figure) : rowRange(set, figure)
  return quoteRange(set, anchor.block, anchor.start, anchor.end, range, lineOf(set, anchor.block, anchor.start), anchor.cell)
}

/** Quotes words by their tidied offsets in a text block, with more of the text round them where it is given, or where they are few. */
export function quoteWords(set: ClaimSet, block: number, start: number, end: number, around?: Range): Quote {
  if (around !== undefined) return quoteAround(set, block, start, end, around)
  return end - start < FEW_WORDS ? quoteInClause(set, block, start, end) : quoteAround(set, block, start, end, { start, end })
}

function quoteAround(set: ClaimSet, block: number, start: number, end: number, around: Range): Quote {
  const content = set.report.blocks[block]
  if (content === undefined || !('text' in content)) throw new Error(`no text in block ${block}`)
  const from = toOriginal(content.at, start, 'start')
  const to = toOriginal(content.at, end, 'end')
  const line = lineOf(set, block, from)
  const range = { start: toOriginal(content.at, around.start, 'start'), end: toOriginal(content.at, around.end, 'end') }
  return quoteRange(set, block, from, to, range, line)
}

/** Quotes words with the clause that they stand in, and with the next one when that says too little. */
export function quoteInClause(set: ClaimSet, block: number, start: number, end: number): Quote {
  const sentences = set.sentencesOf.get(block) ?? []
  const sentence = sentences[indexAt(sentences, start)]
  const at = indexAt(sentence?.clauses ?? [], start)
  const clause = sentence?.clauses[at]
  if (sentence === undefined || clause === undefined || start >= clause.end) return quoteAround(set, block, start, end, { start, end })
  const last =
    clause.end - clause.start < SHORT_LEAD && !'（('.includes(clause.opener || '，') ? (sentence.clauses[at + 1] ?? clause) : clause
  return quoteAround(set, block, start, end, { start: clause.start, end: Math.max(end, last.end) })
}

/** Of the last range that begins at or before the offset; ranges are in order. */
function indexAt(ranges: readonly Range[], offset: number): number {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle] as Range).start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Quotes a cell of a table with its row; an empty cell is pointed at by the first filled cell of its row. */
export function quoteCell(set: ClaimSet, block: number, row: number, column: number): Quote {
  const content = set.report.blocks[block]
  const cells = content?.kind === 'table' ? (content.rows[row] ?? []) : []
  const cell = [cells[column], ...cells].find((entry) => entry !== undefined && entry.at.original.trim() !== '')
  if (content?.kind !== 'table' || cell === undefined) throw new Error(`no words in row ${row} of block ${block}`)
  const lead = cell.at.original.length - cell.at.original.trimStart().length
  const start = cell.at.start - content.at.start + lead
  const end = start + cell.at.original.trim().length
  const line = lineOf(set, block, start)
  return quoteRange(set, block, start, end, rangeOfRow(content, row) ?? { start, end }, line)
}

/** Quotes words of a heading or paragraph: the whole text round them when it is short. */
export function quoteBlock(set: ClaimSet, block: number): Quote {
  const content = set.report.blocks[block]
  if (content === undefined || !('text' in content)) throw new Error(`no text in block ${block}`)
  return quoteWords(set, block, 0, content.text.length)
}

/** Words of a numbered line that tell which it is. */
const LINE_WORDS = 60

/** Quotes a numbered heading or item by its number: the line up to its first clause. */
export function quoteNumber(set: ClaimSet, block: number): Quote {
  const content = set.report.blocks[block]
  const number = content?.kind === 'heading' ? content.number : content?.kind === 'paragraph' ? (content.lead?.number ?? null) : null
  if (content === undefined || number === null) throw new Error(`no number in block ${block}`)
  const { original } = content.at
  const words = original.slice(number.length, number.length + LINE_WORDS)
  const end = words.search(/[，,。：；;！？\n]|:(?!\d)/)
  const length = end >= 0 ? end : words.length
  return quoteRange(set, block, 0, number.length, { start: 0, end: number.length + length }, content.at.line)
}

interface Range {
  readonly start: number
  readonly end: number
}

/** Line of the running text. */
function lineOf(set: ClaimSet, block: number, offset: number): number {
  const at = set.report.blocks[block]?.at
  return (at?.line ?? 1) + (at?.original.slice(0, offset).match(/\n/g)?.length ?? 0)
}

function quoteRange(set: ClaimSet, block: number, start: number, end: number, range: Range, line: number, cell?: string): Quote {
  const at = set.report.blocks[block]?.at
  const original = at?.original ?? ''
  let from = Math.min(range.start, start)
  let to = Math.max(range.end, end)
  if (to - from > MAX_QUOTE) {
    from = Math.max(from, start - MAX_QUOTE / 2)
    to = Math.min(to, Math.max(end, from + MAX_QUOTE))
  }
  return {
    text: original.slice(from, to),
    start,
    end,
    textStart: from,
    report: set.reportIndex,
    block,
    ...(cell === undefined ? {} : { cell }),
    ...whereOfQuote(set, block, set.whereabouts((at?.start ?? 0) + start, line)),
  }
}

/** Where nothing is counted, the heading above tells where to look. */
function whereOfQuote(set: ClaimSet, block: number, where: Where): Where & Pick<Quote, 'section'> {
  if (where.line !== undefined || where.page !== undefined || where.cell !== undefined) return where
  const heading = set.sections.findLast((section) => section.block <= block)
  return heading === undefined ? where : { ...where, section: headingWords(set, heading) }
}

const MOST_HEADING = 24

/** As it is printed, number and all: what a person looks for in the file. Of a long one so much that it is found. */
function headingWords(set: ClaimSet, { block, title }: ClaimSet['sections'][number]): string {
  const content = set.report.blocks[block]
  if (content?.kind === 'heading') return shortened(`${content.number ?? ''}${content.text}`)
  // 四、问：“三公”经费…: too little to find it by.
  if (content?.kind === 'paragraph' && title.length < FEW_WORDS) return shortened(content.text.replace(/[。；？?].*$/s, ''))
  const number = content?.kind === 'paragraph' ? (content.lead?.number ?? '') : ''
  return shortened(`${number}${title}`)
}

const shortened = (text: string): string => (text.length > MOST_HEADING ? `${text.slice(0, MOST_HEADING)}…` : text)

function clauseRange(set: ClaimSet, figure: Figure): Range {
  const content = set.report.blocks[figure.claim.anchor.block]
  const seat = figure.seat
  if (seat.kind !== 'text' || content === undefined || !('text' in content)) return figure.claim.anchor
  const sentence = set.sentences[seat.sentence] as Sentence
  const clause = sentence.clauses[seat.clause] as Clause
  let start = clause.start
  for (let at = seat.clause - 1; at >= 0 && clause.end - start < SHORT_CLAUSE; at--) start = (sentence.clauses[at] as Clause).start
  return { start: toOriginal(content.at, start, 'start'), end: toOriginal(content.at, clause.end, 'end') }
}

function rowRange(set: ClaimSet, figure: Figure): Range {
  const content = set.report.blocks[figure.claim.anchor.block]
  const seat = figure.seat
  if (seat.kind !== 'cell' || content?.kind !== 'table') return figure.claim.anchor
  return rangeOfRow(content, seat.row) ?? figure.claim.anchor
}

function rangeOfRow(table: Extract<Block, { kind: 'table' }>, row: number): Range | null {
  const cells = (table.rows[row] ?? []).filter((cell) => cell.at.original !== '')
  if (cells.length === 0) return null
  return {
    start: Math.min(...cells.map((cell) => cell.at.start)) - table.at.start,
    end: Math.max(...cells.map((cell) => cell.at.end)) - table.at.start,
  }
}
