import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type AuditResult, audit, type Finding } from '@jiheng/audit'
import { ingestText, type PageShape, type SourceDocument } from '@jiheng/ingest'
import type { Place } from '@jiheng/vocabulary'
import { describe, expect, it } from 'vitest'
import { documentView } from '../../src/view/document-view.ts'
import { findingViews } from '../../src/view/finding-views.ts'
import type { DocumentView, ViewStretch } from '../../src/view/view-shapes.ts'
import { finding, quote } from '../html/marked-text.ts'

const asked = { asOf: null, year: null, purpose: null }
const LINE = '支出合计12万元，其中基本支出7万元。'

const read = (text: string): SourceDocument => ingestText(new TextEncoder().encode(text), { name: '页.pdf', sha256: '' })

function withFindings(document: SourceDocument, findings: readonly Finding[]): AuditResult {
  const result = audit(document, asked)
  return { ...result, reports: result.reports.map((report) => ({ ...report, findings })), findings }
}

/** One line of a paged document, cut into runs at these offsets; each character is 10 points wide. */
function paged(cuts: readonly number[], page: Partial<PageShape> = {}): SourceDocument {
  const document = read(LINE)
  const places = cuts.slice(1).map((end, at): Place => {
    const start = cuts[at] as number
    return { start, end, spot: { kind: 'box', page: 1, box: [start * 10, 700, end * 10, 710] } }
  })
  const pages: PageShape[] = [{ number: 1, box: [0, 0, 600, 800], turn: 0, rules: [], ...page }]
  return { ...document, file: { ...document.file, format: 'pdf' }, places, pages }
}

const viewOf = (document: SourceDocument, findings: readonly Finding[]): DocumentView =>
  documentView({ document, result: withFindings(document, findings) })

/** All stretches of a view, in order. */
const stretchesIn = ({ reports }: DocumentView): readonly ViewStretch[] =>
  reports.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap((row) => row.flatMap((cell) => cell?.text ?? [])) : block.text)),
  )

describe('a document as a page draws it', () => {
  it('cuts the words where marks start and end, the longer mark around the shorter', () => {
    const view = viewOf(read(LINE), [finding('a', [quote(4, 6)]), finding('b', [quote(2, 8)])])
    expect(stretchesIn(view)).toEqual([
      { text: '支出' },
      { text: '合计', marks: ['1.0'] },
      { text: '12', marks: ['1.0', '2.0'] },
      { text: '万元', marks: ['1.0'] },
      { text: '，其中基本支出7万元。' },
    ])
    expect(view.marks.map(({ id, finding: of, isAccused, page }) => [id, of, isAccused, page])).toEqual([
      ['1.0', 'b', true, null],
      ['2.0', 'a', true, null],
    ])
  })

  it('shows where something is missing as a mark without words', () => {
    const view = viewOf(read(LINE), [finding('a', [quote(8, 8)])])
    expect(stretchesIn(view)).toContainEqual({ text: '', marks: ['1.0'] })
  })

  it('places marks of a PDF as shares of the page as it is shown', () => {
    const view = viewOf(paged([0, LINE.length]), [finding('a', [quote(0, LINE.length)])])
    expect(view).toMatchObject({ kind: 'pages', pages: [{ number: 1, width: 600, height: 800 }] })
    expect(view.marks).toMatchObject([{ id: '1.0', page: 1, boxes: [[0, 90 / 800, 0.31667, 10 / 800]] }])
  })

  it('counts from the corner of what is seen, on pages that are cropped or turned', () => {
    const [first] = [quote(0, LINE.length)]
    const cropped = viewOf(paged([0, LINE.length], { box: [0, 500, 600, 800] }), [finding('a', [first])])
    expect(cropped.marks[0]?.boxes[0]?.[1]).toBeCloseTo(90 / 300, 4)
    const turned = viewOf(paged([0, LINE.length], { turn: 90 }), [finding('a', [first])])
    expect(turned.pages[0]).toEqual({ number: 1, width: 800, height: 600 })
    expect(turned.marks[0]?.boxes[0]).toEqual(
      [700 / 800, 0, 10 / 800, (LINE.length * 10) / 600].map((share) => Math.round(share * 1e5) / 1e5),
    )
  })

  it('a mark over two runs has a box on each', () => {
    const view = viewOf(paged([0, 5, LINE.length]), [finding('a', [quote(4, 6)])])
    expect(view.marks[0]?.boxes).toHaveLength(2)
  })

  it('says of each quote of a finding which mark shows it, and of none that is not shown', () => {
    const document = read(LINE)
    const result = withFindings(document, [finding('a', [quote(4, 6, { text: LINE }), quote(0, 2, { block: 99 })])])
    const [one] = findingViews({ document, result })
    expect(one?.view.quotes.map(({ mark, from, to }) => [mark, from, to])).toEqual([
      ['1.0', 4, 6],
      [null, 0, 2],
    ])
    expect(one?.view.kindWords).toBe('合计与分项')
  })
})

describe('the sample reports', () => {
  const folder = new URL('../../../../corpus/reports/', import.meta.url)
  for (const name of readdirSync(fileURLToPath(folder)).filter((file) => file.endsWith('.txt'))) {
    it(`every accused word of ${name} is marked, and the words are those of the report`, () => {
      const document = ingestText(readFileSync(new URL(name, folder)), { name, sha256: '' })
      const result = audit(document, asked)
      const view = documentView({ document, result })
      const known = new Set(view.marks.map(({ id }) => id))
      const used = new Set(stretchesIn(view).flatMap(({ marks = [] }) => marks))
      expect([...used].sort()).toEqual([...known].sort())
      const accused = findingViews({ document, result }).map(({ view: one }) => one.quotes[0]?.mark)
      expect(accused.every((mark) => mark !== undefined && mark !== null && known.has(mark))).toBe(true)
    })
  }
})
