import { describe, expect, test } from 'vitest'
import { cell, linesOf, listed, p, r, readWord, spotOf, table } from './word-file.ts'

/** Lists: levels as `format text`. */
function numbering(levels: readonly string[], more = ''): string {
  const xml = levels.map((level, at) => {
    const [format = '', text = ''] = level.split(' ')
    return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  })
  return `<w:abstractNum w:abstractNumId="0">${xml.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${more}`
}

describe('automatic numbers', () => {
  test('count by level, start again below, and stand in the text', async () => {
    const lists = numbering(['chineseCounting %1、', 'chineseCounting （%2）', 'decimal %3.', 'decimalEnclosedCircle %4'])
    const levels = [0, 1, 2, 2, 1, 0, 1, 3]
    expect(await linesOf({ body: levels.map((level, at) => p(`条${at}`, listed(1, level))).join(''), numbering: lists })).toEqual([
      'H2 一、|条0',
      'H3 （一）|条1',
      'H4 1.|条2',
      'H4 2.|条3',
      'H3 （二）|条4',
      'H2 二、|条5',
      'H3 （一）|条6',
      'H6 ①|条7',
    ])
  })

  test.each([
    ['chineseCounting', 1, '一'],
    ['chineseCounting', 10, '十'],
    ['chineseCountingThousand', 11, '十一'],
    ['taiwaneseCountingThousand', 20, '二十'],
    ['japaneseCounting', 101, '一百零一'],
    ['ideographDigital', 20, '二〇'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographTraditional', 3, '丙'],
    ['ideographZodiac', 2, '丑'],
    ['decimalEnclosedParen', 3, '⑶'],
    ['decimalEnclosedFullstop', 4, '⒋'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalZero', 7, '07'],
    ['upperRoman', 9, 'IX'],
    ['lowerLetter', 28, 'bb'],
    ['unknownFormat', 5, '5'],
    ['valueOf', 5, '5'],
  ])('%s shows %i as %s', async (format, value, shown) => {
    const start = `<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="${value}"/></w:lvlOverride></w:num>`
    const [line] = await linesOf({ body: p('其他条目。', listed(2, 0)), numbering: numbering([`${format} 第%1项：`], start) })
    expect(line).toBe(`P 第${shown}项：其他条目。`)
  })

  test('a list of its own start counts apart, others of the scheme go on; levels may show Arabic figures only', async () => {
    const again =
      '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    const on = '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    const body = [p('甲。', listed(1, 0)), p('乙。', listed(3, 0)), p('丙。', listed(2, 0)), p('丁。', listed(2, 1))].join('')
    const legal = numbering(['chineseCounting %1、', 'decimal %1.%2'], again + on).replace(
      '<w:lvl w:ilvl="1">',
      '<w:lvl w:ilvl="1"><w:isLgl/>',
    )
    expect(await linesOf({ body, numbering: legal })).toEqual(['P 一、甲。', 'P 二、乙。', 'P 一、丙。', 'P 1.1丁。'])
  })

  test('come from the style, through the one it is based on, at the level that names the style', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="一级"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="二级"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="无"/><w:basedOn w:val="a"/></w:style>'
    const style = (id: string) => `<w:pStyle w:val="${id}"/>`
    const body = p('甲', style('a')) + p('乙', style('b')) + p('丙。', `${style('c')}<w:numPr><w:numId w:val="0"/></w:numPr>`)
    expect(await linesOf({ body, styles, numbering: numbering(['chineseCounting %1、', 'chineseCounting （%2）']) })).toEqual([
      'H2 一、|甲',
      'H3 （一）|乙',
      'P 丙。',
    ])
  })

  test('styles that are based on each other in a circle end', async () => {
    const styles = ['a', 'b'].map((id) => `<w:style w:styleId="${id}"><w:basedOn w:val="${id === 'a' ? 'b' : 'a'}"/></w:style>`).join('')
    expect(await linesOf({ body: p('甲。', '<w:pStyle w:val="a"/>'), styles })).toEqual(['P 甲。'])
  })
})

describe('tables', () => {
  test('merged cells stand in their first slot and say how far they reach', async () => {
    const body = table(
      [cell('项目', '<w:vMerge w:val="restart"/>'), cell('预算', '<w:gridSpan w:val="2"/>'), cell('执行率', '<w:vMerge w:val="restart"/>')],
      [cell('<w:p/>', '<w:vMerge/>'), cell('年初'), cell('全年'), cell('<w:p/>', '<w:vMerge/>')],
      [cell('基本支出'), cell('100.00'), cell('120.00'), cell('95%')],
    )
    const { reports } = await readWord({ body })
    const block = reports[0]?.blocks[0]
    if (block?.kind !== 'table') throw new Error('no table')
    expect(block.rows.map((row) => row.map(({ text, rowSpan, colSpan }) => `${text} ${rowSpan}x${colSpan}`))).toEqual([
      ['项目 2x1', '预算 1x2', ' 1x1', '执行率 2x1'],
      [' 1x1', '年初 1x1', '全年 1x1', ' 1x1'],
      ['基本支出 1x1', '100.00 1x1', '120.00 1x1', '95% 1x1'],
    ])
    expect(block.headerRows).toBe(2)
  })

  test('a merge that nothing began, text under a merge, and rows that start later lose nothing', async () => {
    const body = table(
      [cell('<w:p/>', '<w:vMerge/>'), cell('甲')],
      [cell('乙', '<w:vMerge/>'), cell('丙')],
      ['<w:trPr><w:gridBefore w:val="1"/></w:trPr>', cell('丁')],
    )
    expect(await linesOf({ body })).toEqual(['|  | 甲', '| 乙 | 丙', '|  | 丁'])
  })

  test('a table in a cell follows; a frame of one cell is no table', async () => {
    const inner = table([cell('甲'), cell('1')], [cell('乙'), cell('2')])
    const body =
      table([cell('外'), cell(`${p('内')}${inner}${p('后')}`)], [cell('下'), cell('3')]) + table([cell(p('框中的话。') + p('第二句。'))])
    expect(await linesOf({ body })).toEqual(['| 外 | 内后', '| 下 | 3', '| 甲 | 1', '| 乙 | 2', 'P 框中的话。', 'P 第二句。'])
  })

  test('old horizontal merges, deleted rows, cells of several paragraphs', async () => {
    const body = table(
      [cell('标题', '<w:hMerge w:val="restart"/>'), cell('<w:p/>', '<w:hMerge/>')],
      ['<w:trPr><w:del w:id="1"/></w:trPr>', cell('删去'), cell('9')],
      [
        cell(p('目标一') + p('和目标二')),
        cell('1,234.<w:br/>56'.replace(/^(.*?)<w:br\/>(.*)$/, (_, a, b) => `<w:p>${r(a)}<w:r><w:br/></w:r>${r(b)}</w:p>`)),
      ],
    )
    const document = await readWord({ body })
    expect(document.problems).toEqual([{ code: 'document.tracked-changes', at: ['a.docx'], details: { changes: 1 } }])
    expect(await linesOf({ body })).toEqual(['| 标题 | ', '| 目标一和目标二 | 1,234.56'])
  })
})

describe('what a reader of the final version sees', () => {
  test('tracked changes as if accepted', async () => {
    const del = (text: string) => `<w:del w:id="1"><w:r><w:delText>${text}</w:delText></w:r></w:del>`
    const moved = `<w:moveFrom w:id="4">${r('移走')}</w:moveFrom>`
    const body =
      `<w:p>${r('支出')}${del('99')}<w:ins w:id="2">${r('100')}</w:ins>${moved}${r('万元。')}</w:p>` +
      `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${r('前半句')}</w:p>${p('后半句。')}`
    expect(await linesOf({ body })).toEqual(['P 支出100万元。', 'P 前半句后半句。'])
    expect((await readWord({ body })).problems[0]?.code).toBe('document.tracked-changes')
  })

  test('text boxes once, behind the paragraph they hang on', async () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`
    const body = `<w:p>${r('正文')}<w:r><mc:AlternateContent><mc:Choice>${box('框内文字。')}</mc:Choice><mc:Fallback><w:pict><v:textbox>${box('框内文字。')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('继续。')}</w:p>${p('下一段。')}`
    expect(await linesOf({ body })).toEqual(['P 正文继续。', 'P 框内文字。', 'P 下一段。'])
  })

  test('notes behind their paragraph, once; headers, hidden text and instructions of fields not at all', async () => {
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const footnotes = `<w:footnote w:id="0" w:type="separator">${p('线')}</w:footnote><w:footnote w:id="2">${p('注：按决算口径。')}</w:footnote>`
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    const body = `<w:p>${r('预算100万元')}${note}${r('。')}${r('看不见', '<w:vanish/>')}</w:p><w:p>${r('再引')}${note}${field}${r('3')}${r('次。')}</w:p>`
    expect(await linesOf({ body, footnotes, header: p('页眉文字') })).toEqual(['P 预算100万元。', 'P 注：按决算口径。', 'P 再引3次。'])
  })

  test('breaks, tabs at the ends, symbols, ruby and formulas', async () => {
    const tab = '<w:r><w:tab/></w:r>'
    const ruby = `<w:r><w:ruby><w:rt>${r('pin')}</w:rt><w:rubyBase>${r('拼')}</w:rubyBase></w:ruby></w:r>`
    const fraction = '<m:oMath><m:f><m:num><m:r><m:t>执行数</m:t></m:r></m:num><m:den><m:r><m:t>预算数</m:t></m:r></m:den></m:f></m:oMath>'
    const box = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    const body = `<w:p>${tab}${r('甲。')}<w:r><w:br/></w:r>${r('乙。')}${tab}</w:p><w:p>${box}${r('是')}${ruby}${r('：')}${fraction}${r('×100%。')}</w:p>`
    expect(await linesOf({ body })).toEqual(['P 甲。', 'P 乙。', 'P ☑是拼：执行数/预算数×100%。'])
  })

  test('a table of contents is none of the text', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>'
    const toc = ['一、基本情况', '二、绩效目标', '三、存在问题'].map(
      (text, at) => `<w:p><w:pPr><w:pStyle w:val="t"/></w:pPr>${r(text)}<w:r><w:tab/></w:r>${r(String(at + 1))}</w:p>`,
    )
    const body = [p('目录'), ...toc, p('一、基本情况'), p('本单位共有12人。')].join('')
    expect(await linesOf({ body, styles })).toEqual(['H2 一、|基本情况', 'P 本单位共有12人。'])
  })

  test('a signed file is read and said to be signed', async () => {
    const { problems, reports } = await readWord({ body: p('正文。'), signature: '<Signature/>' })
    expect(problems).toEqual([{ code: 'file.signed', at: ['a.docx'], details: {} }])
    expect(reports).toHaveLength(1)
  })
})

describe('places', () => {
  test('every word leads to its paragraph and run, as they are counted in the part', async () => {
    const body =
      p('标题段。') +
      `<w:p>${r('前')}<w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:hyperlink>${r('链接')}</w:hyperlink>${r('867')}${r('.62万元。')}</w:p>` +
      table([cell('项目'), cell('金额')], [cell('基本'), cell('12.5')]) +
      `<w:p>${r('尾')}<w:r><w:txbxContent>${p('框。')}</w:txbxContent></w:r>${r('末。')}</w:p>`
    const document = await readWord({ body })
    expect(document.file.format).toBe('docx')
    const spots = Object.fromEntries(
      ['标题', '前', '链接', '867', '.62', '基本', '12.5', '框', '末'].map((word) => [word, spotOf(document, word)]),
    )
    const part = 'word/document.xml'
    expect(spots).toEqual({
      标题: `${part} 0.0`,
      前: `${part} 1.0`,
      链接: `${part} 1.2`,
      '867': `${part} 1.3`,
      '.62': `${part} 1.4`,
      基本: `${part} 4.0`,
      '12.5': `${part} 5.0`,
      框: `${part} 7.0`,
      末: `${part} 6.2`,
    })
  })

  test('and to its offset in the text of the run; what is no text has none', async () => {
    const several = '<w:r><w:t>预算</w:t><w:tab/><w:t>867&amp;62</w:t><w:sym w:char="F0FE"/><w:t>万</w:t></w:r>'
    const box = `<w:r><w:t>甲</w:t><w:txbxContent>${p('框')}</w:txbxContent><w:t>乙</w:t></w:r>`
    const document = await readWord({ body: `<w:p>${r('藏', '<w:vanish/>')}${several}${box}</w:p>` })
    const spots = document.places.map(({ start, end, spot }) => (spot.kind === 'run' ? [end - start, spot.run, spot.at] : []))
    expect(spots).toEqual([
      [2, 1, 0],
      [1, 1, null],
      [6, 1, 2],
      [1, 1, null],
      [1, 1, 8],
      [1, 2, 0],
      [1, 2, 1],
      [1, 0, 0],
    ])
  })

  test('an automatic number has no offset', async () => {
    const list = numbering(['chineseCounting %1、'])
    const { places } = await readWord({ body: p('基本情况', listed(1, 0)), numbering: list })
    expect(places.map(({ spot }) => spot.kind === 'run' && [spot.run, spot.at])).toEqual([
      [null, null],
      [0, 0],
    ])
  })
})
