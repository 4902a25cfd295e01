import { audit } from '@jiheng/audit'
import { ingest } from '@jiheng/ingest'
import { openPackage, readXmlPart } from '@jiheng/ooxml'
import { commentedDocx, withoutOurComments } from '@jiheng/report'
import { describe, expect, test } from 'vitest'
import {
  accused,
  accusing,
  anchoredIn,
  ofFindings,
  p,
  packed,
  partOf,
  r,
  resultOf,
  W,
  type WordParts,
  wordFile,
  zipText,
} from './word-file.ts'

async function marked(parts: WordParts, words: readonly string[]): Promise<{ readonly bytes: Uint8Array; readonly copy: Uint8Array }> {
  const bytes = wordFile(parts)
  const copy = await commentedDocx(bytes, await accused(bytes, words))
  expect(copy.unplaced).toEqual([])
  expect(copy.marked).toBe(words.length)
  return { bytes, copy: copy.bytes }
}

/** The words between the marks, and the file as it was once they are taken out. */
async function around(parts: WordParts, words: readonly string[]): Promise<readonly string[]> {
  const { bytes, copy } = await marked(parts, words)
  const back = await withoutOurComments(copy)
  expect(zipText(back)).toEqual(zipText(bytes))
  const [before, after] = [await ingest(bytes, FILE), await ingest(copy, FILE)]
  expect(after.reports).toEqual(before.reports)
  return ofFindings(await anchoredIn(copy))
}

const FILE = { name: '报告.docx', sha256: '' }

describe('marks stand round the accused words', () => {
  test('in the middle of a run, over runs, over a whole run', async () => {
    const body = p('执行率为', '95.', '3%，较上年', '上升', '12.5个百分点。')
    expect(await around({ body }, ['率', '95.3%', '上升', '执行率', '点', '年上升12.5'])).toEqual([
      '率',
      '95.3%',
      '上升',
      '执行率',
      '点',
      '年上升12.5',
    ])
  })

  test('overlapping, one in another, and several at the same words', async () => {
    const body = p('预算867.62万元，决算867.62元。')
    const words = ['预算867.62万元', '867.62', '62万元，决', '867.62', '预算']
    expect(await around({ body }, words)).toEqual(words)
  })

  test('in references and between the halves of rare characters', async () => {
    const body = p('甲&amp;乙&#x20000;丙\u{20001}丁&lt;')
    const words = ['&', '乙\u{20000}', '\u{20001}丁<']
    expect(await around({ body }, words)).toEqual(words)
  })

  test('in runs with tabs, breaks and several texts', async () => {
    const run = '<w:r><w:rPr><w:b/></w:rPr><w:t>预算</w:t><w:tab/><w:t xml:space="preserve"> 100 </w:t><w:br/><w:t>决算 90</w:t></w:r>'
    const words = ['预算', '100', '决算', '算 9', '90']
    expect(await around({ body: p(run) }, words)).toEqual(words)
  })

  test('in links, insertions, tags and open content controls: inside them', async () => {
    const body = p(
      `<w:hyperlink w:anchor="a">${r('链接100万元')}</w:hyperlink>`,
      `<w:ins w:id="1" w:author="张">${r('插入200万元')}</w:ins><w:del w:id="2" w:author="张"><w:r><w:delText>删去</w:delText></w:r></w:del>`,
      `<w:smartTag w:element="a">${r('标记300万元')}</w:smartTag><w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>${r('控件400万元')}</w:sdtContent></w:sdt>。`,
    )
    const words = ['100', '200', '300', '400', '链接100万元插入']
    expect(await around({ body }, words)).toEqual(words)
  })

  test('in simple fields, ruby and controls of one value: round the whole of them', async () => {
    const ruby = `<w:r><w:ruby><w:rt>${r('pin')}</w:rt><w:rubyBase>${r('拼')}</w:rubyBase></w:ruby></w:r>`
    const plain = `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${r('单位400人')}</w:sdtContent></w:sdt>`
    const body = p('前', `<w:fldSimple w:instr="SUM">${r('共500万元')}</w:fldSimple>`, ruby, plain, '后。')
    expect(await around({ body }, ['500', '拼', '400', '后'])).toEqual(['共500万元', 'pin拼', '单位400人', '后'])
  })

  test('in cells, nested tables, and from one cell to another', async () => {
    const cell = (...inside: readonly string[]): string => `<w:tc><w:tcPr/>${inside.join('')}</w:tc>`
    const inner = `<w:tbl><w:tr>${cell(p('内一'))}${cell(p('内二'))}</w:tr><w:tr>${cell(p('内三'))}${cell(p('4.5'))}</w:tr></w:tbl>`
    const body = `${p('表')}<w:tbl><w:tr>${cell(p('项目'))}${cell(p('金额'))}</w:tr><w:tr>${cell(p('基本'), inner, p('尾'))}${cell(p('12', '.5'))}</w:tr></w:tbl>${p('末。')}`
    expect(await around({ body }, ['12.5', '4.5', '内二', '项目\t金额'])).toEqual(['12.5', '4.5', '内二', '项目/金额'])
  })

  test('over paragraphs, in the order of the file', async () => {
    const body = p('一、情况') + p('基本支出100万元，') + p('项目支出20万元。')
    const { copy } = await marked({ body }, ['支出100万元'])
    expect(ofFindings(await anchoredIn(copy))).toEqual(['支出100万元'])
  })

  test('of a text box: the run that holds it, once, and the comment says so', async () => {
    const content = `<w:txbxContent>${p('框内共900万元。')}</w:txbxContent>`
    const box = `<mc:AlternateContent><mc:Choice Requires="wps">${content}</mc:Choice><mc:Fallback><w:pict><v:textbox>${content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`
    const body = p('前文。', `<w:r>${box}</w:r>`, '后文。')
    const { bytes, copy } = await marked({ body }, ['900', '后文'])
    const [, first, second] = await anchoredIn(copy)
    expect(first?.words).toBe('框内共900万元。//')
    expect(first?.lines[1]).toBe('文本框内：“900”')
    expect(second?.words).toBe('后文')
    expect(zipText(await withoutOurComments(copy))).toEqual(zipText(bytes))
  })

  test('of a footnote: what refers to it, and the comment says so', async () => {
    const footnotes = `<w:footnote w:id="1" w:type="separator">${p('—')}</w:footnote><w:footnote w:id="2">${p('按决算口径为800万元。')}</w:footnote>`
    const body = p('预算100万元', '<w:r><w:footnoteReference w:id="2"/></w:r>', '。')
    const { bytes, copy } = await marked({ body, footnotes }, ['800'])
    const [, note] = await anchoredIn(copy)
    expect(note?.lines[1]).toBe('脚注：“800”')
    const xml = await partOf(copy, 'word/document.xml')
    expect(xml).toMatch(/<w:commentRangeStart w:id="1"\/><w:r><w:footnoteReference w:id="2"\/><\/w:r><w:commentRangeEnd w:id="1"\/>/)
    expect(await partOf(copy, 'word/footnotes.xml')).toBe(await partOf(bytes, 'word/footnotes.xml'))
  })

  test('of an automatic number: the words of its paragraph', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const body = `${p('一、概况')}<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${r('资金')}${r('情况')}</w:p>${p('正文。')}`
    expect(await around({ body, numbering }, ['（三）', '（三）资金'])).toEqual(['资金情况', '资金'])
  })
})

describe('what is written', () => {
  test('runs keep their properties, white space at a cut is kept', async () => {
    const properties = '<w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr>'
    const { copy } = await marked({ body: p(`<w:r w:rsidR="00AB">${properties}<w:t>共 95 件</w:t></w:r>`) }, ['95'])
    const xml = await partOf(copy, 'word/document.xml')
    expect(xml.split(properties)).toHaveLength(4)
    expect(xml.split('w:rsidR="00AB"')).toHaveLength(4)
    expect(xml).toMatch(/xml:space="preserve">共 <\/w:t>/)
    expect(xml).toMatch(/xml:space="preserve" {2}> 件<\/w:t>/)
  })

  test('the comment: severity and title, what, how, what instead, where else', async () => {
    const bytes = wordFile({ body: p('执行率为95%。') + p('预算100万元，决算50万元。') })
    const document = await ingest(bytes, FILE)
    const at = (words: string) => {
      for (const [block, { at: origin }] of (document.reports[0]?.blocks ?? []).entries()) {
        const start = origin.original.indexOf(words)
        if (start >= 0)
          return { report: 0, block, start, end: start + words.length, textStart: 0, text: origin.original, section: '一、情况' }
      }
      throw new Error(words)
    }
    const steps = Array.from({ length: 14 }, (_, step) => ({ say: `第${step + 1}步` }))
    const repair = {
      from: '95%',
      to: '50%',
      reason: 'recomputed' as const,
      alternatives: [{ from: '95%', to: '59%', reason: 'transposed-digits' as const }],
    }
    const finding = { ...accusing(at('95%'), 0), quotes: [at('95%'), at('预算100万元')], steps, repair, severity: 'warning' as const }
    const { bytes: copy } = await commentedDocx(bytes, { document, result: resultOf(document, [finding]) }, { date: '2026-03-05' })
    const [summary, comment] = await anchoredIn(copy)
    expect(summary?.lines[0]).toBe('绩衡校核：差错 0，疑点 1，提示 0')
    expect(summary?.lines.at(-2)).toContain('核实无误的，在批注下回复理由')
    expect(summary?.lines.at(-1)).toBe('本意见由程序提出，请对照原文和账表核对；未改动正文任何文字。')
    expect(comment?.author).toBe('绩衡校核')
    expect(comment?.lines).toEqual([
      '疑点 比率与所列数据不符',
      '执行率写为 95%，请核对。',
      '应为 50%',
      '建议 95% 改为 50%（按其他数字重新计算）',
      '或 95% 改为 59%（相邻数字颠倒）',
      '计算 1. 第1步',
      '2. 第2步',
      '3. 第3步',
      '…… 另有 6 步',
      '10. 第10步',
      '11. 第11步',
      '12. 第12步',
      '13. 第13步',
      '14. 第14步',
      '另见 同处 “预算100万元，决算50万元。”',
    ])
    const xml = await partOf(copy, 'word/comments.xml')
    expect(xml).toContain('w:date="2026-03-05T00:00:00Z"')
    expect(xml).toContain('w:initials="校核"')
  })

  test('without a date none is made up; a date that is none is left out', async () => {
    const bytes = wordFile({ body: p('执行率为95%。') })
    for (const options of [{}, { date: '"><w:x/>' }]) {
      const { bytes: copy } = await commentedDocx(bytes, await accused(bytes, ['95%']), options)
      expect(await partOf(copy, 'word/comments.xml')).not.toContain('w:date')
    }
  })

  test('styles of comments are used where the document has them, by name', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a7"><w:name w:val="annotation text"/></w:style><w:style w:type="character" w:styleId="a8"><w:name w:val="annotation reference"/></w:style>'
    const { copy } = await marked({ body: p('执行率为95%。'), styles }, ['95%'])
    expect(await partOf(copy, 'word/comments.xml')).toContain('<w:pStyle w:val="a7"/>')
    expect(await partOf(copy, 'word/document.xml')).toContain('<w:rStyle w:val="a8"/></w:rPr><w:commentReference')
    const { copy: plain } = await marked({ body: p('执行率为95%。') }, ['95%'])
    expect(await partOf(plain, 'word/comments.xml')).not.toContain('Style')
  })

  test('what has no place is told at the front, with what is to know of the file', async () => {
    const bytes = wordFile({ body: p('') + p('报告标题', `<w:ins w:id="1">${r('修订')}</w:ins>`) })
    const document = await ingest(bytes, FILE)
    const nowhere = accusing({ report: 3, block: 9, start: 0, end: 2, textStart: 0, text: '无处' }, 7)
    const copy = await commentedDocx(bytes, { document, result: resultOf(document, [nowhere, { ...nowhere, id: 'f8', quotes: [] }]) })
    expect([copy.marked, copy.unplaced]).toEqual([0, ['f7', 'f8']])
    const [, rest] = await anchoredIn(copy.bytes)
    expect(rest?.words).toContain('报告标题')
    expect(rest?.lines.join('\n')).toMatch(/没有对应的原文位置[\s\S]*“无处”：执行率[\s\S]*修订痕迹/)
  })

  test('words that do not stand where the document says are not marked elsewhere', async () => {
    const bytes = wordFile({ body: p('执行率为95%。') })
    const other = wordFile({ body: p('完成率是88%。') })
    const copy = await commentedDocx(other, await accused(bytes, ['95%']))
    expect([copy.marked, copy.unplaced]).toEqual([0, ['f0']])
  })
})

describe('everything else stays', () => {
  const comments = `<w:comment w:id="4" w:author="李" w:initials="李"><w:p>${r('请补依据')}</w:p></w:comment>`
  const commented = p(
    '预算',
    '<w:commentRangeStart w:id="4"/>',
    '100万元',
    '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>',
    '，执行率95%。',
  )

  test('every entry but those of comments, byte for byte', async () => {
    const { bytes, copy } = await marked({ body: p('执行率为95%。'), styles: '' }, ['95%'])
    const [before, after] = [zipText(bytes), zipText(copy)]
    const touched = new Set(['word/document.xml', '[Content_Types].xml', 'word/_rels/document.xml.rels'])
    for (const [at, { name, content }] of before.entries()) {
      expect(after[at]?.name).toBe(name)
      if (!touched.has(name)) expect(after[at]?.content).toEqual(content)
    }
    expect(after.slice(before.length).map(({ name }) => name)).toEqual(['word/comments.xml'])
  })

  test("the sender's comments are kept, ours get ids of their own", async () => {
    const { bytes, copy } = await marked({ body: commented, comments }, ['95%', '100'])
    const anchored = await anchoredIn(copy)
    expect(anchored.map(({ id, author, words }) => [id, author, words])).toEqual([
      ['4', '李', '100万元'],
      ['5', '绩衡校核', '预算100万元，执行率95%。'],
      ['6', '绩衡校核', '95%'],
      ['7', '绩衡校核', '100'],
    ])
    expect(zipText(await withoutOurComments(copy))).toEqual(zipText(bytes))
  })

  test('comments of an earlier audit are replaced', async () => {
    const first = await marked({ body: commented, comments }, ['95%', '100'])
    const second = await commentedDocx(first.copy, await accused(first.copy, ['率95']))
    const anchored = await anchoredIn(second.bytes)
    expect(anchored.map(({ author, words }) => [author, words])).toEqual([
      ['李', '100万元'],
      ['绩衡校核', '预算100万元，执行率95%。'],
      ['绩衡校核', '率95'],
    ])
  })

  test('a file without our comments comes back as it is', async () => {
    for (const bytes of [wordFile({ body: commented, comments }), wordFile({ body: p('无') })])
      expect(await withoutOurComments(bytes)).toBe(bytes)
  })

  test('marks that a program has written anew are taken out as well', async () => {
    const body = p(
      '<w:commentRangeStart w:id="0"/>',
      '执行率',
      '<w:commentRangeEnd w:id="0"></w:commentRangeEnd>',
      '<w:r><w:rPr><w:rStyle w:val="a"/></w:rPr><w:commentReference w:id="0"/></w:r>',
      '<w:r><w:t>95%</w:t><w:commentReference w:id="0"/></w:r>',
    )
    const ours = '<w:comment w:id="0" w:author="绩衡校核"><w:p/></w:comment>'
    const back = await withoutOurComments(wordFile({ body, comments: ours }))
    expect(await partOf(back, 'word/document.xml')).toContain(`<w:body>${p('执行率', r('95%'))}<w:sectPr/>`)
    expect(await partOf(back, 'word/comments.xml')).not.toContain('<w:comment ')
  })
})

describe('documents of other writers', () => {
  const WORD = `<w:p w14:paraId="3A1B" w:rsidR="00C5" w:rsidRDefault="00C5"><w:pPr><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr></w:pPr><w:bookmarkStart w:id="0" w:name="_Toc1"/><w:r w:rsidRPr="00D1"><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>全年预算</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>867</w:t></w:r><w:r w:rsidR="0A"><w:t>.62</w:t></w:r><w:proofErr w:type="spellEnd"/><w:bookmarkEnd w:id="0"/><w:r><w:lastRenderedPageBreak/><w:t xml:space="preserve">万元 ，执行率 </w:t></w:r></w:p>`
  const WPS = `<w:p>${[...'单位执行率为95.3%。'].map((one) => `<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋" w:eastAsia="仿宋"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr><w:t>${one}</w:t></w:r>`).join('')}</w:p>`
  const names =
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" mc:Ignorable="w14 wpsCustomData"'

  test('Word and WPS', async () => {
    const words = ['867.62万元', '万元 ，', '预算867', '95.3', '执行率为95.3%']
    expect(await around({ body: WORD + WPS, root: names }, words)).toEqual(words)
  })

  test.each([
    ['a prefix of its own', `<x:document xmlns:x="${W}"><x:body><x:p><x:r><x:t>执行率为95%。</x:t></x:r></x:p></x:body></x:document>`],
    ['no prefix', `<document xmlns="${W}"><body><p><r><t>执行率为95%。</t></r></p></body></document>`],
    [
      'the strict namespace',
      '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>执行率为95%。</w:t></w:r></w:p></w:body></w:document>',
    ],
    [
      'a prefix that is declared again inside',
      `<w:document xmlns:w="${W}"><w:body><w:p><w:r xmlns:w="${W}"><w:t>执行率为95%。</w:t></w:r></w:p></w:body></w:document>`,
    ],
    [
      'laid out',
      `<w:document xmlns:w="${W}">\r\n  <w:body>\r\n    <w:p>\r\n      <w:r>\r\n        <w:t>执行率为95%。</w:t>\r\n      </w:r>\r\n    </w:p>\r\n  </w:body>\r\n</w:document>`,
    ],
    [
      'UTF-16',
      Buffer.from(
        `\ufeff<w:document xmlns:w="${W}"><w:body><w:p><w:r><w:t>执行率为95%。</w:t></w:r></w:p></w:body></w:document>`,
        'utf16le',
      ),
    ],
    [
      'comments and CDATA in the text',
      `<w:document xmlns:w="${W}"><w:body><w:p><w:r><w:t>执行<!-- x -->率为95%<![CDATA[。]]></w:t></w:r></w:p></w:body></w:document>`,
    ],
  ])('%s', async (_, document) => {
    const bytes = packed(document)
    const copy = await commentedDocx(bytes, await accused(bytes, ['95%', '率为']))
    expect(copy.marked).toBe(2)
    expect(ofFindings(await anchoredIn(copy.bytes))).toEqual(['95%', '率为'])
    expect(zipText(await withoutOurComments(copy.bytes))).toEqual(zipText(bytes))
  })

  test('marks are in the vocabulary of the document', async () => {
    const bytes = packed(`<document xmlns="${W}"><body><p><r><t>执行率为95%。</t></r></p></body></document>`)
    const { bytes: copy } = await commentedDocx(bytes, await accused(bytes, ['95%']))
    expect(await partOf(copy, 'word/document.xml')).toContain(`<w:commentRangeStart xmlns:w="${W}" w:id="1"/>`)
  })

  test('an id that is the largest is no reason for one that is too large', async () => {
    const comments = `<w:comment w:id="2147483647" w:author="李">${p('看')}</w:comment>`
    const body = p(
      '<w:commentRangeStart w:id="2147483647"/>',
      '执行率95%。',
      '<w:commentRangeEnd w:id="2147483647"/><w:r><w:commentReference w:id="2147483647"/></w:r>',
    )
    const { copy } = await marked({ body, comments }, ['95%'])
    expect((await anchoredIn(copy)).map(({ id }) => id)).toEqual(['2147483647', '0', '1'])
  })
})

describe('hostile words', () => {
  test('are text in the comment, and never break the XML', async () => {
    const bytes = wordFile({ body: p('执行率为95%。') })
    const hostile = `</w:t>\0\u0001\ud800&<x>"'\u202e\ufffe${'长'.repeat(2000)}\udc00`
    const audited = await accused(bytes, ['95%'], {
      title: hostile,
      message: hostile,
      expected: hostile,
      steps: [{ say: hostile }],
      computation: '',
    })
    const { bytes: copy } = await commentedDocx(bytes, audited)
    const [, comment] = await anchoredIn(copy)
    expect(comment?.lines[0]?.startsWith('差错 </w:t>&<x>"\'长')).toBe(true)
    for (const line of comment?.lines ?? []) expect(line.length).toBeLessThanOrEqual(600)
  })

  test('a comment has an end, however many steps and ways there are', async () => {
    const bytes = wordFile({ body: p('执行率为95%。') })
    const alternatives = Array.from({ length: 500 }, () => ({ from: '1', to: '2', reason: 'wrong-digit' as const }))
    const audited = await accused(bytes, ['95%'], { repair: { from: '1', to: '2', reason: 'wrong-digit', alternatives } })
    const [, comment] = await anchoredIn((await commentedDocx(bytes, audited)).bytes)
    expect(comment?.lines.length).toBeLessThan(70)
  })

  test('what is no Word file is refused', async () => {
    const audited = await accused(wordFile({ body: p('执行率为95%。') }), ['95%'])
    await expect(commentedDocx(new TextEncoder().encode('PK'), audited)).rejects.toThrow(/damaged/)
    const bad = packed(Buffer.from('3c612f3eff', 'hex'))
    await expect(commentedDocx(bad, audited)).rejects.toThrow(/bad-xml/)
  })
})

describe('findings of the engine', () => {
  test('the copy is audited with the same result', async () => {
    const body =
      p('一、基本情况') + p('2023年预算100万元，决算', '90万元，执行率', '95%。') + p('二、其他') + p('共3项，其中：甲1项，乙1项。')
    const bytes = wordFile({ body })
    const context = { asOf: '2026-01-01', year: null, purpose: null }
    const document = await ingest(bytes, FILE)
    const result = audit(document, context)
    expect(result.findings.length).toBeGreaterThan(0)
    const copy = await commentedDocx(bytes, { document, result })
    expect(copy.marked).toBe(result.findings.length)
    expect(audit(await ingest(copy.bytes, FILE), context).findings).toEqual(result.findings)
    expect(await wellFormed(copy.bytes)).toBe(true)
  })
})

async function wellFormed(bytes: Uint8Array): Promise<boolean> {
  const pack = await openPackage(bytes)
  for (const { name } of pack.entries)
    if (/\.(xml|rels)$/.test(name)) await readXmlPart(pack, name, { open: () => {}, close: () => {} }, 100)
  return true
}
