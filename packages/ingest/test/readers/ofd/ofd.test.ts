import { openPackage } from '@jiheng/ooxml'
import { describe, expect, it } from 'vitest'
import type { Flow } from '../../../src/flow.ts'
import { ingest } from '../../../src/index.ts'
import { LIMITS } from '../../../src/limits.ts'
import { readOfd } from '../../../src/readers/ofd.ts'
import { boxOf, flowOf, linesOf, tablesOf } from '../read-flow-text.ts'
import { grid, type OfdFile, ofdFile, text } from './ofd-file.ts'

async function read(file: OfdFile, limit = {}): Promise<Flow> {
  const bytes = ofdFile(file)
  return flowOf(readOfd, bytes, { format: 'ofd', pack: await openPackage(bytes), limit })
}

describe('an OFD page', () => {
  it('gives words by their place, with boxes in points from the bottom left', async () => {
    const flow = await read({ pages: [text(20, 60, '第二行') + text(20, 50, '支出12.50万元')] })
    expect(linesOf(flow)).toEqual(['支出12.50万元', '第二行'])
    const [page, left = 0, bottom = 0, right = 0, top = 0] = boxOf(flow, '12.50')
    const point = 72 / 25.4
    expect(page).toBe(1)
    expect(left).toBeCloseTo(28 * point, 0)
    expect(right).toBeCloseTo(38 * point, 0)
    expect(bottom).toBeLessThan((297 - 50) * point)
    expect(top).toBeGreaterThan((297 - 50) * point)
  })

  it('has its size and its rules in the same space', async () => {
    const { pages } = await read({ pages: [grid([20, 60], [40, 50]) + text(22, 46, '项目'), text(20, 50, '第二页')] })
    const point = (millimetres: number) => expect.closeTo((millimetres * 72) / 25.4, 0)
    const box = [0, 0, point(210), point(297)]
    const across = [50, 40].map((y) => [point(20), point(297 - y), point(60), point(297 - y)])
    const down = [20, 60].map((x) => [point(x), point(297 - 50), point(x), point(297 - 40)])
    expect(pages.map(({ number, box, turn }) => ({ number, box, turn }))).toEqual([
      { number: 1, box, turn: 0 },
      { number: 2, box, turn: 0 },
    ])
    expect(pages[0]?.rules).toHaveLength(4)
    expect(pages[0]?.rules).toEqual(expect.arrayContaining([...across, ...down]))
    expect(pages[1]?.rules).toEqual([])
  })

  it('says steps of characters in short, sets words apart by them, and goes down by them', async () => {
    const code = (attributes: string, words: string) =>
      `<ofd:TextObject Boundary="20 20 150 100" Size="4"><ofd:TextCode ${attributes}>${words}</ofd:TextCode></ofd:TextObject>`
    expect(linesOf(await read({ pages: [code('X="0" Y="10" DeltaX="g 3 4"', '预算科目')] }))).toEqual(['预算科目'])
    expect(linesOf(await read({ pages: [code('X="0" Y="10" DeltaX="4 40 4"', '项目金额')] }))).toEqual([
      expect.stringMatching(/^项目 {3,}金额$/),
    ])
    expect(linesOf(await read({ pages: [code('X="0" Y="10" DeltaX="0 0" DeltaY="10 10"', '上中下')] }))).toEqual(['上', '中', '下'])
    expect(linesOf(await read({ pages: [code('X="0" Y="10" DeltaX="g 999999999 4"', '甲乙')] }))).toEqual(['甲乙'])
  })

  it('is turned and scaled by its matrices', async () => {
    const turned = text(100, 100, '横置附表5.5', 4, 'CTM="0 1 -1 0 0 0"') + text(90, 100, '第二行', 4, 'CTM="0 1 -1 0 0 0"')
    expect(linesOf(await read({ pages: [turned] }))).toEqual(['横置附表5.5', '第二行'])
    const scaled = text(20, 50, '大字', 1, 'CTM="4 0 0 4 0 0"')
    const [, left = 0, , right = 0] = boxOf(await read({ pages: [scaled] }), '大字')
    expect(right - left).toBeCloseTo((8 * 72) / 25.4, 0)
  })

  it('has tables in strokes and thin filled boxes, and the template behind it', async () => {
    const words = text(22, 46, '项目') + text(62, 46, '金额') + text(22, 56, '工资') + text(62, 56, '12.50')
    const table = [['项目|金额', '工资|12.50']]
    expect(tablesOf(await read({ pages: [grid([20, 60, 100], [40, 50, 60]) + words] }))).toEqual(table)
    expect(tablesOf(await read({ pages: [words], template: grid([20, 60, 100], [40, 50, 60]) }))).toEqual(table)
    const box = (x: number, y: number, width: number, height: number) =>
      `<ofd:PathObject Boundary="${x} ${y} ${width} ${height}" Stroke="false" Fill="true"><ofd:AbbreviatedData>M 0 0 L ${width} 0 L ${width} ${height} L 0 ${height} C</ofd:AbbreviatedData></ofd:PathObject>`
    const filled = [40, 50, 60].map((y) => box(20, y, 80, 0.2)).join('') + [20, 60, 100].map((x) => box(x, 40, 0.2, 20)).join('')
    expect(tablesOf(await read({ pages: [filled + words] }))).toEqual(table)
  })

  it('leaves out what is not shown', async () => {
    expect(linesOf(await read({ pages: [text(20, 50, '草稿', 4, 'Visible="false"') + text(20, 60, '定稿')] }))).toEqual(['定稿'])
  })
})

describe('an OFD file', () => {
  it('is read by way of its content, whatever its name', async () => {
    const { file, reports } = await ingest(ofdFile({ pages: [text(20, 50, '正文。')] }), { name: 'report.bin', sha256: '' })
    expect(file.format).toBe('ofd')
    expect(reports[0]?.blocks.map((block) => block.kind === 'paragraph' && block.text)).toEqual(['正文。'])
  })

  it('says what it holds besides words', async () => {
    const seal = { name: 'Doc_0/Signs/Signatures.xml', content: '<Signatures/>' }
    const body = '<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>'
    expect((await read({ pages: [text(20, 50, '正文')], more: [seal], body })).problems).toEqual([
      { code: 'file.signed', at: ['report'], details: {} },
    ])
    const picture = '<ofd:ImageObject ID="7" Boundary="0 0 210 200" ResourceID="4"/>'
    expect((await read({ pages: [picture, text(20, 50, '正文')] })).problems).toEqual([
      { code: 'page.needs-ocr', at: ['report', 1], details: { page: 1 } },
    ])
  })

  it('is read but for a broken page, and to its limit of pages', async () => {
    const flow = await read({ pages: ['<broken', text(20, 50, '第二页'), text(20, 50, '第三页')] }, { maxPages: 2 })
    expect(linesOf(flow)).toEqual(['第二页'])
    expect(flow.problems.map(({ code }) => code)).toEqual(['page.unreadable', 'document.too-many-blocks'])
  })

  it.each([
    ['encrypted', { more: [{ name: 'Encryptions.xml', content: '<Encryptions/>' }] }, 'file.encrypted'],
    ['without its document', { body: '<ofd:DocRoot>Doc_1/Document.xml</ofd:DocRoot>' }, 'file.damaged'],
    ['with a document type', { prolog: '<!DOCTYPE x [<!ENTITY a "b">]>' }, 'file.unsafe'],
  ])('is refused when %s', async (_how, more, code) => {
    const bytes = ofdFile({ pages: [text(20, 50, '正文')], ...more })
    const read = await readOfd(bytes, { file: 'report', limits: LIMITS, format: 'ofd', pack: await openPackage(bytes), convert: null })
    expect(read).toMatchObject({ refused: { code } })
  })
})
