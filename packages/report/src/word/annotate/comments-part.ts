/** The part that holds comments: ours written, appended to those of the sender, and taken out again. */
import { attributeAt, attributesAt, type Edit, scanXml, splice, type Tag } from '@jiheng/ooxml'
import { AUTHOR } from '../../wording/words.ts'
import type { CommentLine } from './comment-lines.ts'

export const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'

const INITIALS = '校核'
const LONGEST_LINE = 600
const MOST_LINES = 60

export interface OurComment {
  readonly id: number
  readonly lines: readonly CommentLine[]
}

export interface CommentStyles {
  /** Ids of the styles for the text and for its mark, where the document has them. */
  readonly text: string | null
  readonly reference: string | null
}

export interface CommentWriting {
  readonly styles: CommentStyles
  /** YYYY-MM-DDThh:mm:ssZ; null for none. */
  readonly date: string | null
}

export interface FoundComment {
  readonly id: string
  readonly author: string
  readonly start: number
  readonly end: number
}

/** Throws PackageRefused. */
export function commentsIn(xml: string): readonly FoundComment[] {
  const found: FoundComment[] = []
  let open: Tag | null = null
  scanXml(xml, {
    open: (tag) => {
      if (tag.local === 'comment') open = tag
    },
    close: (closing) => {
      if (closing.local !== 'comment' || open === null) return
      found.push({
        id: attributeAt(xml, open, 'id') ?? '',
        author: attributeAt(xml, open, 'author') ?? '',
        start: open.start,
        end: closing.end,
      })
      open = null
    },
  })
  return found
}

export const oursIn = (xml: string): readonly FoundComment[] => commentsIn(xml).filter(({ author }) => author === AUTHOR)

/** A part with these comments only. */
export function newComments(comments: readonly OurComment[], namespace: string, writing: CommentWriting): string {
  const xml = comments.map((comment) => commentXml(comment, writing)).join('')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}">${xml}</w:comments>`
}

/** The edits that put comments behind the sender's. Each says its own prefix, as the part may have any. */
export function appendedComments(
  xml: string,
  comments: readonly OurComment[],
  namespace: string,
  writing: CommentWriting,
): readonly Edit[] {
  const added = comments.map((comment) => commentXml(comment, writing, ` xmlns:w="${namespace}"`)).join('')
  return appendToRoot(xml, added)
}

/** Puts XML in front of the end of the root element. */
export function appendToRoot(xml: string, added: string): readonly Edit[] {
  let root: Tag | null = null
  let last: Tag | null = null
  scanXml(xml, {
    open: (tag) => {
      root ??= tag
    },
    close: (tag) => {
      last = tag
    },
  })
  const [first, end] = [root as Tag | null, last as Tag | null]
  if (!first || !end) return []
  if (first.isEmpty) return [{ start: first.end - 2, end: first.end, text: `>${added}</${first.name}>` }]
  return [{ start: end.start, end: end.start, text: added }]
}

export function withoutComments(xml: string, gone: readonly FoundComment[]): string {
  return splice(
    xml,
    gone.map(({ start, end }) => ({ start, end, text: '' })),
  )
}

function commentXml({ id, lines }: OurComment, { styles, date }: CommentWriting, declaration = ''): string {
  const when = date === null ? '' : ` w:date="${date}"`
  const told = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), { text: '……' }] : lines
  const paragraphs = told.map((line, at) => paragraphXml(line, at === 0, styles)).join('')
  return `<w:comment${declaration} w:id="${id}" w:author="${AUTHOR}"${when} w:initials="${INITIALS}">${paragraphs}</w:comment>`
}

/** The body text of official papers is large, indented and widely spaced: a comment takes none of it. */
function paragraphXml({ text, isTitle }: CommentLine, isFirst: boolean, { text: style, reference }: CommentStyles): string {
  const named = style === null ? '' : `<w:pStyle w:val="${style}"/>`
  const properties = `<w:pPr>${named}<w:spacing w:before="0" w:after="40" w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr>`
  const ofMark = reference === null ? '' : `<w:rPr><w:rStyle w:val="${reference}"/></w:rPr>`
  const mark = isFirst ? `<w:r>${ofMark}<w:annotationRef/></w:r>` : ''
  const bold = isTitle ? '<w:b/>' : ''
  return `<w:p>${properties}${mark}<w:r><w:rPr>${bold}<w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
}

/** What XML cannot hold, and marks that turn the direction of a line, are left out. */
const UNFIT = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** One line, not too long. */
export function escaped(text: string): string {
  const one = text.replace(UNFIT, '').replace(/\s+/g, ' ')
  const short = one.length > LONGEST_LINE ? `${one.slice(0, LONGEST_LINE - 1)}…` : one
  // The cut may have left half a character.
  return short.replace(UNFIT, '').replace(/[&<>]/g, (sign) => ESCAPES[sign] as string)
}

/** As long as the text is: what XML cannot hold becomes a space. */
export function escapedAsIs(text: string): string {
  return text
    .replace(UNFIT, ' ')
    .replace(/\s/g, ' ')
    .replace(/[&<>]/g, (sign) => ESCAPES[sign] as string)
}

/** Ids of the styles that Word itself gives to comments: by name, ids are free. */
export function commentStyles(xml: string): CommentStyles {
  const found: { text: string | null; reference: string | null } = { text: null, reference: null }
  let id: string | null = null
  scanXml(xml, {
    open: (tag) => {
      if (tag.local === 'style') id = attributeAt(xml, tag, 'styleId')
      else if (tag.local === 'name' && id !== null) {
        const name = attributeAt(xml, tag, 'val')?.toLowerCase()
        if (name === 'annotation text') found.text = escapedValue(id)
        if (name === 'annotation reference') found.reference = escapedValue(id)
      }
    },
    close: (tag) => {
      if (tag.local === 'style') id = null
    },
  })
  return found
}

const escapedValue = (value: string): string => escaped(value).replaceAll('"', '&quot;')

export interface Vocabulary {
  readonly namespace: string
  /** Of elements and of attributes, with the colon. */
  readonly prefix: string
  readonly attributePrefix: string
  /** What an element of ours declares where the document has no prefix that would do. */
  readonly declaration: string
}

/** How elements of the document's own vocabulary are written into it. */
export function vocabularyOf(xml: string, root: Tag): Vocabulary {
  const prefix = root.name.slice(0, root.name.length - root.local.length)
  const name = prefix.slice(0, -1)
  const declared = attributesAt(xml, root).get(prefix === '' ? 'xmlns' : `xmlns:${name}`)
  const namespace = declared ?? TRANSITIONAL
  // A prefix that is declared once stands for the same thing everywhere. Some writers leave it undeclared: then it is no worse than theirs.
  if (prefix !== '' && (declared === undefined || declarationsOf(xml, prefix) === 1))
    return { namespace, prefix, attributePrefix: prefix, declaration: '' }
  return { namespace, prefix: 'w:', attributePrefix: 'w:', declaration: ` xmlns:w="${escapedValue(namespace)}"` }
}

function declarationsOf(xml: string, prefix: string): number {
  let count = 0
  const sought = `xmlns:${prefix.slice(0, -1)}`
  for (let at = xml.indexOf(sought); at >= 0; at = xml.indexOf(sought, at + 1))
    if (/^\s*=/.test(xml.slice(at + sought.length, at + sought.length + 9))) count++
  return count
}
