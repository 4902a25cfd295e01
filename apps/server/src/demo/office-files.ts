/** Pieces as the files that offices send: a Word document, a workbook, the photograph of a page. */
import { crc32, deflateSync } from 'node:zlib'
import { writePackage } from '@jiheng/ooxml'
import type { Piece } from './write-report.ts'

const xml = (text: string): Uint8Array => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`)
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const packageSpace = 'http://schemas.openxmlformats.org/package/2006'
const officeSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function office(
  main: string,
  type: string,
  parts: ReadonlyMap<string, Uint8Array>,
  others: readonly (readonly [string, string])[] = [],
): Uint8Array {
  const overrides = [[main, type] as const, ...others]
    .map(([part, kind]) => `<Override PartName="/${part}" ContentType="${kind}"/>`)
    .join('')
  return writePackage(
    new Map([
      [
        '[Content_Types].xml',
        xml(
          `<Types xmlns="${packageSpace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`,
        ),
      ],
      [
        '_rels/.rels',
        xml(
          `<Relationships xmlns="${packageSpace}/relationships"><Relationship Id="rId1" Type="${officeSpace}/officeDocument" Target="${main}"/></Relationships>`,
        ),
      ],
      ...parts,
    ]),
  )
}

const looks = {
  title: { size: 36, align: 'center', font: '方正小标宋简体' },
  heading: { size: 32, align: 'left', font: '黑体' },
  paragraph: { size: 30, align: 'both', font: '仿宋' },
} as const

export function wordFile(pieces: readonly Piece[]): Uint8Array {
  const run = (text: string, size: number, font: string) =>
    `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}"/><w:sz w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
  const paragraph = (text: string, look: keyof typeof looks) => {
    const { size, align, font } = looks[look]
    const indent = look === 'title' ? '' : '<w:ind w:firstLineChars="200" w:firstLine="600"/>'
    return `<w:p><w:pPr><w:spacing w:line="560" w:lineRule="exact"/>${indent}<w:jc w:val="${align}"/></w:pPr>${run(text, size, font)}</w:p>`
  }
  const edge = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge).join('')
  const cell = (text: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="2200" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run(text, 24, '仿宋')}</w:p></w:tc>`
  const table = (rows: readonly (readonly string[])[]) =>
    `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${(rows[0] ?? []).map(() => '<w:gridCol w:w="2200"/>').join('')}</w:tblGrid>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
  const body = pieces.map((piece) => (piece.kind === 'table' ? table(piece.rows) : paragraph(piece.text, piece.kind))).join('')
  const section =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
  const document = xml(
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}${section}</w:body></w:document>`,
  )
  return office(
    'word/document.xml',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    new Map([['word/document.xml', document]]),
  )
}

/** One sheet, a line a row. */
export function sheetFile(pieces: readonly Piece[]): Uint8Array {
  const lines = pieces.flatMap((piece): readonly (readonly string[])[] => (piece.kind === 'table' ? piece.rows : [[piece.text]]))
  const cell = (text: string, row: number, column: number) =>
    text === ''
      ? ''
      : `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
  const rows = lines
    .map((line, at) => `<row r="${at + 1}">${line.map((text, column) => cell(text, at + 1, column)).join('')}</row>`)
    .join('')
  const space = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const sheet = xml(
    `<worksheet xmlns="${space}"><cols><col min="1" max="4" width="24" customWidth="1"/></cols><sheetData>${rows}</sheetData></worksheet>`,
  )
  const book = xml(
    `<workbook xmlns="${space}" xmlns:r="${officeSpace}"><sheets><sheet name="自评表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  )
  const relations = xml(
    `<Relationships xmlns="${packageSpace}/relationships"><Relationship Id="rId1" Type="${officeSpace}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  )
  return office(
    'xl/workbook.xml',
    `${kind}.sheet.main+xml`,
    new Map([
      ['xl/workbook.xml', book],
      ['xl/_rels/workbook.xml.rels', relations],
      ['xl/worksheets/sheet1.xml', sheet],
    ]),
    [['xl/worksheets/sheet1.xml', `${kind}.worksheet+xml`]],
  )
}

/** A white page with grey lines where words would be: what a scanner makes of a report. */
export function scannedPage(): Uint8Array {
  const [width, height] = [310, 438]
  const pixels = Buffer.alloc((width + 1) * height, 0xff)
  for (let y = 0; y < height; y++) {
    pixels[y * (width + 1)] = 0
    const isLine = y > 40 && y < 400 && y % 12 < 4
    if (isLine) pixels.fill(0x99, y * (width + 1) + 36, y * (width + 1) + (y % 60 < 12 ? 180 : 275))
  }
  const chunk = (name: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(name), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, check])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))])
}
