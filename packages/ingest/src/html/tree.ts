/** HTML as a tree of what is shown. The only file that knows the HTML library. */
import { Parser } from 'htmlparser2'

export interface HtmlElement {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: HtmlNode[]
  /** A table that holds another one. */
  holdsTable: boolean
}

export type HtmlNode = HtmlElement | string

/** Nobody reads these. */
const UNSEEN = new Set(
  'script style title meta link base template noscript iframe object embed svg math canvas audio video select option optgroup datalist xml rp rt map area button'.split(
    ' ',
  ),
)
const KEPT_ATTRIBUTES = ['colspan', 'rowspan', 'style', 'start', 'type', 'value', 'name', 'content', 'class']
const LONGEST_ATTRIBUTE = 2000
/** Work on a close tag grows with the elements that are open. */
const MAX_DEPTH = 1000

class TooDeep extends Error {}

/** null when elements lie deeper inside each other than any page needs. */
export function htmlTree(html: string): HtmlElement | null {
  const builder = new TreeBuilder()
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => builder.open(tag, attributes),
      onclosetag: (tag) => builder.close(tag),
      ontext: (text) => builder.text(text),
    },
    { decodeEntities: true },
  )
  try {
    parser.end(html)
    return builder.root
  } catch (error) {
    if (error instanceof TooDeep) return null
    throw error
  }
}

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr basefont frame keygen isindex command'.split(' '),
)

class TreeBuilder {
  readonly root: HtmlElement = { tag: 'root', attributes: {}, children: [], holdsTable: false }
  readonly #open: HtmlElement[] = [this.root]
  /** Open elements since one that is not shown, itself included. */
  #unseen = 0

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#open.length + this.#unseen > MAX_DEPTH) throw new TooDeep()
    if (this.#unseen > 0 || UNSEEN.has(tag) || isHidden(attributes)) {
      if (!VOID.has(tag)) this.#unseen++
      return
    }
    const element: HtmlElement = { tag, attributes: kept(attributes), children: [], holdsTable: false }
    this.#open.at(-1)?.children.push(element)
    if (tag === 'table') for (const above of this.#open) if (above.tag === 'table') above.holdsTable = true
    if (!VOID.has(tag)) this.#open.push(element)
  }

  close(tag: string): void {
    if (VOID.has(tag)) return
    if (this.#unseen > 0) this.#unseen--
    else if (this.#open.length > 1) this.#open.pop()
  }

  text(text: string): void {
    if (this.#unseen === 0) this.#open.at(-1)?.children.push(text)
  }
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  if (attributes.hidden !== undefined) return true
  const style = attributes.style?.slice(0, LONGEST_ATTRIBUTE)
  return style !== undefined && /(^|[;\s])(display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(style)
}

function kept(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const own: Record<string, string> = {}
  for (const name of KEPT_ATTRIBUTES) {
    const value = attributes[name]
    if (value !== undefined) own[name] = value.slice(0, LONGEST_ATTRIBUTE)
  }
  return own
}
