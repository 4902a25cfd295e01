/** Pages: of sites, saved by Word and by Excel, and tables of office systems that are called .xls. */
import { describe, expect, test } from 'vitest'
import { ingest } from '../../src/index.ts'
import { linesOf } from './workbook-parts.ts'

const read = (html: string) => ingest(new TextEncoder().encode(html), { name: 'a.html', sha256: '' })
const lines = async (body: string) =>
  linesOf(await read(`<!DOCTYPE html><html><head><title>网站标题</title></head><body>${body}</body></html>`))

describe('lines', () => {
  test('block elements and breaks end a line, others do not', async () => {
    const body =
      '<h1>一、部门概况</h1><p>本局<b>编制</b>20人，\n  实有<span>18</span>人。<br>下设两个股室。</p><div>（一）职责<div>负责预算。</div></div>'
    expect(await lines(body)).toEqual([
      'H2 一、|部门概况',
      'P 本局编制20人，实有18人。',
      'P 下设两个股室。',
      'H3 （一）|职责',
      'P 负责预算。',
    ])
  })

  test('what nobody sees is left out', async () => {
    const body =
      '<script>var a="一";</script><style>p{}</style><p>一、概况</p><p style="display: none">暗</p><p hidden>暗</p><!-- 暗 --><div style="color:red;DISPLAY:none;"><p>暗</p></div><noscript>暗</noscript><p style="visibility:hidden">暗<br></p><p>二、其他</p>'
    expect(await lines(body)).toEqual(['H2 一、|概况', 'H2 二、|其他'])
  })

  test('entities and hard blanks', async () => {
    expect(await lines('<p>&nbsp;&nbsp;甲&amp;乙&ldquo;丙&rdquo;&#19968;&#x4e8c;&lt;5%&nbsp;</p>')).toEqual(['P 甲&乙“丙”一二<5%'])
  })

  test('numbers of lists are written as shown', async () => {
    const body =
      '<ol><li>甲事项</li><li>乙事项</li></ol><ol start="3" style="list-style-type:cjk-ideographic"><li>概况</li><li value="12">其他</li></ol><ol type="A"><li>丙</li></ol><ul><li>丁</li></ul><ol style="list-style:none"><li>戊</li></ol>'
    expect(await lines(body)).toEqual(['H4 1.|甲事项', 'H4 2.|乙事项', 'H2 三、|概况', 'H2 十二、|其他', 'P A.丙', 'P 丁', 'P 戊'])
  })

  test("Word's own: conditional comments, empty paragraphs, list marks", async () => {
    const body =
      '<!--[if gte mso 9]><xml><w:WordDocument>暗</w:WordDocument></xml><![endif]--><p class=MsoNormal><![if !supportLists]><span style="mso-list:Ignore">一、<span>&nbsp;&nbsp;</span></span><![endif]>部门概况<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p>全年支出<st1:number>100</st1:number>万元。</p>'
    expect(await lines(body)).toEqual(['H2 一、|部门概况', 'P 全年支出100万元。'])
  })
})

describe('tables', () => {
  test('merged cells, lines in cells, elements that are never closed', async () => {
    const document = await read(
      '<p>临河县示例局收支情况如下，单位：万元。</p><table><tr><th rowspan=2>项目<th colspan=2>金额<tr><td>预算数<td>决算数<tr><td><p>基本</p><p>支出</p><td>1,234.50<td>1,200.00</table><p>以上为全部收支情况，均已核对。</p>',
    )
    const table = document.reports[0]?.blocks[1]
    expect(
      table?.kind === 'table' && table.rows.map((row) => row.map(({ text, rowSpan, colSpan }) => `${text} ${rowSpan}x${colSpan}`)),
    ).toEqual([
      ['项目 2x1', '金额 1x2', ' 1x1'],
      [' 1x1', '预算数 1x1', '决算数 1x1'],
      ['基本支出 1x1', '1,234.50 1x1', '1,200.00 1x1'],
    ])
    expect(document.places).toEqual([])
  })

  test('tables that only lay out the page give their cells in order', async () => {
    const nested =
      '<table><tr><td>导航</td><td><p>一、概况</p><table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table><p>二、其他</p></td></tr></table>'
    expect(await lines(nested)).toEqual(['P 导航', 'H2 一、|概况', '甲 | 1', '乙 | 2', 'H2 二、|其他'])
    expect(await lines('<table><tr><td><p>一、概况</p><p>二、其他</p></td></tr></table>')).toEqual(['H2 一、|概况', 'H2 二、|其他'])
  })

  test('a sheet saved as a page: its titles, units and notes are lines', async () => {
    const rows = [
      '<td colspan=3>收支情况表</td>',
      '<td></td><td></td><td>单位：万元</td>',
      '<td>项目</td><td>预算数</td><td>决算数</td>',
      '<td>基本支出</td><td>10</td><td x:num="9.00000001">9</td>',
      '<td></td><td></td><td></td>',
      '<td colspan=3>注：含上年结转。</td>',
    ]
    const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table></html>`
    expect(linesOf(await read(page))).toEqual([
      'P 收支情况表',
      'P 单位：万元',
      '项目 | 预算数 | 决算数',
      '基本支出 | 10 | 9',
      'P 注：含上年结转。',
    ])
  })
})

describe('encodings', () => {
  /** 合计 and 支出 in GB18030, in a page that says nothing, or something wrong. */
  const gb = (meta: string) => {
    const words = [0xba, 0xcf, 0xbc, 0xc6]
    const spent = [0xd6, 0xa7, 0xb3, 0xf6]
    const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
    return Uint8Array.from([
      ...ascii(`<html><head>${meta}</head><table border=1><tr><td>`),
      ...spent,
      ...ascii('</td><td>1</td></tr><tr><td>'),
      ...words,
      ...ascii('</td><td>1</td></tr></table></html>'),
    ])
  }

  test.each(['', '<meta charset="gbk">', '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'])(
    'a GBK table, meta: %s',
    async (meta) => {
      const document = await ingest(gb(meta), { name: 'a.xls', sha256: '' })
      expect(document.file.format).toBe('html')
      expect(linesOf(document)).toEqual(['支出 | 1', '合计 | 1'])
      expect(document.problems).toEqual([])
    },
  )

  test('Big5 where the page says so', async () => {
    const bytes = Uint8Array.from(
      [...'<html><meta charset=big5><p>'].map((letter) => letter.charCodeAt(0)).concat([0xa4, 0xa4, 0xa4, 0xe5]),
    )
    expect(linesOf(await ingest(bytes, { name: 'a.html', sha256: '' }))).toEqual(['P 中文'])
  })
})
