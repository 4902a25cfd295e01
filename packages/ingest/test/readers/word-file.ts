/** Word files written part by part, for what no writer of documents would write. */
import { placeAt } from '@jiheng/vocabulary'
import { makeZip } from '../../../../bench/formats/make-zip.ts'
import { ingest, type SourceDocument } from '../../src/index.ts'
import { show } from '../helpers.ts'

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="x" xmlns:v="v" xmlns:m="m" xmlns:r="r"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface WordParts {
  readonly body: string
  readonly numbering?: string
  readonly styles?: string
  readonly footnotes?: string
  readonly header?: string
  readonly signature?: string
}

export function wordFile({ body, numbering, styles, footnotes, header, signature }: WordParts): Uint8Array {
  const parts = { numbering, styles, footnotes, header }
  const present = Object.entries(parts).filter(([, xml]) => xml !== undefined)
  const rels = present.map(([name], at) => `<Relationship Id="r${at}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`).join('')
  return makeZip([
    { name: '[Content_Types].xml', content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/_rels/document.xml.rels', content: `<Relationships>${rels}</Relationships>` },
    { name: 'word/document.xml', content: `<w:document ${WORD}><w:body>${body}</w:body></w:document>` },
    ...present.map(([name, xml]) => ({ name: `word/${name}.xml`, content: `<w:${name} ${WORD}>${xml}</w:${name}>` })),
    ...(signature === undefined ? [] : [{ name: '_xmlsignatures/sig1.xml', content: signature }]),
  ])
}

export const readWord = (parts: WordParts): Promise<SourceDocument> => ingest(wordFile(parts), { name: 'a.docx', sha256: '' })

/** Blocks of the file as short lines, tables row by row. */
export async function linesOf(parts: WordParts): Promise<string[]> {
  const { reports } = await readWord(parts)
  return reports.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => `| ${row.map(({ text }) => text).join(' | ')}`) : [show(block)],
    ),
  )
}

/** The run that a word of the document stands in: `paragraph.run`. */
export function spotOf(document: SourceDocument, word: string): string {
  for (const { blocks } of document.reports) {
    for (const { at } of blocks) {
      const offset = at.original.indexOf(word)
      const spot = offset < 0 ? null : placeAt(document.places, at.start + offset)?.spot
      if (spot?.kind === 'run') return `${spot.part} ${spot.paragraph}.${spot.run}`
    }
  }
  return 'nowhere'
}

export const p = (text: string, properties = ''): string => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${r(text)}</w:p>`
export const r = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const listed = (list: number, level: number): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`
export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`
