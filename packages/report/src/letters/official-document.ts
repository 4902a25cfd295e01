/** The look of official documents (GB/T 9704—2012): A4, 22 lines of 28 characters, 仿宋 三号, page numbers — 1 — outside. Measured in print. */
import { loadDocx } from '../word/docx-library.ts'
import { AUTHOR } from '../wording/words.ts'
import { withFixedDates } from './fixed-dates.ts'
import type { Piece, TablePiece } from './piece.ts'

type Docx = Awaited<ReturnType<typeof loadDocx>>
type Paragraph = InstanceType<Docx['Paragraph']>
type Table = InstanceType<Docx['Table']>
type RunOptions = Exclude<ConstructorParameters<Docx['TextRun']>[0], string>
type ParagraphOptions = Exclude<ConstructorParameters<Docx['Paragraph']>[0], string>

export interface OfficialOptions {
  readonly title: string
  /** At the head of every page. */
  readonly mark?: string
  /** YYYY-MM-DD, kept in the file's properties; the clock is never asked. */
  readonly date?: string | null
}

export async function officialDocument(pieces: readonly Piece[], { title, mark, date }: OfficialOptions): Promise<Uint8Array> {
  const docx = await loadDocx()
  const signed = pieces.findIndex(({ kind }) => kind === 'signature')
  const children = pieces.flatMap((piece, at) => laidOut(docx, piece, at < signed && at >= signed - LAST_LINES))
  const headers = mark === undefined ? undefined : headersOf(docx, mark)
  const document = new docx.Document({
    creator: AUTHOR,
    title,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: fontOf('仿宋_GB2312'), size: 32 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(20), footer: mm(24.9) },
          },
          grid: { type: docx.DocumentGridType.DEFAULT, linePitch: LINE },
        },
        ...(headers === undefined ? {} : { headers }),
        footers: { default: pageNumber(docx, 'right'), even: pageNumber(docx, 'left') },
        children,
      },
    ],
  })
  const bytes = await docx.Packer.pack(document, 'uint8array', undefined, [
    { path: 'docProps/core.xml', data: coreProperties(title, date ?? null) },
  ])
  return withFixedDates(bytes)
}

const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

/** 28.95 pt: 22 lines fill the page. */
const LINE = 579
const CHARACTER = 320
const DETAIL = 280

/** Fonts are named, never shipped; where they are missing, the program takes its own. The hint makes “ ” … — Chinese marks, not Latin ones. */
const fontOf = (eastAsia: string): NonNullable<RunOptions['font']> => ({
  eastAsia,
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  hint: 'eastAsia',
})

/** What stands before the signature goes with it: a signature never stands on a page alone. */
const LAST_LINES = 2

function laidOut(docx: Docx, piece: Piece, isKept: boolean): readonly (Paragraph | Table)[] {
  const { AlignmentType, LineRuleType } = docx
  const paragraph = (options: ParagraphOptions, line = LINE): Paragraph =>
    new docx.Paragraph({
      widowControl: false,
      ...options,
      spacing: { line, lineRule: LineRuleType.EXACT, before: 0, after: 0, ...options.spacing },
    })
  const run = (text: string, options: RunOptions = {}) => new docx.TextRun({ text, characterSpacing: -5, ...options })

  switch (piece.kind) {
    case 'title':
      return [
        ...piece.lines.map((line) =>
          paragraph({ alignment: AlignmentType.CENTER, children: [run(line, { font: fontOf('方正小标宋简体'), size: 44 })] }, 680),
        ),
        paragraph({ children: [] }),
      ]
    case 'addressee':
      return [paragraph({ children: [run(piece.text)] })]
    case 'heading':
      return [
        paragraph({
          indent: { firstLineChars: 200, firstLine: 2 * CHARACTER },
          outlineLevel: piece.level - 1,
          keepNext: true,
          children: [run(piece.text, { font: fontOf(piece.level === 1 ? '黑体' : '楷体_GB2312') })],
        }),
      ]
    case 'paragraph':
      return [
        paragraph({
          indent: { firstLineChars: 200, firstLine: 2 * CHARACTER },
          keepNext: isKept || piece.lead !== undefined,
          children: [...(piece.lead === undefined ? [] : [run(piece.lead, { bold: true })]), run(piece.text)],
        }),
      ]
    case 'section':
      return [
        paragraph({
          indent: { firstLineChars: 200, firstLine: 2 * CHARACTER },
          children: [run(piece.lead, { font: fontOf('楷体_GB2312') }), run(piece.text)],
        }),
      ]
    case 'detail':
      return [
        paragraph(
          {
            indent: { left: 2 * CHARACTER + 3 * DETAIL, hanging: 3 * DETAIL },
            children: [run(`${piece.label}：`, { size: 28, font: fontOf('黑体') }), run(piece.text, { size: 28 })],
          },
          460,
        ),
      ]
    case 'signature':
      return [
        paragraph({ keepNext: true, children: [] }),
        ...piece.lines.map((line, at) =>
          paragraph({ indent: { left: mm(72) }, keepLines: true, keepNext: at < piece.lines.length - 1, children: [run(line)] }),
        ),
      ]
    case 'annex':
      return [
        paragraph({ pageBreakBefore: true, children: [run(piece.label, { font: fontOf('黑体') })] }),
        paragraph(
          {
            alignment: AlignmentType.CENTER,
            spacing: { before: 120, after: 240 },
            children: [run(piece.title, { font: fontOf('方正小标宋简体'), size: 36 })],
          },
          600,
        ),
      ]
    case 'table':
      return [tableOf(docx, piece)]
  }
}

/** 小四 in the cells; the head again on every page; no row is torn. */
function tableOf(docx: Docx, { columns, rows }: TablePiece): Table {
  const { AlignmentType, VerticalAlign } = docx
  const cell = (text: string, column: number, isHead: boolean) =>
    new docx.TableCell({
      verticalAlign: VerticalAlign.CENTER,
      width: { size: mm(columns[column]?.width ?? 20), type: docx.WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: text.split('\n').map(
        (line) =>
          new docx.Paragraph({
            widowControl: false,
            alignment: isHead || columns[column]?.isCentred === true ? AlignmentType.CENTER : AlignmentType.LEFT,
            spacing: { line: 340, lineRule: docx.LineRuleType.EXACT },
            children: [new docx.TextRun({ text: line, size: 24, font: fontOf(isHead ? '黑体' : '仿宋_GB2312') })],
          }),
      ),
    })
  return new docx.Table({
    width: { size: columns.reduce((sum, { width }) => sum + mm(width), 0), type: docx.WidthType.DXA },
    columnWidths: columns.map(({ width }) => mm(width)),
    layout: docx.TableLayoutType.FIXED,
    rows: [
      new docx.TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ head }, at) => cell(head, at, true)) }),
      ...rows.map((row) => new docx.TableRow({ cantSplit: true, children: columns.map((_, at) => cell(row[at] ?? '', at, false)) })),
    ],
  })
}

function pageNumber(docx: Docx, side: 'left' | 'right') {
  const look = { size: 28, font: fontOf('宋体') }
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment: side === 'left' ? docx.AlignmentType.LEFT : docx.AlignmentType.RIGHT,
        indent: side === 'left' ? { left: DETAIL } : { right: DETAIL },
        children: [new docx.TextRun({ ...look, children: ['— ', docx.PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}

function headersOf(docx: Docx, mark: string) {
  const header = () =>
    new docx.Header({
      children: [
        new docx.Paragraph({
          alignment: docx.AlignmentType.RIGHT,
          children: [new docx.TextRun({ text: mark, size: 28, font: fontOf('楷体_GB2312') })],
        }),
      ],
    })
  return { default: header(), even: header() }
}

/** In place of the writer's own, which says what hour it is. */
function coreProperties(title: string, date: string | null): string {
  const day = date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null
  const stamp = (name: string) => (day === null ? '' : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`)
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(AUTHOR)}</dc:creator>${stamp('created')}${stamp('modified')}</cp:coreProperties>`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
