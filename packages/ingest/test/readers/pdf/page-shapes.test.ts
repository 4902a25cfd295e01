import { describe, expect, it } from 'vitest'
import { ingest } from '../../../src/ingest.ts'
import { readPdf } from '../../../src/readers/pdf.ts'
import { flowOf } from '../read-flow-text.ts'
import { type WrittenPage, words, writePdf } from './write-pdf.ts'

const shapesOf = async (...pages: readonly WrittenPage[]) => (await flowOf(readPdf, writePdf({ pages }))).pages
const line = words(72, 700, '一、基本情况')

describe('the shape of a page', () => {
  it('is what of it is seen and how it is turned to be read', async () => {
    const sideways = `q 0 1 -1 0 300 300 cm ${words(0, 0, '附表金额')} Q`
    expect(
      await shapesOf(
        { content: line, box: [-10, -20, 585, 822], cropBox: [10, 20, 500, 700] },
        { content: sideways },
        { content: `q 0 -1 1 0 300 300 cm ${words(0, 0, '附表金额')} Q` },
        { content: sideways, rotate: 90 },
        { content: '', rotate: -90 },
      ),
    ).toEqual([
      { number: 1, box: [10, 20, 500, 700], turn: 0, rules: [] },
      { number: 2, box: [0, 0, 595, 842], turn: 90, rules: [] },
      { number: 3, box: [0, 0, 595, 842], turn: 270, rules: [] },
      { number: 4, box: [0, 0, 595, 842], turn: 90, rules: [] },
      { number: 5, box: [0, 0, 595, 842], turn: 270, rules: [] },
    ])
  })

  it('has the rules that are drawn on it, pieces of one as one, in the space of the page whatever its turn', async () => {
    const table =
      '100 600 m 200 600 l S 200 600 m 300 600 l S 100 500 0.5 100 re f 0 0 m 90 90 l S 580 300 m 700 300 l S -50 10 m -20 10 l S'
    const rules = [
      [100, 600, 300, 600],
      [580, 300, 595, 300],
      [100.3, 500, 100.3, 600],
    ]
    const sorted = (shape: { readonly rules: readonly (readonly number[])[] } | undefined) => [...(shape?.rules ?? [])].sort()
    const [upright, turned] = await shapesOf(
      { content: table + line },
      { content: `${table} q 0 1 -1 0 300 300 cm ${words(0, 0, '附表')} Q` },
    )
    expect(sorted(upright)).toEqual(rules.sort())
    expect(turned?.turn).toBe(90)
    expect(sorted(turned)).toEqual(rules.sort())
  })

  it('is bounded: a drawing of many strokes is no table', async () => {
    const stroke = (i: number) => `${(i % 60) * 9} ${8 * Math.floor(i / 60)} m ${(i % 60) * 9 + 5} ${8 * Math.floor(i / 60)} l S`
    const strokes = Array.from({ length: 6_000 }, (_, i) => stroke(i))
    const [shape] = await shapesOf({ content: strokes.join('\n') })
    expect(shape?.rules).toHaveLength(4_000)
  })

  it('is there for a page that cannot be read', async () => {
    const huge = `9${'0'.repeat(30)}`
    const pdf = writePdf({ pages: [{ content: line }, { content: line, box: [0, 0, 7, 7] }, { content: line, box: [0, 0, 500, 500] }] })
    const broken = new TextDecoder('latin1').decode(pdf).replace('[0 0 7 7]', `[0 0 ${huge} ${huge}]`).replace('14 0 R]', '99 0 R]')
    const { pages } = await ingest(
      Uint8Array.from(broken, (char) => char.charCodeAt(0)),
      { name: 'a.pdf', sha256: '' },
    )
    expect(pages.map(({ number, box }) => [number, ...box])).toEqual([
      [1, 0, 0, 595, 842],
      [2, 0, 0, 595, 842],
      [3, 0, 0, 595, 842],
    ])
  })
})
