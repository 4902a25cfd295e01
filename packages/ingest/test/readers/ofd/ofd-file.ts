/** OFD files written by hand: millimetres, y downwards. */
import { makeZip } from '../../../../../bench/formats/make-zip.ts'

export interface OfdFile {
  /** Objects of each page's layer. */
  readonly pages: readonly string[]
  /** Objects of a template behind every page. */
  readonly template?: string
  readonly more?: readonly { readonly name: string; readonly content: string }[]
  /** Put into the document's body in OFD.xml. */
  readonly body?: string
  /** Stands before OFD.xml's root. */
  readonly prolog?: string
}

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'

export function ofdFile({ pages, template, more = [], body = '', prolog = '' }: OfdFile): Uint8Array {
  const listed = pages.map((_, i) => `<ofd:Page ID="${i + 10}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('')
  const behind = template === undefined ? '' : '<ofd:TemplatePage ID="5" BaseLoc="Tpls/Tpl_0/Content.xml"/>'
  const use = template === undefined ? '' : '<ofd:Template TemplateID="5" ZOrder="Background"/>'
  const page = (objects: string, uses: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><ofd:Page ${NAMESPACE}>${uses}<ofd:Content><ofd:Layer ID="1">${objects}</ofd:Layer></ofd:Content></ofd:Page>`
  return makeZip([
    {
      name: 'OFD.xml',
      content: `${prolog}<ofd:OFD ${NAMESPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>${body}</ofd:DocBody></ofd:OFD>`,
    },
    {
      name: 'Doc_0/Document.xml',
      content: `<ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${behind}</ofd:CommonData><ofd:Pages>${listed}</ofd:Pages></ofd:Document>`,
    },
    ...pages.map((objects, i) => ({ name: `Doc_0/Pages/Page_${i}/Content.xml`, content: page(objects, use) })),
    ...(template === undefined ? [] : [{ name: 'Doc_0/Tpls/Tpl_0/Content.xml', content: page(template, '') }]),
    ...more,
  ])
}

/** Text whose baseline starts at a place; each character is as wide as it is high, ASCII half as wide. */
export function text(x: number, y: number, words: string, size = 4, attributes = ''): string {
  const steps = [...words].slice(0, -1).map((char) => (char < '\u0080' ? size / 2 : size))
  return `<ofd:TextObject ID="9" Boundary="${x} ${y - size} 200 ${size * 1.2}" Font="3" Size="${size}" ${attributes}><ofd:TextCode X="0" Y="${size}" DeltaX="${steps.join(' ')}">${words}</ofd:TextCode></ofd:TextObject>`
}

export const stroke = (x1: number, y1: number, x2: number, y2: number): string =>
  `<ofd:PathObject ID="8" Boundary="0 0 210 297" LineWidth="0.2"><ofd:AbbreviatedData>M ${x1} ${y1} L ${x2} ${y2}</ofd:AbbreviatedData></ofd:PathObject>`

export const grid = (xs: readonly number[], ys: readonly number[]): string =>
  [...ys.map((y) => stroke(xs[0] ?? 0, y, xs.at(-1) ?? 0, y)), ...xs.map((x) => stroke(x, ys[0] ?? 0, x, ys.at(-1) ?? 0))].join('')
