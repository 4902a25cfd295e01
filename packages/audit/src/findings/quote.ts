/** Quotes: the clause or table row a figure stands in, verbatim, with the place of the figure inside it. */
import { toOriginal } from '@jiheng/vocabulary'
import type { ClaimSet } from '../claims/claim-set.ts'
import type { Clause, Figure, Sentence } from '../claims/figure.ts'
import type { Quote } from './finding.ts'

/** A clause shorter than this is quoted with the one before it, so that a reader knows what it speaks of. */
const SHORT_CLAUSE = 8
/** A row or clause longer than this is cut round the figure. */
const MAX_QUOTE = 300

export function quoteFigure(set: ClaimSet, figure: Figure): Quote {
  const { anchor } = figure.claim
  const range = figure.seat.kind === 'text' ? clauseRange(set, figure) : rowRange(set, figure)
  return quoteRange(set, anchor.block, anchor.start, anchor.end, range, anchor.line, anchor.cell)
}

/** Quotes words by their tidied offsets in a text block. */
export function quoteWords(set: ClaimSet, block: number, start: number, end: number): Quote {
  const content = set.report.blocks[block]
  if (content === undefined || !('text' in content)) throw new Error(`no text in block ${block}`)
  const from = toOriginal(content.at, start, 'start')
  const to = toOriginal(content.at, end, 'end')
  const line = content.at.line + (content.at.original.slice(0, from).match(/\n/g)?.length ?? 0)
  return quoteRange(set, block, from, to, { start: from, end: to }, line)
}

interface Range {
  readonly start: number
  readonly end: number
}

function quoteRange(set: ClaimSet, block: number, start: number, end: number, range: Range, line?: number, cell?: string): Quote {
  const original = set.report.blocks[block]?.at.original ?? ''
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
    ...(line === undefined ? {} : { line }),
    ...(cell === undefined ? {} : { cell }),
  }
}

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
  const cells = (content.rows[seat.row] ?? []).filter((cell) => cell.at.original !== '')
  if (cells.length === 0) return figure.claim.anchor
  return {
    start: Math.min(...cells.map((cell) => cell.at.start)) - content.at.start,
    end: Math.max(...cells.map((cell) => cell.at.end)) - content.at.start,
  }
}
