/** Word files written part by part, results that accuse any words, and what stands between the marks of a comment. */
import type { AuditResult, Finding } from '@jiheng/audit'
import { ingest, type SourceDocument } from '@jiheng/ingest'
import { openPackage, readXmlPart } from '@jiheng/ooxml'
import type { Audited } from '@jiheng/report'
import { makeZip, readZip } from '../../../../../bench/formats/make-zip.ts'

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export interface WordParts {
  readonly body: string
  /** More attributes of the root. */
  readonly root?: string
  readonly styles?: string
  readonly comments?: string
  readonly footnotes?: string
  readonly numbering?: string
}

const NAMES = ['styles', 'comments', 'footnotes', 'numbering'] as const

export function wordFile(parts: WordParts): Uint8Array {
  const present = NAMES.filter((name) => parts[name] !== undefined)
  const document = `${DECLARATION}<w:document xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"${parts.root ?? ''}><w:body>${parts.body}<w:sectPr/></w:body></w:document>`
  return packed(
    document,
    Object.fromEntries(present.map((name) => [name, `${DECLARATION}<w:${name} xmlns:w="${W}">${parts[name]}</w:${name}>`])),
  )
}

/** `document` is the whole part, in any encoding. */
export function packed(document: string | Uint8Array, others: Readonly<Record<string, string>> = {}): Uint8Array {
  const names = Object.keys(others)
  const rels = names.map((name, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`).join('')
  return makeZip([
    {
      name: '[Content_Types].xml',
      content: `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${rels}</Relationships>`,
    },
    { name: 'word/document.xml', content: document },
    ...names.map((name) => ({ name: `word/${name}.xml`, content: others[name] ?? '' })),
    { name: 'word/media/image1.png', content: Buffer.alloc(500, 9) },
  ])
}

export const r = (text: string, properties = ''): string => `<w:r>${properties}<w:t>${text}</w:t></w:r>`
export const p = (...inside: readonly string[]): string =>
  `<w:p>${inside.map((one) => (one.startsWith('<') ? one : r(one))).join('')}</w:p>`

/** A result that accuses each of these words where they stand first. */
export async function accused(bytes: Uint8Array, words: readonly string[], more: Partial<Finding> = {}): Promise<Audited> {
  const document = await ingest(bytes, { name: '报告.docx', sha256: '' })
  return {
    document,
    result: resultOf(
      document,
      words.map((one, at) => findingAt(document, one, at, more)),
    ),
  }
}

function findingAt(document: SourceDocument, words: string, at: number, more: Partial<Finding>): Finding {
  for (const [report, { blocks }] of document.reports.entries()) {
    for (const [block, { at: origin }] of blocks.entries()) {
      const start = origin.original.indexOf(words)
      if (start < 0) continue
      return accusing({ report, block, start, end: start + words.length, textStart: 0, text: origin.original }, at, more)
    }
  }
  throw new Error(`${words} is not in the document`)
}

export function accusing(quote: Finding['quotes'][number], at: number, more: Partial<Finding> = {}): Finding {
  return {
    id: `f${at}`,
    check: 'ratio-mismatch',
    kind: 'ratio',
    severity: 'error',
    title: '比率与所列数据不符',
    message: '执行率写为 95%，请核对。',
    quotes: [quote],
    computation: '1 ÷ 2 = 50%',
    steps: [],
    expected: '50%',
    repair: null,
    related: [],
    confidence: 1,
    ...more,
  }
}

export function resultOf({ file, problems }: SourceDocument, findings: readonly Finding[]): AuditResult {
  return {
    version: 1,
    engine: '1',
    catalogue: '1',
    schemes: [],
    context: { asOf: null, year: null, purpose: null },
    file: file.name,
    sha256: '',
    reports: [],
    findings,
    problems,
  }
}

export interface Anchored {
  readonly id: string
  readonly author: string
  /** What stands between its marks; paragraphs are set apart by /. */
  readonly words: string
  readonly lines: readonly string[]
}

/** Read by the events of the XML, not by what wrote the marks. Fails where a mark stands at no place that Word allows. */
export async function anchoredIn(bytes: Uint8Array): Promise<readonly Anchored[]> {
  const pack = await openPackage(bytes)
  const words = new Map<string, string>()
  const referred = new Set<string>()
  const open = new Set<string>()
  const stack: string[] = []
  await readXmlPart(
    pack,
    'word/document.xml',
    {
      open: (name, { id = '' }) => {
        if (/^comment(Range|Reference)/.test(name)) checkPlace(name, stack)
        if (name === 'commentRangeStart') {
          open.add(id)
          words.set(id, '')
        } else if (name === 'commentRangeEnd' && !open.delete(id)) throw new Error(`${id} ends before it starts`)
        else if (name === 'commentReference') referred.add(id)
        stack.push(name)
      },
      close: (name) => {
        stack.pop()
        if (name === 'p') for (const id of open) words.set(id, `${words.get(id)}/`)
      },
      text: (text) => {
        const isShown = stack.at(-1) === 't' && !stack.includes('Fallback') && !stack.includes('del')
        if (isShown) for (const id of open) words.set(id, words.get(id) + text)
      },
    },
    200,
  )
  if (open.size > 0) throw new Error('a range does not end')
  const comments: { id: string; author: string; lines: string[] }[] = []
  const names = pack.entries.map(({ name }) => name).filter((name) => /^word\/comments\d*\.xml$/.test(name))
  for (const name of names) {
    let isText = false
    await readXmlPart(
      pack,
      name,
      {
        open: (element, { id = '', author = '' }) => {
          if (element === 'comment') comments.push({ id, author, lines: [] })
          else if (element === 'p') comments.at(-1)?.lines.push('')
          isText = element === 't'
        },
        close: () => {
          isText = false
        },
        text: (text) => {
          const lines = comments.at(-1)?.lines
          if (isText && lines) lines[lines.length - 1] += text
        },
      },
      50,
    )
  }
  for (const { id } of comments) if (!referred.has(id)) throw new Error(`comment ${id} has no reference`)
  if (referred.size !== comments.length) throw new Error('a reference without comment')
  return comments.map((comment) => ({ ...comment, words: words.get(comment.id) ?? '' }))
}

const PLACES = new Set('p hyperlink ins moveTo smartTag customXml sdtContent'.split(' '))

function checkPlace(name: string, stack: readonly string[]): void {
  const parents = name === 'commentReference' ? stack.slice(0, -1) : stack
  if (!PLACES.has(parents.at(-1) ?? '')) throw new Error(`${name} in ${parents.at(-1)}`)
  if (name === 'commentReference' && stack.at(-1) !== 'r') throw new Error('a reference outside a run')
  if (/txbxContent|footnote|ruby|Fallback|fldSimple/.test(stack.join())) throw new Error(`${name} in ${stack.join()}`)
}

/** Words of the comments of findings: not the summary, nor what is told beside it. */
export const ofFindings = (anchored: readonly Anchored[]): readonly string[] =>
  anchored.filter(({ lines }) => /^(差错|疑点|提示) /.test(lines[0] ?? '')).map(({ words }) => words.replace(/\/+$/, ''))

export async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await openPackage(bytes)).read(name))
}

/** Names and content of all members, in order. */
export const zipText = (bytes: Uint8Array): readonly { readonly name: string; readonly content: string }[] =>
  readZip(bytes).map(({ name, content }) => ({ name, content: content.toString(/\.(xml|rels)$/.test(name) ? 'utf8' : 'latin1') }))
