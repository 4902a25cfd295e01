/** A document with its marks as a plain value, for a page that draws it itself. */
import type { SourceDocument } from '@jiheng/ingest'
import type { Audited } from '../audited.ts'
import { hasPages } from '../html/document-pages.ts'
import { Marks } from '../html/marks.ts'
import { type Numbered, numberedFindings } from '../html/numbered.ts'
import { sizeOf } from '../html/page-geometry.ts'
import { viewBlocks } from './view-blocks.ts'
import { boxesOf, type PlacedMark } from './view-boxes.ts'
import { type DocumentView, markId, type ViewMark } from './view-shapes.ts'

export function documentView({ document, result }: Audited): DocumentView {
  const findings = numberedFindings(result)
  const marks = new Marks(findings)
  const seen = new Set<string>()
  const reports = document.reports.map(({ unit, title, blocks }, report) => ({
    unit,
    title,
    blocks: viewBlocks(blocks, report, marks, seen),
  }))
  if (!isShownByPage(document)) return { kind: 'flow', reports, pages: [], marks: marksOf(findings, seen, new Map()) }
  const placed = boxesOf(document, marks)
  const pages = document.pages.map((page) => ({ number: page.number, ...sizeOf(page) }))
  return { kind: 'pages', reports, pages, marks: marksOf(findings, new Set(placed.keys()), placed) }
}

/** Only a browser that has the file can show its pages, and browsers show PDF alone. */
const isShownByPage = (document: SourceDocument): boolean => document.file.format === 'pdf' && hasPages(document)

function marksOf(findings: readonly Numbered[], seen: ReadonlySet<string>, placed: ReadonlyMap<string, PlacedMark>): readonly ViewMark[] {
  return findings.flatMap(({ number, finding, quotes }) =>
    quotes.flatMap((_, quote): readonly ViewMark[] => {
      const id = markId({ number, quote })
      if (!seen.has(id)) return []
      const { page, boxes } = placed.get(id) ?? { page: null, boxes: [] }
      return [{ id, finding: finding.id, number, severity: finding.severity, isAccused: quote === 0, page, boxes }]
    }),
  )
}
