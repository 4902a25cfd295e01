/** What a paragraph style says of numbering, and whether it is one of a table of contents: word/styles.xml. */
import { type Attributes, PACKAGE_LIMITS, type Package, readXmlPart } from '@jiheng/ooxml'

export interface ListPlace {
  readonly list: string | null
  readonly level: number | null
}

interface Style {
  name: string
  basedOn: string | null
  list: string | null
  level: number | null
}

const LONGEST_CHAIN = 20

export class Styles {
  readonly #styles = new Map<string, Style>()
  #default: string | null = null

  /** Rejects with PackageRefused. */
  static async read(pack: Package, part: string | null): Promise<Styles> {
    const styles = new Styles()
    if (part !== null && pack.has(part)) await readXmlPart(pack, part, styles.#reader(), PACKAGE_LIMITS.maxXmlDepth)
    return styles
  }

  /** The list that paragraphs of the style belong to. `style` is null for a paragraph without one. */
  listOf(style: string | null): ListPlace & { readonly owner: string | null } {
    let [list, level, owner]: [string | null, number | null, string | null] = [null, null, null]
    for (const [id, one] of this.#chain(style)) {
      if (list === null && one.list !== null) [list, owner] = [one.list, id]
      level ??= one.level
    }
    return { list, level, owner }
  }

  isContents(style: string | null): boolean {
    return style !== null && /^(toc|目录)\s*\d/i.test(this.#styles.get(style)?.name ?? '')
  }

  *#chain(style: string | null): Generator<readonly [string, Style]> {
    let id = style ?? this.#default
    for (let length = 0; id !== null && length < LONGEST_CHAIN; length++) {
      const found = this.#styles.get(id)
      if (!found) return
      yield [id, found]
      id = found.basedOn
    }
  }

  #reader() {
    let style: Style | null = null
    return {
      open: (name: string, at: Attributes): void => {
        if (name === 'style') {
          style = { name: '', basedOn: null, list: null, level: null }
          this.#styles.set(at.styleId ?? '', style)
          if (at.type === 'paragraph' && (at.default === '1' || at.default === 'true')) this.#default = at.styleId ?? null
        } else if (style) setStyle(style, name, at.val ?? '')
      },
      close: (name: string): void => {
        if (name === 'style') style = null
      },
    }
  }
}

function setStyle(style: Style, name: string, value: string): void {
  if (name === 'name') style.name = value
  else if (name === 'basedOn') style.basedOn = value
  else if (name === 'numId') style.list = value
  else if (name === 'ilvl') style.level = Number(value)
}
