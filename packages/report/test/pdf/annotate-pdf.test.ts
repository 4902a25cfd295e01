import { ingest } from '@jiheng/ingest'
import { describe, expect, test } from 'vitest'
import { annotatedPdf } from '../../src/pdf/annotate-pdf.ts'
import { FIRST_OWN, type HandMadePage, handMadePdf, type Structure, words } from './hand-made-pdf.ts'
import { accused, aFinding, quoteOf, withFindings } from './made-up.ts'
import { annotationsIn, hasPoppler, popplerColors, popplerText } from './reopened.ts'

const line = words(72, 700, '全年预算执行率95%，完成较好。')
const page: HandMadePage = { content: line }
const structures: readonly Structure[] = ['table', 'stream', 'hybrid', 'linearised', 'no-list', 'wrong-list', 'late-header', 'locked']
/** The seven letters before 95% are an em of 12 points each; letters reach .85 em above the baseline and .15 below. */
const figure = [156, 698.2, 174, 710.2]
/** As painted, give or take one. */
const RED = /^255 16[789] (?:159|16[01])$/
const near = (box: readonly number[]) => box.map((edge) => expect.closeTo(edge, 0))
const rectOf = (quad: readonly number[] | undefined) => [quad?.[0], quad?.[5], quad?.[2], quad?.[1]]

describe('a marked copy', () => {
  test('is the file as it was, with the marks behind it', async () => {
    const bytes = handMadePdf({ pages: [page] })
    const copy = await annotatedPdf(bytes, await accused(bytes, '95%'))
    expect(copy.bytes.subarray(0, bytes.length)).toEqual(bytes)
    expect(copy).toMatchObject({ marked: 1, unplaced: [] })
  })

  test('is the same for the same file, and has the date that it is given', async () => {
    const bytes = handMadePdf({ pages: [page] })
    const audited = await accused(bytes, '95%', '完成较好')
    const copy = await annotatedPdf(bytes, audited)
    expect((await annotatedPdf(bytes, audited)).bytes).toEqual(copy.bytes)
    expect((await annotationsIn(copy.bytes)).map(({ date }) => date)).toEqual([null, null, null])
    const dated = await annotatedPdf(bytes, audited, { date: '2026-03-01' })
    expect((await annotationsIn(dated.bytes)).map(({ date }) => date?.slice(0, 10))).toEqual(Array(3).fill('D:20260301'))
  })

  test.each(structures)('marks the accused figure in a file with its objects listed as %s', async (structure) => {
    const bytes = handMadePdf({ pages: [page, { content: words(72, 500, '完成率80%') }], structure })
    const copy = await annotatedPdf(bytes, await accused(bytes, '95%', '80%'))
    const [summary, first, second, ...more] = await annotationsIn(copy.bytes)
    expect(more).toEqual([])
    expect(summary).toMatchObject({ subtype: 'Text', page: 1, rect: [12, 808, 34, 830], author: '绩衡校核' })
    expect(first).toMatchObject({ subtype: 'Highlight', page: 1, author: '绩衡校核', rect: near(figure) })
    expect(rectOf(first?.quads[0])).toEqual(near(figure))
    expect(first?.contents).toMatch(/^【差错】比率与所列数据不符\n执行率写为 95%.*请核对。\n应为：90%\n计算：\n1\. 90 ÷ 100 = 90%$/)
    expect(second).toMatchObject({ page: 2, rect: near([108, 498.2, 126, 510.2]) })
    const again = await ingest(copy.bytes, { name: 'a.pdf', sha256: '' })
    expect(again.reports).toEqual((await ingest(bytes, { name: 'a.pdf', sha256: '' })).reports)
  })

  test.skipIf(!hasPoppler && !process.env.CI).each(structures)('shows its marks in another program: %s', async (structure) => {
    const bytes = handMadePdf({ pages: [page], structure })
    const copy = await annotatedPdf(bytes, await accused(bytes, '95%'))
    const before = popplerText(bytes)
    const after = popplerText(copy.bytes)
    expect(after.text).toBe(before.text)
    expect(after.text).toContain('全年预算执行率95%')
    if (!structure.endsWith('-list')) expect(after.complaints).toBe('')
    const [inside, outside] = popplerColors(copy.bytes, 1, [
      [157, 842 - 709.5],
      [300, 842 - 709.5],
    ])
    expect(inside).toMatch(RED)
    expect(outside).toBe('255 255 255')
  })

  test('marks words on a page that is turned and cut', async () => {
    const [x, y] = [110, 230]
    const turned = `q 0 1 -1 0 ${x} ${y} cm ${words(0, 0, '全年预算执行率95%')} Q`
    const bytes = handMadePdf({ pages: [{ content: turned, entries: '/Rotate 90 /CropBox [50 100 500 700]' }] })
    const [summary, mark] = await annotationsIn((await annotatedPdf(bytes, await accused(bytes, '95%'))).bytes)
    // Read with the head to the left: letters reach from the baseline to the left, words go up.
    expect(mark?.rect).toEqual(near([x - 0.85 * 12, y + 84, x + 0.15 * 12, y + 102]))
    expect(mark?.quads[0]).toEqual(near([x - 10.2, y + 102, x + 1.8, y + 102, x - 10.2, y + 84, x + 1.8, y + 84]))
    expect(summary?.rect).toEqual([62, 112, 84, 134])
  })

  test('finds pages that inherit what they are', async () => {
    const bytes = handMadePdf({ pages: [page], inherited: '/MediaBox [0 0 700 900] /CropBox [20 30 600 880] /Rotate 0' })
    const [summary, mark] = await annotationsIn((await annotatedPdf(bytes, await accused(bytes, '95%'))).bytes)
    expect(summary?.rect).toEqual([32, 846, 54, 868])
    expect(mark?.rect).toEqual(near(figure))
  })

  test.each([
    ['in the page', '/Annots [6 0 R]', []],
    ['in an object of their own', '/Annots 7 0 R', ['[6 0 R]']],
  ])('keeps the annotations that are there: %s', async (_name, entries, more) => {
    const note = '<< /Type /Annot /Subtype /Text /Rect [300 300 320 320] /Contents (keep \\(this\\) note) /T (A) >>'
    const bytes = handMadePdf({ pages: [{ content: line, entries }, page], objects: [note, ...more] })
    expect(FIRST_OWN).toBe(6)
    const seen = await annotationsIn((await annotatedPdf(bytes, await accused(bytes, '95%'))).bytes)
    expect(seen.map(({ subtype, contents }) => `${subtype} ${contents.slice(0, 16)}`)).toEqual([
      'Text keep (this) note',
      expect.stringMatching(/^Text 绩衡校核/),
      expect.stringMatching(/^Highlight 【差错】/),
    ])
  })

  test('has a box a line, and a mark on each page that the words go on to', async () => {
    const full = (y: number, text: string) => words(72, y, text.padEnd(36, '字'))
    const upper = [full(120, '　　甲甲'), full(100, '乙乙')].join('')
    const bytes = handMadePdf({
      pages: [
        { content: [...Array.from({ length: 8 }, (_, i) => full(300 - 20 * i, '')), upper].join('') },
        { content: [full(760, '丙丙'), full(740, '丁丁'), words(72, 720, '完。')].join('') },
      ],
    })
    const document = await ingest(bytes, { name: 'a.pdf', sha256: '' })
    const block = quoteOf(document, '甲甲')
    const end = block.text.indexOf('丁丁') + 2
    const audited = withFindings(document, [aFinding({ quotes: [{ ...block, end }] })])
    const seen = (await annotationsIn((await annotatedPdf(bytes, audited)).bytes)).filter(({ subtype }) => subtype === 'Highlight')
    expect(seen.map(({ page: number, quads }) => [number, ...quads.map((quad) => Math.round((quad[1] ?? 0) - 10.2))])).toEqual([
      [1, 120, 100],
      [2, 760, 740],
    ])
    expect(rectOf(seen[1]?.quads[1])).toEqual(near([72, 738.2, 96, 750.2]))
    expect(seen[1]?.contents).toMatch(/^（接第1页）\n【差错】/)
  })

  test('tells findings about the same words in one note, in the colour of the gravest', async () => {
    const bytes = handMadePdf({ pages: [page] })
    const document = await ingest(bytes, { name: 'a.pdf', sha256: '' })
    const quotes = [quoteOf(document, '95%')]
    const audited = withFindings(document, [
      aFinding({ id: 'a', quotes, severity: 'info', title: '甲' }),
      aFinding({ id: 'b', quotes, severity: 'error', title: '乙' }),
    ])
    const copy = await annotatedPdf(bytes, audited)
    const [, ...marks] = await annotationsIn(copy.bytes)
    expect(copy.marked).toBe(2)
    expect(marks).toHaveLength(1)
    expect(marks[0]?.contents).toMatch(/^【提示】甲[\s\S]*\n\n【差错】乙/)
    if (hasPoppler) expect(popplerColors(copy.bytes, 1, [[157, 842 - 709.5]])).toEqual([expect.stringMatching(RED)])
  })

  test('puts a mark inside a longer one on top of it, where it can be clicked', async () => {
    const bytes = handMadePdf({ pages: [page] })
    const copy = await annotatedPdf(bytes, await accused(bytes, '95%', '全年预算执行率95%，完成较好'))
    const [, lower, upper] = await annotationsIn(copy.bytes)
    expect(upper?.rect).toEqual(near(figure))
    expect(lower?.rect).toEqual(near([72, 698.2, 234, 710.2]))
  })

  test('tells at the front what has no place, and what the file is like', async () => {
    const bytes = handMadePdf({ pages: [page, page] })
    const document = await ingest(bytes, { name: 'a.pdf', sha256: '' })
    const nowhere = { ...quoteOf(document, '95%'), block: 99 }
    const { result } = withFindings(document, [
      aFinding({ id: 'a', quotes: [nowhere], title: '无处可标' }),
      aFinding({ id: 'b', quotes: [], severity: 'warning', title: '缺少一节' }),
      aFinding({ id: 'c', quotes: [quoteOf(document, '95%')], severity: 'info', title: '已标出' }),
    ])
    const problems = [{ code: 'page.needs-ocr', at: ['a.pdf', 2], details: { page: 2 } }] as const
    const copy = await annotatedPdf(bytes, { document, result: { ...result, problems } })
    expect(copy).toMatchObject({ marked: 1, unplaced: ['a', 'b'] })
    const [summary] = await annotationsIn(copy.bytes)
    expect(summary?.contents).toMatch(/^绩衡校核：差错 1，疑点 1，提示 1\n读出数字 \d+ 个/)
    expect(summary?.contents).toContain('a.pdf 第2页：这一页是扫描图片')
    expect(summary?.contents).toContain('【差错】无处可标')
    expect(summary?.contents).toContain('【疑点】缺少一节')
    expect(summary?.contents).not.toContain('已标出')
  })

  test('marks nothing on a page that is not there, and goes on', async () => {
    const bytes = handMadePdf({ pages: [page, { content: words(72, 500, '完成率80%') }] })
    const { document, result } = await accused(bytes, '95%', '80%')
    const places = document.places.map((place) =>
      place.spot.kind === 'box' && place.spot.page === 2 ? { ...place, spot: { ...place.spot, page: 7 } } : place,
    )
    const copy = await annotatedPdf(bytes, { document: { ...document, places }, result })
    expect(copy).toMatchObject({ marked: 1, unplaced: ['f1'] })
  })

  test('marks the other pages of a file that has a broken one', async () => {
    const text = String.fromCharCode(...handMadePdf({ pages: [page, { content: words(72, 500, '完成率80%') }, page] }))
    // Pages are the objects 6, 8 and 10.
    const broken = Uint8Array.from(text.replace('8 0 R 10 0 R]', '8 0 R 11 9 R]'), (character) => character.charCodeAt(0))
    const copy = await annotatedPdf(broken, await accused(broken, '95%', '80%'))
    expect(copy.marked).toBe(2)
    expect((await annotationsIn(copy.bytes)).map((one) => one.page)).toEqual([1, 1, 2])
  })

  test('keeps what words of a report may hold', async () => {
    const bytes = handMadePdf({ pages: [page] })
    const document = await ingest(bytes, { name: 'a.pdf', sha256: '' })
    const message = '请核对 ()\\)\\\\ <b>&amp; \u0000\u0007\u202e反 \ud800 😀 endobj endstream >> =1+1'
    const quotes = [quoteOf(document, '95%')]
    const copy = await annotatedPdf(bytes, withFindings(document, [aFinding({ quotes, message, title: 'plain (ASCII) \\ title' })]))
    const [, mark] = await annotationsIn(copy.bytes)
    expect(mark?.contents.split('\n').slice(0, 2)).toEqual([
      '【差错】plain (ASCII) \\ title',
      '请核对 ()\\)\\\\ <b>&amp; \ufffd\ufffd\ufffd反 \ufffd 😀 endobj endstream >> =1+1',
    ])
  })

  test('stays small however long the words are', async () => {
    const bytes = handMadePdf({ pages: [page] })
    const document = await ingest(bytes, { name: 'a.pdf', sha256: '' })
    const long = '长'.repeat(1_000_000)
    const quotes = [quoteOf(document, '95%'), { ...quoteOf(document, '95%'), text: long }]
    const steps = Array.from({ length: 1000 }, () => ({ say: long }))
    const copy = await annotatedPdf(bytes, withFindings(document, [aFinding({ quotes, steps, message: long })]))
    expect(copy.bytes.length - bytes.length).toBeLessThan(20_000)
  })
})
