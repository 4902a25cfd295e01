/** Reports of several formats that name an address outside wherever their format can: pictures, templates, links, styles, entities, actions. */

import { ingest } from '@jiheng/ingest'
import { openPackage, rewritePackage } from '@jiheng/ooxml'
import { report } from '../../../apps/server/test/support/reports.ts'
import { makeDocx } from '../../../bench/formats/make-docx.ts'
import { setPdf } from '../../../bench/formats/make-pdf.ts'
import { makeXlsx } from '../../../bench/formats/make-xlsx.ts'

export interface Asking {
  readonly name: string
  readonly bytes: Uint8Array
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const external = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}" TargetMode="External"/>`

/** `outside`: where somebody listens. */
export async function filesThatAsk(outside: string): Promise<readonly Asking[]> {
  const at = (path: string) => `${outside}/${path}`
  const words = new TextDecoder().decode(report('测试县水利局'))
  const document = await ingest(report('测试县水利局'), { name: '自评.txt', sha256: '' })
  const docx = await changed(await makeDocx(document), {
    'word/_rels/document.xml.rels': (xml) =>
      xml.replace(
        '</Relationships>',
        `${external('rIdA', 'image', at('docx-image.png'))}${external('rIdB', 'hyperlink', at('docx-link'))}${external('rIdC', 'attachedTemplate', at('docx-template.dotm'))}${external('rIdD', 'oleObject', at('docx-ole'))}</Relationships>`,
      ),
    'word/document.xml': (xml) =>
      xml.replace(
        '</w:body>',
        `<w:p><w:r><w:instrText>INCLUDEPICTURE "${at('docx-field.png')}" \\d</w:instrText></w:r><w:hyperlink xmlns:r="${relations}" r:id="rIdB"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p></w:body>`,
      ),
  })
  const xlsx = await changed(await makeXlsx(document), {
    'xl/_rels/workbook.xml.rels': (xml) =>
      xml.replace('</Relationships>', `${external('rIdX', 'externalLinkPath', at('xlsx-link.xlsx'))}</Relationships>`),
  })
  const lines = words
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `<p>${line}</p>`)
    .join('')
  const html = `<html><head><base href="${outside}/"><link rel="stylesheet" href="${at('html.css')}"><style>@import url(${at('html-import.css')});body{background:url(${at('html-bg.png')})}</style><meta http-equiv="refresh" content="0;url=${at('html-refresh')}"></head><body><img src="${at('html-image.png')}" srcset="${at('html-set.png')} 2x"><iframe src="${at('html-frame')}"></iframe><object data="${at('html-object')}"></object><script src="${at('html.js')}"></script><svg><image href="${at('html-svg.png')}"/></svg>${lines}</body></html>`
  const xml = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "${at('xml-entity')}"><!ENTITY % y SYSTEM "${at('xml-parameter.dtd')}">%y;]><?mso-application progid="Excel.Sheet"?><a>&x;</a>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><image href="${at('svg.png')}"/><script href="${at('svg.js')}"/></svg>`
  const rtf = `{\\rtf1{\\field{\\*\\fldinst INCLUDEPICTURE "${at('rtf-field.png')}"}}{\\*\\template ${at('rtf-template.dot')}}${words.replaceAll(/[^\n]/g, (sign) => `\\u${sign.charCodeAt(0)}?`).replaceAll('\n', '\\par ')}}`
  const pdf = setPdf(`#set text(font: "Noto Serif CJK SC")\n#link("${at('pdf-link')}")[链接]\n\n${words.split('\n').join('\n\n')}`)
  const encode = (text: string) => new TextEncoder().encode(text)
  return [
    { name: '自评.docx', bytes: docx },
    { name: '自评.xlsx', bytes: xlsx },
    { name: '自评.html', bytes: encode(html) },
    { name: '自评.xml', bytes: encode(xml) },
    { name: '自评.svg', bytes: encode(svg) },
    { name: '自评.rtf', bytes: encode(rtf) },
    { name: '自评.pdf', bytes: withAction(pdf, at('pdf-action')) },
  ]
}

/** The parts named here are rewritten; all others stay. */
async function changed(bytes: Uint8Array, changes: Readonly<Record<string, (xml: string) => string>>): Promise<Uint8Array> {
  const { read } = await openPackage(bytes)
  const parts = new Map<string, Uint8Array>()
  for (const [name, change] of Object.entries(changes)) {
    const before = new TextDecoder().decode(await read(name))
    const after = change(before)
    if (after === before) throw new Error(`${name} is not as expected`)
    parts.set(name, new TextEncoder().encode(after))
  }
  return rewritePackage(bytes, parts)
}

/** Opened by a careless reader, it goes there at once. */
function withAction(pdf: Uint8Array, address: string): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1')
  const catalogue = text.replace('/Type /Catalog', `/Type /Catalog /OpenAction << /S /URI /URI (${address}) >>`)
  return Buffer.from(catalogue, 'latin1')
}
