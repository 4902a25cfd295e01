/** A PDF written by hand: what no typesetter would make on request. Content is PDF operators; `words` writes text of any language. */

export interface WrittenPage {
  readonly content: string
  readonly box?: readonly [number, number, number, number]
  readonly cropBox?: readonly [number, number, number, number]
  readonly rotate?: number
  /** Put behind the page's resources, e.g. `/XObject << … >>`. */
  readonly resources?: string
}

export interface WrittenPdf {
  readonly pages: readonly WrittenPage[]
  /** More objects; the first one has number `FIRST_OWN`. */
  readonly objects?: readonly string[]
  /** Put into the catalogue. */
  readonly catalogue?: string
  /** Put into the trailer. */
  readonly trailer?: string
}

export const FIRST_OWN = 100

const chinese = (
  encoding: string,
): string => `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [
<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500]
/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >>] >>`

/** F1 is set across and F4 downwards; the letters of F3 are unknown. */
const FONTS = `/Font << /F1 ${chinese('UniGB-UTF16-H')} /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /F3 3 0 R /F4 ${chinese('UniGB-UTF16-V')} >>`

/** A font whose letters the file maps to private characters. */
const PRIVATE_FONT = [
  '<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Own /FirstChar 65 /LastChar 66 /Widths [600 600] /Encoding /WinAnsiEncoding /ToUnicode 4 0 R >>',
  stream(
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <41> <E001> <42> <E002> endbfchar endcmap end end',
  ),
]

export function writePdf({ pages, objects = [], catalogue = '', trailer = '' }: WrittenPdf): Uint8Array {
  const numbered = new Map<number, string>()
  numbered.set(1, `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`)
  const kids = pages.map((_, i) => `${10 + 2 * i} 0 R`)
  numbered.set(2, `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`)
  for (const [i, object] of PRIVATE_FONT.entries()) numbered.set(3 + i, object)
  for (const [i, { content, box = [0, 0, 595, 842], cropBox, rotate = 0, resources = '' }] of pages.entries()) {
    const crop = cropBox ? `/CropBox [${cropBox.join(' ')}]` : ''
    numbered.set(
      10 + 2 * i,
      `<< /Type /Page /Parent 2 0 R /MediaBox [${box.join(' ')}] ${crop} /Rotate ${rotate} /Contents ${11 + 2 * i} 0 R /Resources << ${FONTS} ${resources} >> >>`,
    )
    numbered.set(11 + 2 * i, stream(content))
  }
  for (const [i, object] of objects.entries()) numbered.set(FIRST_OWN + i, object)
  return assembled(numbered, trailer)
}

export function stream(data: string, dictionary = ''): string {
  return `<< /Length ${data.length} ${dictionary} >>\nstream\n${data}\nendstream`
}

function assembled(objects: ReadonlyMap<number, string>, trailer: string): Uint8Array {
  let file = '%PDF-1.7\n'
  const offsets = new Map<number, number>()
  for (const [number, object] of objects) {
    offsets.set(number, file.length)
    file += `${number} 0 obj\n${object}\nendobj\n`
  }
  const size = Math.max(...objects.keys()) + 1
  const start = file.length
  file += 'xref\n0 1\n0000000000 65535 f \n'
  for (const [number, offset] of offsets) file += `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`
  file += `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF`
  return Uint8Array.from(file, (char) => char.charCodeAt(0))
}

/** Text at a place; every character is an em wide, ASCII half an em. */
export function words(x: number, y: number, text: string, size = 12): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td ${hex(text)} Tj ET\n`
}

export function hex(text: string): string {
  return `<${[...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`
}

/** How long the text is that `words` writes. */
export function lengthOf(text: string, size = 12): number {
  return [...text].reduce((sum, char) => sum + (char < '\u0080' ? size / 2 : size), 0)
}

/** Rules of a table: boxes as thin as a line and filled, as Word draws them, or strokes. */
export function filledRules(xs: readonly number[], ys: readonly number[]): string {
  const [left = 0] = xs
  const [bottom = 0] = ys
  const across = ys.map((y) => `${left} ${y - 0.24} ${(xs.at(-1) ?? 0) - left} 0.48 re f\n`)
  const down = xs.map((x) => `${x - 0.24} ${bottom} 0.48 ${(ys.at(-1) ?? 0) - bottom} re f\n`)
  return across.join('') + down.join('')
}

export function strokedRules(xs: readonly number[], ys: readonly number[]): string {
  const across = ys.map((y) => `${xs[0]} ${y} m ${xs.at(-1)} ${y} l S\n`)
  const down = xs.map((x) => `${x} ${ys[0]} m ${x} ${ys.at(-1)} l S\n`)
  return across.join('') + down.join('')
}
