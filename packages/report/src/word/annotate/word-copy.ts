/** Any document as a plain Word file, so that comments can stand at its words where the sender's file is none. */
import type { Block, Cell, SourceDocument } from '@jiheng/ingest'
import { writePackage } from '@jiheng/ooxml'
import type { Origin, Place } from '@jiheng/vocabulary'
import { shortName } from '../../wording/file-name.ts'
import { escapedAsIs } from './comments-part.ts'
import { type PlainCell, plainRows, widthOf } from './plain-table.ts'

export interface WordCopy {
  readonly bytes: Uint8Array
  /** The same document; its places lead into the copy. */
  readonly document: SourceDocument
}

/** Headings, paragraphs and tables, in the letters of official papers. What the reader left out of the text is left out here. */
export function wordCopy(document: SourceDocument): WordCopy {
  const writer = new CopyWriter()
  writer.paragraph('note', [{ text: `由“${shortName(document.file.name)}”转成，供批注用；版式以原件为准。`, at: null }])
  for (const [at, { blocks }] of document.reports.entries()) {
    if (at > 0) writer.paragraph('note', [])
    for (const block of blocks) writeBlock(writer, block)
  }
  const widest = document.reports.flatMap(({ blocks }) => blocks.map((block) => (block.kind === 'table' ? widthOf(block.rows) : 0)))
  const body = writer.xml() + sectionXml(widest.some((width) => width > WIDE_TABLE && width <= WIDEST_TABLE))
  const parts = new Map([
    ['[Content_Types].xml', TYPES],
    ['_rels/.rels', RELS],
    ['word/document.xml', `${DECLARATION}<w:document ${W}><w:body>${body}</w:body></w:document>`],
    ['word/_rels/document.xml.rels', DOCUMENT_RELS],
    ['word/styles.xml', STYLES],
  ])
  const encoder = new TextEncoder()
  const bytes = writePackage(new Map([...parts].map(([name, xml]) => [name, encoder.encode(xml)])))
  return { bytes, document: { ...document, places: writer.places() } }
}

/** Tables wider than this turn the page; Word has no tables wider than WIDEST_TABLE. */
const WIDE_TABLE = 8
const WIDEST_TABLE = 63
const PART = 'word/document.xml'

type Look = 'note' | 'title' | 'heading' | 'subheading' | 'body' | 'cell'

interface Words {
  readonly text: string
  /** Where they come from; null for words of ours. */
  readonly at: Origin | null
}

class CopyWriter {
  readonly #pieces: string[] = []
  readonly #places: Place[] = []
  #count = 0

  paragraph(look: Look, words: readonly Words[]): void {
    const paragraph = this.#count++
    const runs = words.filter(({ text }) => text !== '')
    for (const [run, { text, at }] of runs.entries()) if (at) this.#place(text, at, paragraph, run)
    const xml = runs.map(({ text }) => `<w:r>${LOOKS[look].run}<w:t xml:space="preserve">${escapedAsIs(text)}</w:t></w:r>`)
    this.#pieces.push(`<w:p>${LOOKS[look].paragraph}${xml.join('')}</w:p>`)
  }

  table(rows: readonly (readonly Cell[])[]): void {
    const width = widthOf(rows)
    const grid = `<w:tblGrid>${'<w:gridCol/>'.repeat(width)}</w:tblGrid>`
    this.#pieces.push(`<w:tbl>${TABLE}${grid}`)
    for (const cells of plainRows(rows)) {
      this.#pieces.push('<w:tr><w:trPr><w:cantSplit/></w:trPr>')
      for (const cell of cells) this.#cell(cell)
      this.#pieces.push('</w:tr>')
    }
    this.#pieces.push('</w:tbl>')
    this.paragraph('note', [])
  }

  xml(): string {
    return this.#pieces.join('')
  }

  places(): readonly Place[] {
    return this.#places.sort((a, b) => a.start - b.start || a.end - b.end)
  }

  #cell({ cell, colSpan, merge }: PlainCell): void {
    const span = colSpan > 1 ? `<w:gridSpan w:val="${colSpan}"/>` : ''
    const merged = merge === 'none' ? '' : merge === 'starts' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
    this.#pieces.push(`<w:tc><w:tcPr>${span}${merged}<w:vAlign w:val="center"/></w:tcPr>`)
    this.paragraph('cell', cell ? [{ text: cell.text, at: cell.at }] : [])
    this.#pieces.push('</w:tc>')
  }

  #place(text: string, { start, segments }: Origin, paragraph: number, run: number): void {
    const whole = [{ tidy: 0, original: 0, length: text.length }]
    for (const { tidy, original, length } of segments.length > 0 ? segments : whole) {
      const from = start + original
      if (length > 0) this.#places.push({ start: from, end: from + length, spot: { kind: 'run', part: PART, paragraph, run, at: tidy } })
    }
  }
}

function writeBlock(writer: CopyWriter, block: Block): void {
  switch (block.kind) {
    case 'heading': {
      const { level, number, text, at } = block
      writer.paragraph(level === 0 ? 'title' : level <= 2 ? 'heading' : 'subheading', [...numberWords(number, at), { text, at }])
      break
    }
    case 'paragraph':
      writer.paragraph('body', [{ text: block.text, at: block.at }])
      break
    case 'attachment':
      writer.paragraph('body', [{ text: block.title, at: block.at }])
      break
    case 'table':
      if (widthOf(block.rows) <= WIDEST_TABLE) writer.table(block.rows)
      else
        for (const row of block.rows)
          writer.paragraph(
            'cell',
            row.flatMap(({ text, at }) => [
              { text, at },
              { text: text === '' ? '' : '　', at: null },
            ]),
          )
  }
}

/** The slice starts with the number; one that ends in a figure is set apart. */
function numberWords(number: string | null, { start, line, original }: Origin): readonly Words[] {
  if (number === null || number === '') return []
  const at: Origin = { start, end: start + number.length, line, original: original.slice(0, number.length), segments: [] }
  return [
    { text: number, at },
    { text: /[\dA-Za-z]$/.test(number) ? ' ' : '', at: null },
  ]
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const TYPES = `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD_TYPE}.styles+xml"/></Types>`
const RELS = `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`
const DOCUMENT_RELS = `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`

const SONG = '仿宋_GB2312'
const HEI = '黑体'
const KAI = '楷体_GB2312'

const STYLES = `${DECLARATION}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${SONG}" w:cs="Times New Roman"/><w:sz w:val="28"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>`

const look = (paragraph: string, run: string): { readonly paragraph: string; readonly run: string } => ({
  paragraph: `<w:pPr>${paragraph}</w:pPr>`,
  run: run === '' ? '' : `<w:rPr>${run}</w:rPr>`,
})
const font = (name: string): string => `<w:rFonts w:eastAsia="${name}"/>`
const spacing = (line: number, before = 0): string => `<w:spacing w:before="${before}" w:after="0" w:line="${line}" w:lineRule="auto"/>`
const INDENT = '<w:ind w:firstLineChars="200" w:firstLine="560"/>'

const LOOKS: Readonly<Record<Look, { readonly paragraph: string; readonly run: string }>> = {
  note: look(spacing(240), '<w:color w:val="7F7F7F"/><w:sz w:val="18"/>'),
  title: look(`<w:keepNext/>${spacing(360, 120)}<w:jc w:val="center"/><w:outlineLvl w:val="0"/>`, `${font(HEI)}<w:sz w:val="36"/>`),
  heading: look(`<w:keepNext/>${spacing(360, 60)}${INDENT}<w:outlineLvl w:val="1"/>`, font(HEI)),
  subheading: look(`<w:keepNext/>${spacing(360)}${INDENT}<w:outlineLvl w:val="2"/>`, font(KAI)),
  body: look(`${spacing(360)}${INDENT}`, ''),
  cell: look(spacing(240), '<w:sz w:val="20"/>'),
}

const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
  (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`,
)
const TABLE = `<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${EDGES.join('')}</w:tblBorders><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>`

/** A4 with the margins of official papers, narrower where the page is turned. */
function sectionXml(isWide: boolean): string {
  const size = isWide ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' : '<w:pgSz w:w="11906" w:h="16838"/>'
  const side = isWide ? 1134 : 1531
  return `<w:sectPr>${size}<w:pgMar w:top="1531" w:right="${side}" w:bottom="1531" w:left="${side}" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>`
}
