/** Places in the whole file, from the block-wise places of claims and quotes. */
import type { Finding, Quote } from '@jiheng/audit'
import type { SourceDocument } from '@jiheng/ingest'
import type { Anchor } from '@jiheng/vocabulary'
import type { Place } from '../mutants/mutant.ts'

const startOfBlock = (document: SourceDocument, report: number, block: number): number =>
  document.reports[report]?.blocks[block]?.at.start ?? Number.NaN

export function placeOfAnchor(document: SourceDocument, anchor: Anchor): Place {
  const from = startOfBlock(document, anchor.report, anchor.block)
  return { start: from + anchor.start, end: from + anchor.end }
}

/** Of the accused figure or words. */
export function placeOfQuote(document: SourceDocument, quote: Quote): Place {
  const from = startOfBlock(document, quote.report, quote.block)
  return { start: from + quote.start, end: from + quote.end }
}

/** Of the whole clause or row that is quoted. */
export function placeOfQuoteText(document: SourceDocument, quote: Quote): Place {
  const start = startOfBlock(document, quote.report, quote.block) + quote.textStart
  return { start, end: start + quote.text.length }
}

export const overlaps = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end

export const isAlarm = (finding: Finding): boolean => finding.severity === 'error' || finding.severity === 'warning'
