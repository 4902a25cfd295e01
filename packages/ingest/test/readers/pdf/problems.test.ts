import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../../src/limits.ts'
import { readPdf } from '../../../src/readers/pdf.ts'
import { flowOf, linesOf } from '../read-flow-text.ts'
import { words, writePdf } from './write-pdf.ts'

const reading = { file: 'report.pdf', limits: LIMITS, format: 'pdf', pack: null, convert: null } as const
const picture = `q 595 0 0 842 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q\n`
const codesOf = async (...pages: readonly string[]) =>
  (await flowOf(readPdf, writePdf({ pages: pages.map((content) => ({ content })) }))).problems

describe('what cannot be read', () => {
  it('is refused when broken or no PDF inside', async () => {
    for (const bytes of ['%PDF-1.7 nothing', '%PDF-1.4\n1 0 obj\n<<']) {
      expect(await readPdf(new TextEncoder().encode(bytes), reading)).toMatchObject({
        refused: { code: 'file.damaged', at: ['report.pdf'] },
      })
    }
  })

  it('is refused when it asks for a password', async () => {
    const key = '0'.repeat(64)
    const trailer = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${key}> /U <${'1'.repeat(64)}> >>`
    expect(await readPdf(writePdf({ pages: [{ content: words(72, 700, '密') }], trailer }), reading)).toEqual({
      refused: { code: 'file.encrypted', at: ['report.pdf'], details: {} },
    })
  })

  it('is named by page: a picture without words, not a picture with words', async () => {
    expect(await codesOf(picture, words(72, 700, '正文'), picture + words(72, 700, '扫描件下面认出来的一整行文字超过二十个字了'))).toEqual([
      { code: 'page.needs-ocr', at: ['report', 1], details: { page: 1 } },
    ])
  })

  it('counts strips of a picture together, and leaves an empty page alone', async () => {
    const strips = [0, 1, 2, 3].map((i) => picture.replace('595 0 0 842 0 0', `595 0 0 200 0 ${i * 200}`)).join('')
    expect((await codesOf(strips, '', picture.replace('595 0 0 842', '100 0 0 100'))).map(({ details }) => details)).toEqual([{ page: 1 }])
  })

  it('is named by page where fonts do not tell their letters', async () => {
    expect(await codesOf(`BT /F3 12 Tf 72 700 Td (ABABABAB) Tj ET`, words(72, 700, '正文'))).toEqual([
      { code: 'page.unreadable', at: ['report', 1], details: { page: 1, reason: 'fonts' } },
    ])
  })

  it('leaves the other pages as they are', async () => {
    const pdf = new TextDecoder('latin1').decode(
      writePdf({ pages: [{ content: words(72, 700, '甲') }, { content: words(72, 700, '乙') }, { content: words(72, 700, '丙') }] }),
    )
    const broken = pdf.replace('/Kids [10 0 R 12 0 R 14 0 R]', '/Kids [10 0 R 12 0 R 99 0 R]')
    const flow = await flowOf(
      readPdf,
      Uint8Array.from(broken, (char) => char.charCodeAt(0)),
    )
    expect(linesOf(flow)).toEqual(['甲', '乙'])
    expect(flow.problems).toMatchObject([{ code: 'page.unreadable', details: { page: 3, reason: 'broken' } }])
  })

  it('stops at the limit of pages, and of letters on a page', async () => {
    const pdf = writePdf({ pages: ['甲', '乙', '丙'].map((text) => ({ content: words(72, 700, text) })) })
    const flow = await flowOf(readPdf, pdf, { limit: { maxPages: 2 } })
    expect(linesOf(flow)).toEqual(['甲', '乙'])
    expect(flow.problems).toEqual([{ code: 'document.too-many-blocks', at: ['report', 2], details: { limit: 2, of: 'pages' } }])
    const cut = await flowOf(readPdf, writePdf({ pages: [{ content: words(72, 700, '一二三') + words(72, 600, '四') }] }), {
      limit: { maxPageLetters: 3 },
    })
    expect(linesOf(cut)).toEqual(['一二三'])
    expect(cut.problems).toMatchObject([{ code: 'document.too-many-blocks', details: { of: 'words', page: 1 } }])
  })

  it('says that a file is signed', async () => {
    const field =
      '<< /FT /Sig /T (seal) /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /V << /Type /Sig /Filter /Adobe.PPKLite /Contents <00> /ByteRange [0 0 0 0] >> >>'
    const pdf = writePdf({
      pages: [{ content: words(72, 700, '正文') }],
      objects: [field],
      catalogue: '/AcroForm << /SigFlags 3 /Fields [100 0 R] >>',
    })
    expect((await flowOf(readPdf, pdf)).problems).toEqual([{ code: 'file.signed', at: ['report'], details: {} }])
  })

  it('does not take the bytes away from the caller', async () => {
    const pdf = writePdf({ pages: [{ content: words(72, 700, '正文') }] })
    await flowOf(readPdf, pdf)
    expect(pdf.length).toBeGreaterThan(0)
    expect(linesOf(await flowOf(readPdf, pdf))).toEqual(['正文'])
  })
})
