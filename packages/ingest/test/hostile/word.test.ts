import { describe, expect, it } from 'vitest'
import { makeZip, packedMegabytes, readZip } from '../../../../bench/formats/make-zip.ts'
import { cell, listed, p as paragraph, table, wordFile } from '../readers/word-file.ts'
import { blocksOf, measured } from './measured.ts'

const MB = 1024 * 1024
const texts = (count: number, of: (i: number) => string): string => Array.from({ length: count }, (_, i) => of(i)).join('')

describe('a Word file that does what no office does', () => {
  it('600 MB of blanks as its styles', async () => {
    const bomb = { name: 'word/styles.xml', content: packedMegabytes(600, 32), isPacked: true, size: 600 * MB }
    const good = readZip(wordFile({ body: paragraph('支出'), styles: '' })).filter(({ name }) => name !== bomb.name)
    const { says, cpuMs, grownMb } = await measured(makeZip([...good, bomb]))
    expect(says).toEqual(['file.unsafe entry-too-large'])
    expect(cpuMs).toBeLessThan(3000)
    expect(grownMb).toBeLessThan(200)
  })

  it('60 MB of blanks between two elements', async () => {
    const { says, cpuMs, grownMb } = await measured(wordFile({ body: `${paragraph('支出12万元')}${' '.repeat(60 * MB)}` }))
    expect(says).toEqual([])
    expect(cpuMs).toBeLessThan(6000)
    expect(grownMb).toBeLessThan(700)
  })

  it('100,000 cells that each span 1,000 columns', async () => {
    const wide = cell(paragraph('1'), '<w:gridSpan w:val="1000"/>')
    const { says, document, cpuMs, grownMb } = await measured(
      wordFile({ body: `${paragraph('前言')}${table(Array<string>(100_000).fill(wide))}` }),
    )
    expect(says).toContain('document.too-many-blocks cells')
    expect(blocksOf(document)[0]).toMatchObject({ text: '前言' })
    expect(cpuMs).toBeLessThan(10_000)
    expect(grownMb).toBeLessThan(1500)
  })

  it('a million empty columns before each row', async () => {
    const row = `<w:tr><w:trPr><w:gridBefore w:val="999999"/></w:trPr>${cell(paragraph('1'))}</w:tr>`
    const { says, cpuMs, grownMb } = await measured(wordFile({ body: `<w:tbl>${row.repeat(20_000)}</w:tbl>` }))
    expect(says).toContain('document.too-many-blocks cells')
    expect(cpuMs).toBeLessThan(10_000)
    expect(grownMb).toBeLessThan(1500)
  })

  it('vertical merges that go on without a beginning', async () => {
    const rest = cell(paragraph(''), '<w:vMerge/>')
    const said = cell(paragraph('合计'), '<w:vMerge/>')
    const { document, says } = await measured(
      wordFile({
        body: table([rest, said], [rest, said], [said, rest]),
      }),
    )
    expect(says).toEqual([])
    const [block] = blocksOf(document)
    if (block?.kind !== 'table') throw new Error('a table')
    expect(block.rows.map((row) => row.map(({ text, rowSpan }) => `${text}${rowSpan}`))).toEqual([
      ['2', '合计1'],
      ['1', '合计2'],
      ['合计1', '1'],
    ])
  })

  it('50,000 paragraphs in one cell, and 100,000 merged rows', async () => {
    const many = await measured(wordFile({ body: table([cell(texts(50_000, (i) => paragraph(`${i}元`))), cell('1')]) }))
    expect(many.says).toEqual([])
    expect(many.cpuMs).toBeLessThan(10_000)
    const rest = [cell(paragraph(''), '<w:vMerge/>'), cell(paragraph('1'))]
    const merged = await measured(
      wordFile({
        body: table([cell('甲', '<w:vMerge w:val="restart"/>'), cell('1')], ...Array<readonly string[]>(100_000).fill(rest)),
      }),
    )
    expect(merged.says).toEqual([])
    expect(merged.cpuMs).toBeLessThan(15_000)
  })

  it('tables in tables up to the deepest level', async () => {
    const deep = (levels: number): string =>
      `<w:tbl><w:tr>${cell(paragraph('1'))}<w:tc>`.repeat(levels) + paragraph('底') + '</w:tc></w:tr></w:tbl>'.repeat(levels)
    const allowed = await measured(wordFile({ body: deep(165) }))
    expect(allowed.says).toEqual([])
    expect(JSON.stringify(allowed.document.reports)).toContain('底')
    expect((await measured(wordFile({ body: deep(40_000) }))).says).toEqual(['file.unsafe too-deep'])
  })

  it('text boxes in text boxes', async () => {
    const deep = (levels: number): string =>
      '<w:p><w:r><w:txbxContent>'.repeat(levels) + paragraph('底') + '</w:txbxContent></w:r></w:p>'.repeat(levels)
    expect((await measured(wordFile({ body: deep(160) }))).says).toEqual([])
    expect((await measured(wordFile({ body: deep(30_000) }))).says).toEqual(['file.unsafe too-deep'])
  })

  it('100,000 nested elements and a document type', async () => {
    expect((await measured(wordFile({ body: '<w:x>'.repeat(100_000) }))).says).toEqual(['file.unsafe too-deep'])
    const doctype = { name: 'word/document.xml', content: '<!DOCTYPE w:document [<!ENTITY b "c">]><w:document><w:body/></w:document>' }
    expect((await measured(makeZip([doctype]))).says).toEqual(['file.unsafe doctype'])
  })
})

describe('hostile numbering', () => {
  const list = (level: number, id = 1): string => listed(id, level)
  const level = (at: number, text: string, start: string, format = 'decimal'): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const scheme = (levels: string): string =>
    `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`

  it('all nine levels in each number, huge and odd beginnings', async () => {
    const starts = ['99999999999999999999', '-5', '2147483647', '1e9', '', 'x', '0', '99999', '3']
    const formats = [
      'decimal',
      'upperRoman',
      'chineseCounting',
      'upperLetter',
      'ideographDigital',
      'nothing',
      'decimalZero',
      'chineseLegalSimplified',
      'ideographZodiac',
    ]
    const levels = starts.map((start, at) => level(at, '%1.%2.%3.%4.%5.%6.%7.%8.%9', start, formats[at]))
    const { document, says, cpuMs } = await measured(
      wordFile({ body: texts(20_000, (i) => paragraph('项', list(i % 9))), numbering: scheme(levels.join('')) }),
    )
    expect(says).toEqual([])
    expect(cpuMs).toBeLessThan(8000)
    for (const block of blocksOf(document)) expect(JSON.stringify(block).length).toBeLessThan(2000)
  })

  it('levels that are none, lists that are not there, styles that lead in a circle', async () => {
    const styles =
      '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style><w:style w:styleId="c"><w:basedOn w:val="c"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const numbering = `${scheme(level(0, '%1、', '1'))}<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="s"/></w:abstractNum><w:num w:numId="8"><w:abstractNumId w:val="7"/></w:num>`
    const body = [
      paragraph('甲', '<w:pStyle w:val="a"/>'),
      paragraph('乙', '<w:pStyle w:val="c"/>'),
      paragraph('丙', list(-1)),
      paragraph('丁', list(99)),
      paragraph('戊', list(0, 77)),
      paragraph('己', list(0, 8)),
      paragraph('庚', '<w:numPr><w:numId w:val="__proto__"/></w:numPr>'),
      paragraph('辛', '<w:numPr><w:ilvl w:val="NaN"/><w:numId w:val="1"/></w:numPr>'),
    ]
    const { document, says } = await measured(wordFile({ body: body.join(''), styles, numbering }))
    expect(says).toEqual([])
    expect(JSON.stringify(document.reports)).toMatch(/甲.*乙.*丙.*丁.*戊.*己.*庚.*辛/)
  })

  it('10,000 schemes that link to each other are found in a moment', async () => {
    const schemes = texts(
      10_000,
      (i) =>
        `<w:abstractNum w:abstractNumId="${i}"><w:numStyleLink w:val="s${i + 1}"/></w:abstractNum><w:num w:numId="${i}"><w:abstractNumId w:val="${i}"/></w:num>`,
    )
    const { cpuMs } = await measured(wordFile({ body: texts(10_000, (i) => paragraph('项', list(0, i))), numbering: schemes }))
    expect(cpuMs).toBeLessThan(5000)
  })
})

describe('hostile notes and changes', () => {
  it('a note that is referred to 10,000 times is told once', async () => {
    const body = texts(10_000, () => '<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>')
    const footnotes = `<w:footnote w:id="1">${texts(1000, () => paragraph('注解'))}</w:footnote>`
    const { document, cpuMs } = await measured(wordFile({ body, footnotes }))
    expect(JSON.stringify(document.reports).match(/注解/g)?.length).toBeLessThanOrEqual(1000 * 4)
    expect(cpuMs).toBeLessThan(8000)
  })

  it('notes inside notes, and references to nothing', async () => {
    const reference = (id: number): string => `<w:p><w:r><w:t>甲</w:t><w:footnoteReference w:id="${id}"/></w:r></w:p>`
    const footnotes = `<w:footnote w:id="1">${reference(1)}${reference(2)}</w:footnote><w:footnote w:id="2">${reference(1)}</w:footnote>`
    const { says, document } = await measured(wordFile({ body: reference(1) + reference(9), footnotes }))
    expect(says).toEqual([])
    expect(document.reports).toHaveLength(1)
  })

  it('100,000 deleted paragraph marks in a row make one paragraph, bounded', async () => {
    const joined = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>甲乙丙</w:t></w:r></w:p>'
    const { says, cpuMs } = await measured(wordFile({ body: joined.repeat(100_000) }))
    expect(says).toContain('document.tracked-changes')
    expect(cpuMs).toBeLessThan(10_000)
  })

  it('a million runs of one character', async () => {
    const { says, cpuMs, grownMb } = await measured(wordFile({ body: `<w:p>${'<w:r><w:t>9</w:t></w:r>'.repeat(1_000_000)}</w:p>` }))
    expect(says).toEqual([])
    expect(cpuMs).toBeLessThan(20_000)
    expect(grownMb).toBeLessThan(1500)
  })
})
