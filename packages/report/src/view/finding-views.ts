/** Findings as a page shows them: everything said in words, every quote with its mark. What people decide about them is kept elsewhere. */
import type { FindingKind, Quote, Repair, Severity } from '@jiheng/audit'
import type { Audited } from '../audited.ts'
import { type Numbered, numberedFindings } from '../html/numbered.ts'
import { writtenWords } from '../list/excerpt.ts'
import { citationOf } from '../wording/citation.ts'
import { placeOf } from '../wording/place.ts'
import { plainStep } from '../wording/step.ts'
import { kindWords, repairWords } from '../wording/words.ts'
import { documentView } from './document-view.ts'
import { markId } from './view-shapes.ts'

export interface QuoteView {
  readonly text: string
  /** Of the accused part in `text`. */
  readonly from: number
  readonly to: number
  readonly mark: string | null
  readonly place: string
  readonly line: number | null
  readonly page: number | null
  readonly cell: string | null
}

interface RepairView {
  readonly from: string
  readonly to: string
  readonly reason: string
}

export interface FindingView {
  readonly id: string
  readonly number: number
  readonly report: number
  readonly check: string
  readonly kind: FindingKind
  readonly kindWords: string
  readonly severity: Severity
  readonly title: string
  readonly message: string
  readonly computation: string
  readonly steps: readonly string[]
  /** Null where arithmetic alone speaks. */
  readonly citation: string | null
  readonly expected: string | null
  readonly repair: (RepairView & { readonly alternatives: readonly RepairView[] }) | null
  readonly quotes: readonly QuoteView[]
  readonly related: readonly { readonly message: string; readonly computation: string; readonly quote: QuoteView }[]
}

export interface ListedFinding {
  readonly view: FindingView
  /** The accused words as written, for a line of a list. */
  readonly words: string
  readonly place: string
  readonly unit: string | null
}

/** In the order of their numbers. */
export function findingViews(audited: Audited): readonly ListedFinding[] {
  const shown = new Set(documentView(audited).marks.map(({ id }) => id))
  return numberedFindings(audited.result).map((numbered) => {
    const [accused] = numbered.quotes
    return {
      view: viewOf(numbered, shown),
      words: accused === undefined ? '' : writtenWords(accused),
      place: accused === undefined ? '' : placeOf(accused),
      unit: audited.result.reports[numbered.report]?.unit ?? null,
    }
  })
}

function viewOf({ number, finding, report }: Numbered, shown: ReadonlySet<string>): FindingView {
  const { id, check, kind, severity, title, message, computation, steps, expected, quotes, related } = finding
  const viewed = (quote: Quote, index: number): QuoteView => {
    const mark = markId({ number, quote: index })
    return quoteView(quote, shown.has(mark) ? mark : null)
  }
  return {
    id,
    number,
    report,
    check,
    kind,
    kindWords: kindWords[kind],
    severity,
    title,
    message,
    computation,
    steps: steps.map(({ say }) => plainStep(say)),
    citation: citationOf(check),
    expected,
    repair: repairView(finding.repair),
    quotes: quotes.map(viewed),
    related: related.map((one, at) => ({
      message: one.message,
      computation: one.computation,
      quote: viewed(one.quote, quotes.length + at),
    })),
  }
}

function quoteView(quote: Quote, mark: string | null): QuoteView {
  const { text, start, end, textStart, line, page, cell } = quote
  const from = Math.max(0, Math.min(start - textStart, text.length))
  const to = Math.max(from, Math.min(end - textStart, text.length))
  return { text, from, to, mark, place: placeOf(quote), line: line ?? null, page: page ?? null, cell: cell ?? null }
}

const repairView = (repair: Repair | null): FindingView['repair'] =>
  repair && { ...wayOf(repair), alternatives: (repair.alternatives ?? []).map(wayOf) }

const wayOf = ({ from, to, reason }: Pick<Repair, 'from' | 'to' | 'reason'>): RepairView => ({ from, to, reason: repairWords[reason] })
