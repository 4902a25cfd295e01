import { describe, expect, it } from 'vitest'
import { ofdFile, text } from '../readers/ofd/ofd-file.ts'
import { FIRST_OWN, writePdf } from '../readers/pdf/write-pdf.ts'
import { measured } from './measured.ts'

const raw = (...objects: readonly string[]): Uint8Array =>
  Buffer.from(
    `%PDF-1.7\n${objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`,
  )

const onePage = (content: string, resources = '', objects: readonly string[] = []): Uint8Array =>
  writePdf({ pages: [{ content, resources }], objects })

const form = (content: string, inner: string): string =>
  `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << ${inner} >> >> /Length ${content.length} >>\nstream\n${content}\nendstream`

describe('a PDF that does what no office does', () => {
  it.each<[string, () => Uint8Array]>([
    ['2 million arrays in each other', () => onePage('['.repeat(2_000_000))],
    ['a root of a million arrays', () => raw('<</Type/Catalog/Pages 2 0 R>>', '['.repeat(1_000_000))],
    ['pages that lead to themselves', () => raw('<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000>>')],
    [
      'a form that draws itself',
      () => onePage('/X Do '.repeat(100), `/XObject << /X ${FIRST_OWN} 0 R >>`, [form('/X Do /X Do', `/X ${FIRST_OWN} 0 R`)]),
    ],
    ['5,000 states that are never taken back', () => onePage('q 1.01 0 0 1.01 0 0 cm '.repeat(5_000))],
    ['200,000 states taken back that never were', () => onePage('Q ET EMC '.repeat(200_000))],
    [
      '49,000 rules across 49,000 rules',
      () =>
        onePage(
          Array.from(
            { length: 49_000 },
            (_, i) => `${(i * 7) % 595} 0 m ${(i * 7) % 595} 842 l S 0 ${(i * 3) % 842} m 595 ${(i * 3) % 842} l S`,
          ).join('\n'),
        ),
    ],
    [
      '90,000 letters, each set by itself',
      () =>
        onePage(
          `BT /F2 1 Tf ${Array.from({ length: 90_000 }, (_, i) => `1 0 0 1 ${(i % 300) * 1.9} ${Math.floor(i / 300) * 2.7} Tm (${i % 10}) Tj`).join('\n')} ET`,
        ),
    ],
    [
      'numbers beyond all numbers',
      () => onePage(`BT /F2 1e308 Tf 1e308 0 0 1e308 -1e308 1e308 Tm (12) Tj ET ${'9'.repeat(400)} 0 m 1 ${'9'.repeat(400)} l S`),
    ],
  ])('%s', async (_, make) => {
    const { document, cpuMs, grownMb } = await measured(make(), 'a.pdf')
    expect(document.problems.length + document.reports.length).toBeGreaterThan(0)
    expect(cpuMs).toBeLessThan(8000)
    expect(grownMb).toBeLessThan(600)
  })
})

describe('an OFD that does what no office does', () => {
  const many = (count: number, of: (i: number) => string): string => Array.from({ length: count }, (_, i) => of(i)).join('')

  it.each<[string, () => Uint8Array]>([
    [
      'a step that is repeated a billion times',
      () => ofdFile({ pages: [text(10, 20, '支出').replace(/DeltaX="[^"]*"/, 'DeltaX="g 1000000000 4"')] }),
    ],
    [
      'places beyond all places',
      () => ofdFile({ pages: [text(10, 20, '支出').replace(/Boundary="[^"]*"/, 'Boundary="1e308 -1e308 NaN 99999999999999999999"')] }),
    ],
    ['20,000 pages that are the same one', () => ofdFile({ pages: Array(20_000).fill('') as string[], more: [] }).subarray(0)],
    [
      'a path of a million pieces',
      () =>
        ofdFile({
          pages: [
            `<ofd:PathObject Boundary="0 0 210 297"><ofd:AbbreviatedData>M 0 0 ${many(1_000_000, (i) => `L ${i % 210} ${i % 297} `)}</ofd:AbbreviatedData></ofd:PathObject>`,
          ],
        }),
    ],
    ['50,000 texts on one spot', () => ofdFile({ pages: [many(50_000, () => text(10, 20, '支出12万元'))] })],
    ['blocks 400 deep', () => ofdFile({ pages: ['<ofd:PageBlock>'.repeat(400) + text(10, 20, '支出') + '</ofd:PageBlock>'.repeat(400)] })],
  ])('%s', async (_, make) => {
    const { document, cpuMs, grownMb } = await measured(make(), 'a.ofd')
    expect(document.problems.length + document.reports.length).toBeGreaterThan(0)
    expect(cpuMs).toBeLessThan(8000)
    expect(grownMb).toBeLessThan(600)
  })
})
