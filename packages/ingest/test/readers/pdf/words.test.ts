import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../src/readers/pdf.ts'
import { boxOf, flowOf, linesOf } from '../read-flow-text.ts'
import { hex, lengthOf, type WrittenPage, words, writePdf } from './write-pdf.ts'

const read = (content: string, more: Partial<WrittenPage> = {}) => flowOf(readPdf, writePdf({ pages: [{ content, ...more }] }))
const linesIn = async (content: string, more?: Partial<WrittenPage>) => linesOf(await read(content, more))

describe('words of a page', () => {
  it('are read by their place, not in the order they were drawn', async () => {
    expect(await linesIn(words(72, 600, '下面') + words(72 + lengthOf('上左'), 700.3, '上右') + words(72, 700, '上左'))).toEqual([
      '上左上右',
      '下面',
    ])
  })

  it('have their figures where they stand on the page', async () => {
    const flow = await read(words(72, 700, '支出856.37万元'))
    expect(flow.text).toBe('支出856.37万元')
    const [page, left = 0, bottom = 0, right = 0, top = 0] = boxOf(flow, '856.37')
    expect(page).toBe(1)
    expect(left).toBeCloseTo(72 + 24, 0)
    expect(right).toBeCloseTo(72 + 24 + 36, 0)
    expect(bottom).toBeLessThan(700)
    expect(top).toBeGreaterThan(705)
  })

  it('set letter by letter are whole figures', async () => {
    const letters = [...'1234.56'].map((letter, i) => words(72 + 6 * i, 700, letter)).join('')
    expect(await linesIn(letters + words(72 + 42, 700, '万元'))).toEqual(['1234.56万元'])
  })

  it('drawn twice for bold are said once, and again a line below', async () => {
    const line = words(72, 700, '合计12') + words(72.4, 700.2, '合计12')
    expect(await linesIn(line + words(72, 680, '合计12'))).toEqual(['合计12', '合计12'])
  })

  it('stretched to the margin stay together; a column further right is set apart', async () => {
    const stretched = `BT /F1 12 Tf 72 700 Td [${hex('年')} -300 ${hex('度')} -300 ${hex('预算')}] TJ ET\n`
    expect(await linesIn(stretched + words(300, 700, '金额'))).toEqual([expect.stringMatching(/^年度预算 {3,}金额$/)])
  })

  it('of Latin letters have a space at a gap, figures none at a small one', async () => {
    expect(await linesIn(`BT /F1 12 Tf 72 700 Td [${hex('total')} -300 ${hex('sum')} 0 ${hex('12')} -200 ${hex('34')}] TJ ET`)).toEqual([
      'total sum1234',
    ])
  })

  it('raised above the line belong to it', async () => {
    const x = 72 + lengthOf('面积120m')
    expect(await linesIn(words(72, 700, '面积120m') + words(x, 705, '2', 6) + words(x + 3, 700, '以上'))).toEqual(['面积120m2以上'])
  })

  it('under a scan are taken, outside of the page and too small to see are not', async () => {
    const page = `3 Tr ${words(72, 700, '认出的文字')} 0 Tr ${words(72, 50, '页外')} ${words(72, 600, '暗语', 0.4)}`
    expect(await linesIn(page, { cropBox: [0, 100, 595, 842] })).toEqual(['认出的文字'])
  })

  it('aslant across the page are a watermark', async () => {
    expect(await linesIn(`q 0.707 0.707 -0.707 0.707 200 300 cm ${words(0, 0, '内部', 40)} Q ${words(72, 700, '正文')}`)).toEqual(['正文'])
  })

  it.each([
    ['0 1 -1 0 500 100', 90],
    ['0 -1 1 0 100 700', 270],
    ['-1 0 0 -1 500 700', 180],
  ])('turned by %s read from left to right', async (matrix, rotate) => {
    const flow = await read(`q ${matrix} cm ${words(0, 0, '附表金额12.50')} ${words(0, -20, '第二行')} Q`, { rotate })
    expect(linesOf(flow)).toEqual(['附表金额12.50', '第二行'])
    const [, left = 0, bottom = 0, right = 0, top = 0] = boxOf(flow, '12.50')
    expect(Math.max(right - left, top - bottom)).toBeCloseTo(30, 0)
  })

  it('in a layer that is switched off are not there', async () => {
    const pdf = writePdf({
      pages: [
        { content: `/OC /Off BDC ${words(72, 600, '草稿')} EMC ${words(72, 700, '定稿')}`, resources: '/Properties << /Off 100 0 R >>' },
      ],
      objects: ['<< /Type /OCG /Name (draft) >>'],
      catalogue: '/OCProperties << /OCGs [100 0 R] /D << /Order [100 0 R] /OFF [100 0 R] >> >>',
    })
    expect(linesOf(await flowOf(readPdf, pdf))).toEqual(['定稿'])
  })

  it('keep their place through scaled fonts, form objects and mirrored matrices', async () => {
    const form = words(0, 0, '表单5.5')
    const pdf = writePdf({
      pages: [
        {
          content: `q 1 0 0 -1 0 842 cm q 1 0 0 -1 72 142 cm /Fm Do Q BT 12 0 0 -12 72 200 Tm /F1 1 Tf ${hex('镜像7.7')} Tj ET Q`,
          resources: '/XObject << /Fm 100 0 R >>',
        },
      ],
      objects: [
        `<< /Type /XObject /Subtype /Form /BBox [0 0 500 500] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> /Length ${form.length} >>\nstream\nBT /F1 12 Tf 0 0 Td (5.5) Tj ET\nendstream`,
      ],
    })
    const flow = await flowOf(readPdf, pdf)
    expect(linesOf(flow)).toEqual(['5.5', '镜像7.7'])
    expect(boxOf(flow, '5.5')[1]).toBeCloseTo(72, 0)
  })
})
