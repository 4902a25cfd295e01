/** XML as tags with their offsets in the text, for changing a few places and leaving every other character as it is. */
import { PACKAGE_LIMITS } from './limits.ts'
import { readXml } from './read-xml.ts'

export interface Tag {
  /** With its prefix. */
  readonly name: string
  readonly local: string
  readonly start: number
  readonly end: number
  /** `<a/>`: opens and closes. */
  readonly isEmpty: boolean
}

export interface XmlScanner {
  readonly open: (tag: Tag) => void
  /** Of an empty element: the same tag again. */
  readonly close: (tag: Tag) => void
  /** Characters between two tags, as they are written: `charactersOf` reads them. */
  readonly text?: (start: number, end: number, isCdata: boolean) => void
}

/** Throws PackageRefused for what is not well formed. */
export function scanXml(xml: string, scanner: XmlScanner): void {
  readXml(xml, { open: () => {}, close: () => {} }, PACKAGE_LIMITS.maxXmlDepth)
  let at = xml.indexOf('<')
  while (at >= 0) {
    const end = endOfMarkup(xml, at)
    const kind = xml.charCodeAt(at + 1)
    if (kind === SLASH) scanner.close(tagAt(xml, at, end, at + 2))
    else if (kind === EXCLAMATION) {
      if (xml.startsWith('<![CDATA[', at)) scanner.text?.(at + 9, end - 3, true)
    } else if (kind !== QUESTION) {
      const tag = tagAt(xml, at, end, at + 1)
      scanner.open(tag)
      if (tag.isEmpty) scanner.close(tag)
    }
    const next = xml.indexOf('<', end)
    if (next > end) scanner.text?.(end, next, false)
    at = next
  }
}

const SLASH = 0x2f
const EXCLAMATION = 0x21
const QUESTION = 0x3f

/** Of well-formed XML: what is looked for is always there. */
function endOfMarkup(xml: string, at: number): number {
  if (xml.startsWith('<!--', at)) return xml.indexOf('-->', at + 4) + 3
  if (xml.startsWith('<![CDATA[', at)) return xml.indexOf(']]>', at + 9) + 3
  if (xml.startsWith('<?', at)) return xml.indexOf('?>', at + 2) + 2
  TAG_END.lastIndex = at
  TAG_END.test(xml)
  return TAG_END.lastIndex
}

/** Attribute values may hold the sign that ends a tag. */
const TAG_END = /<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>/y
const NAME_END = /[\s/>]/g

function tagAt(xml: string, start: number, end: number, nameStart: number): Tag {
  NAME_END.lastIndex = nameStart
  const name = xml.slice(nameStart, NAME_END.exec(xml)?.index)
  return { name, local: name.slice(name.indexOf(':') + 1), start, end, isEmpty: xml.charCodeAt(end - 2) === SLASH }
}

const ATTRIBUTE = /([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** With their prefixes, values decoded. */
export function attributesAt(xml: string, { start, end, name }: Tag): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, key = '', double, single] of xml.slice(start + 1 + name.length, end).matchAll(ATTRIBUTE)) {
    found.set(key, charactersOf(double ?? single ?? '').text)
  }
  return found
}

/** By the name without prefix; null where there is none. */
export function attributeAt(xml: string, tag: Tag, local: string): string | null {
  for (const [name, value] of attributesAt(xml, tag)) if (name.slice(name.indexOf(':') + 1) === local) return value
  return null
}

export interface Characters {
  /** As XML means it: references resolved, line ends folded. */
  readonly text: string
  /** Where the character at an offset of `text` begins in what is written; behind the last one for the length. */
  readonly written: (offset: number) => number
}

const REFERENCE = /&([^;]*);|\r\n?/g
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function charactersOf(written: string, isCdata = false): Characters {
  if (!/[&\r]/.test(written)) return { text: written, written: (offset) => offset }
  /** Where text and writing part: behind the reference, in both. */
  const steps: { text: number; written: number; from: number }[] = []
  let text = ''
  let last = 0
  for (const match of written.matchAll(REFERENCE)) {
    const [all, reference] = match
    if (isCdata && reference !== undefined) continue
    text += written.slice(last, match.index)
    const from = text.length
    text += reference === undefined ? '\n' : resolved(reference)
    last = match.index + all.length
    steps.push({ text: text.length, written: last, from })
  }
  text += written.slice(last)
  return { text, written: (offset) => writtenAt(steps, offset) }
}

function writtenAt(steps: readonly { text: number; written: number; from: number }[], offset: number): number {
  let [low, high] = [0, steps.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((steps[middle]?.text ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const before = steps[low - 1] ?? { text: 0, written: 0 }
  const next = steps[low]
  // Inside the two units of one reference: its beginning.
  const inside = next === undefined ? offset : Math.min(offset, next.from)
  return before.written + inside - before.text
}

function resolved(reference: string): string {
  if (reference.startsWith('#x')) return String.fromCodePoint(Number.parseInt(reference.slice(2), 16))
  if (reference.startsWith('#')) return String.fromCodePoint(Number.parseInt(reference.slice(1), 10))
  return NAMED[reference] ?? ''
}
