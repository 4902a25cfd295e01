/** Good Word files: one written by hand with everything that the reader looks at, one as a library writes it. */
import {
  Document,
  FootnoteReferenceRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx'
import { makeZip } from '../../formats/make-zip.ts'
import { settled } from './settled.ts'
import { TABLE, WORDS } from './words.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Word parts around a body, as a docx. `parts` adds to or replaces them. */
export function docxOf(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const all = { ...PARTS, 'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`, ...parts }
  return makeZip(Object.entries(all).map(([name, content]) => ({ name, content: HEAD + content })))
}

const rel = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${TYPE}/${type}" Target="${target}"/>`
const rels = (inner: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`

const level = (at: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:suff w:val="nothing"/></w:lvl>`

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels': rels(rel('r1', 'officeDocument', 'word/document.xml')),
  'word/_rels/document.xml.rels': rels(
    rel('r1', 'styles', 'styles.xml') + rel('r2', 'numbering', 'numbering.xml') + rel('r3', 'footnotes', 'footnotes.xml'),
  ),
  'word/styles.xml': `<w:styles ${W}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="t1"><w:name w:val="toc 1"/><w:basedOn w:val="a"/></w:style></w:styles>`,
  'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%1.%2.%3')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num></w:numbering>`,
  'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="1"><w:p><w:r><w:t>含结转资金12.50万元。</w:t></w:r></w:p></w:footnote></w:footnotes>`,
}

export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

export const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`

export const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`

export const wordTable = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`

const style = (id: string): string => `<w:pStyle w:val="${id}"/>`

function mergedTable(): string {
  const [head = [], ...others] = TABLE
  return wordTable(
    row(cell('收支情况（单位：万元）', `<w:gridSpan w:val="${head.length}"/>`)),
    row(...head.map((text, i) => cell(text, i === 0 ? '<w:vMerge w:val="restart"/>' : ''))),
    row(...head.map((text, i) => cell(i === 0 ? '' : text, i === 0 ? '<w:vMerge/>' : ''))),
    ...others.map((texts) => row(...texts.map((text) => cell(text)))),
    row(
      `<w:tc><w:tcPr><w:gridSpan w:val="${head.length}"/></w:tcPr>${wordTable(row(cell('甲'), cell('1.5')), row(cell('乙'), cell('2.5')))}${paragraph('')}</w:tc>`,
    ),
  )
}

function handWritten(): Uint8Array {
  const [title = '', first = '', ...others] = WORDS
  const box = `<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${paragraph('文本框：得分96.5分')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph('文本框：得分96.5分')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
  const tracked = `<w:p><w:r><w:t>项目支出</w:t></w:r><w:del w:id="1"><w:r><w:delText>300</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>320.00</w:t></w:r></w:ins><w:r><w:t>万元</w:t><w:tab/><w:br/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`
  return docxOf(
    [
      paragraph(title, '<w:jc w:val="center"/>'),
      paragraph('目录……1', style('t1')),
      paragraph('基本情况', style('1')),
      paragraph(first),
      paragraph('资金情况', style('2')),
      tracked,
      mergedTable(),
      paragraph('产出', '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="2"/></w:numPr>'),
      box,
      ...others.map((text) => paragraph(text)),
      '<w:sectPr/>',
    ].join(''),
  )
}

function byLibrary(): Promise<Buffer> {
  const [title = '', ...others] = WORDS
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'n',
          levels: [
            { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
            { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2' },
          ],
        },
      ],
    },
    footnotes: { 1: { children: [new Paragraph('含上年结转。')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: title, alignment: 'center' }),
          ...others.map((text, i) => new Paragraph({ text, numbering: { reference: 'n', level: i % 2 } })),
          new Paragraph({ children: [new TextRun('结余'), new FootnoteReferenceRun(1)] }),
          new Table({
            rows: TABLE.map(
              (texts, i) =>
                new TableRow({
                  children: texts.map(
                    (text, j) =>
                      new TableCell({
                        children: [new Paragraph(text)],
                        ...(j === 0 && i < 2 ? { verticalMerge: i === 0 ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE } : {}),
                      }),
                  ),
                }),
            ),
          }),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

export const wordSeeds = async (): Promise<readonly Uint8Array[]> => [handWritten(), settled(await byLibrary())]
