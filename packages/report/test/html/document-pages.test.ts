import { type AuditResult, audit } from '@jiheng/audit'
import { ingestText, type PageShape, type SourceDocument } from '@jiheng/ingest'
import type { Place } from '@jiheng/vocabulary'
import { describe, expect, test } from 'vitest'
import { reportPage } from '../../src/html/report-page.ts'
import { finding, quote } from './marked-text.ts'

const LINE = '支出合计12万元，其中基本支出7万元。'

/** One line of a paged document, cut into runs at these offsets; each character is 10 points wide. */
function paged(cuts: readonly number[], box: Partial<PageShape> = {}): SourceDocument {
  const document = ingestText(new TextEncoder().encode(LINE), { name: '页.pdf', sha256: '' })
  const places = cuts.slice(1).map((end, at): Place => {
    const start = cuts[at] as number
    return { start, end, spot: { kind: 'box', page: 1, box: [start * 10, 700, end * 10, 710] } }
  })
  return { ...document, places, pages: [{ number: 1, box: [0, 0, 600, 800], turn: 0, rules: [[0, 690, 500, 690]], ...box }] }
}

function page(document: SourceDocument): string {
  const result = audit(document, { asOf: null, year: null, purpose: null })
  const findings = [finding('a', [quote(4, 6), quote(14, 15)])]
  const reports = result.reports.map((report) => ({ ...report, findings }))
  return reportPage({ document, result: { ...result, reports, findings } satisfies AuditResult })
}

describe('a paged document', () => {
  test('draws each run in its box, the rules, and a mark behind the part that is accused', () => {
    const shown = page(paged([0, 4, 6, LINE.length]))
    expect(shown).toContain('<svg viewBox="0 0 600 800">')
    expect(shown).toContain('<path class="rule" d="M0 110L500 110"/>')
    expect(shown).toMatch(/<rect class="m error" data-f="1" data-q="1" x="40" y="89" width="20" height="12"\/>/)
    expect(shown).toMatch(/<a href="#a" data-f="1"><title>第1条 差错：[^<]*<\/title>12<\/a>/)
    expect(shown).toMatch(/<text [^>]*textLength="40"[^>]*>支出合计<\/text>/)
  })

  test('words over two runs have two marks and one number, behind the last', () => {
    const shown = page(paged([0, 5, LINE.length]))
    expect(shown.match(/<rect class="m error"/g)).toHaveLength(2)
    expect(shown.match(/<text class="n error"/g)).toHaveLength(1)
    expect(shown.match(/id="m1"/g)).toHaveLength(1)
  })

  test('no word is lost: what stands on a page that cannot be drawn is shown as text', () => {
    const shown = page(paged([0, LINE.length], { number: 2 }))
    expect(shown).not.toContain('<svg')
    expect(shown).toContain('<mark>12</mark>')
    const broken = paged([0, LINE.length])
    const [place] = broken.places as readonly [Place]
    const nowhere: Place = { ...place, spot: { kind: 'box', page: 1, box: [0, Number.NaN, 10, 10] } }
    expect(page({ ...broken, places: [nowhere] })).not.toContain('<svg')
  })
})
