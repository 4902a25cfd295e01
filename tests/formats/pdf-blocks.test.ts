/** A report set on pages gives block by block what its text gives: broken lines, page ends and page numbers leave no trace. */
import { type Block, ingest, type SourceDocument } from '@jiheng/ingest'
import { describe, expect, it } from 'vitest'
import { corpusReports } from '../../bench/formats/corpus.ts'
import { makePdf } from '../../bench/formats/make-pdf.ts'

const reports = [...corpusReports()]

describe('set on pages', () => {
  it.each(reports)('%s', async (_name, text) => {
    const paged = await ingest(makePdf(text), { name: 'report.pdf', sha256: '' })
    expect(paged.problems).toEqual([])
    expect(blocksOf(paged)).toEqual(blocksOf(text))
    expect(paged.reports.map(({ title, unit, year, kind }) => ({ title, unit, year, kind }))).toEqual(
      text.reports.map(({ title, unit, year, kind }) => ({ title, unit, year, kind })),
    )
  })
})

const blocksOf = ({ reports: all }: SourceDocument): readonly string[] => all.flatMap(({ blocks }) => blocks.flatMap(show))

/** Rows without the empty cells at their end: a grid has as many columns in every row. */
function show(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`heading ${block.level} ${block.number} ${block.text}`]
    case 'paragraph':
      return [`paragraph ${block.lead?.number} ${block.text}`]
    case 'attachment':
      return [`attachment ${block.title}`]
    case 'table':
      return [
        `table ${block.headerRows} ${block.labelRows.join(',')} ${block.unit}`,
        ...block.rows.map((row) =>
          row.map(({ text, rowSpan, colSpan }) => (rowSpan + colSpan > 2 ? `${text}{${rowSpan}x${colSpan}}` : text)).join('|'),
        ),
      ].map((line) => line.replace(/\|+$/, ''))
  }
}
