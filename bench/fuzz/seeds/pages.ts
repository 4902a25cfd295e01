/** Good PDF and OFD files. The first PDF is written by hand and keeps its streams open to changes. */

import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { makeZip } from '../../formats/make-zip.ts'
import { TABLE, WORDS } from './words.ts'

/** Objects in order of their numbers, with a table of where they stand. */
export function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.7\n'
  const starts = objects.map((object, i) => {
    const start = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

export const stream = (content: string, entries = ''): string => `<</Length ${content.length}${entries}>>\nstream\n${content}\nendstream`

const hex = (text: string): string => `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`

const say = (x: number, y: number, text: string, size = 12): string => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${hex(text)} Tj ET`

function ruledTable(left: number, top: number): string {
  const [wide, high] = [110, 24]
  const lines = []
  for (let i = 0; i <= TABLE.length; i++) lines.push(`${left} ${top - i * high} m ${left + 4 * wide} ${top - i * high} l S`)
  for (let j = 0; j <= 4; j++) lines.push(`${left + j * wide} ${top - TABLE.length * high} 0.5 ${TABLE.length * high} re f`)
  return [...lines, ...TABLE.flatMap((row, i) => row.map((text, j) => say(left + j * wide + 4, top - i * high - 16, text, 10)))].join('\n')
}

/** A page of Chinese text in a font that the file does not carry. */
export function plainPdf(trailer = ''): Uint8Array {
  const first = [
    'q 1 0 0 1 0 0 cm',
    ...WORDS.map((text, i) => say(60, 780 - i * 30, text.slice(0, 40), 14)),
    'Q',
    ruledTable(60, 600),
  ].join('\n')
  const second = [
    'q .5 w',
    ruledTable(60, 760),
    say(280, 40, '— 2 —'),
    'BT /F1 12 Tf 14 TL 60 500 Td [',
    hex('结余'),
    '-250',
    hex('40.00万元'),
    '] TJ T*',
    hex('完毕'),
    "' ET /X1 Do Q",
  ].join('\n')
  return pdfOf(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 595 842]/Resources<</Font<</F1 7 0 R>>/XObject<</X1 10 0 R>>>>>>',
      '<</Type/Page/Parent 2 0 R/Contents 5 0 R>>',
      '<</Type/Page/Parent 2 0 R/Contents[6 0 R]/Rotate 0/CropBox[0 0 595 842]>>',
      stream(first),
      stream(second),
      '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[8 0 R]>>',
      '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1[500 500] 814 939 500]/FontDescriptor 9 0 R>>',
      '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
      stream(say(60, 300, '附件1'), '/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Matrix[1 0 0 1 0 0]/Resources<</Font<</F1 7 0 R>>>>'),
    ],
    trailer,
  )
}

function typeset(): Uint8Array {
  const rows = TABLE.flat().map((words) => `[${words}]`)
  const source = `#set document(date: none)\n#set text(font: "Noto Serif CJK SC")\n${WORDS.join('\n\n')}\n\n#table(columns: 4, ${rows.join(', ')})`
  return NodeCompiler.create().pdf({ mainFileContent: source })
}

export const pdfSeeds = (): readonly Uint8Array[] => [plainPdf(), typeset()]

const OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'

const text = (id: number, x: number, y: number, words: string): string =>
  `<ofd:TextObject ID="${id}" Boundary="${x} ${y} 150 6" Font="1" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="g ${words.length - 1} 4">${words}</ofd:TextCode></ofd:TextObject>`

const line = (id: number, x: number, y: number, wide: number, high: number): string =>
  `<ofd:PathObject ID="${id}" Boundary="${x} ${y} ${wide || 0.3} ${high || 0.3}" LineWidth="0.3"><ofd:AbbreviatedData>M 0 0 L ${wide} ${high}</ofd:AbbreviatedData></ofd:PathObject>`

function ofdPage(): string {
  const [wide, high, left, top] = [30, 8, 20, 80]
  const rules = [
    ...TABLE.map((_, i) => line(100 + i, left, top + i * high, 4 * wide, 0)),
    line(120, left, top + TABLE.length * high, 4 * wide, 0),
    ...Array.from({ length: 5 }, (_, j) => line(130 + j, left + j * wide, top, 0, TABLE.length * high)),
  ]
  const cells = TABLE.flatMap((row, i) => row.map((words, j) => text(200 + i * 4 + j, left + j * wide + 1, top + i * high + 1, words)))
  const words = WORDS.map((one, i) => text(10 + i, 20, 20 + i * 10, one.slice(0, 35)))
  return `<ofd:Page ${OFD}><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area><ofd:Template TemplateID="9" ZOrder="Background"/><ofd:Content><ofd:Layer ID="2">${[...words, ...rules, ...cells].join('')}</ofd:Layer></ofd:Content></ofd:Page>`
}

export const ofdParts = (): Readonly<Record<string, string>> => ({
  'OFD.xml': `<ofd:OFD ${OFD} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>`,
  'Doc_0/Document.xml': `<ofd:Document ${OFD}><ofd:CommonData><ofd:MaxUnitID>400</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>`,
  'Doc_0/PublicRes.xml': `<ofd:Res ${OFD} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="1" FontName="宋体"/></ofd:Fonts></ofd:Res>`,
  'Doc_0/Pages/Page_0/Content.xml': ofdPage(),
  'Doc_0/Tpls/Tpl_0/Content.xml': `<ofd:Page ${OFD}><ofd:Content><ofd:Layer ID="3">${text(300, 90, 285, '— 1 —')}</ofd:Layer></ofd:Content></ofd:Page>`,
  'Doc_0/Signs/Signatures.xml': `<ofd:Signatures ${OFD}><ofd:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/></ofd:Signatures>`,
})

export const ofdSeeds = (): readonly Uint8Array[] => [
  makeZip(Object.entries(ofdParts()).map(([name, content]) => ({ name, content: `<?xml version="1.0" encoding="UTF-8"?>\n${content}` }))),
]
