/** A number format as the tokens of its sections: `#,##0.00_ ;[Red](#,##0.00)`. */

export type FormatToken =
  /** Words and marks shown as they are. */
  | { readonly kind: 'literal'; readonly text: string }
  /** A place for a digit. */
  | { readonly kind: 'digit'; readonly mark: '0' | '#' | '?' }
  | { readonly kind: 'point' }
  | { readonly kind: 'comma' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'exponent'; readonly sign: boolean }
  | { readonly kind: 'general' }
  | { readonly kind: 'text' }
  /** yyyy, mm, [h], AM/PM … in lower case. */
  | { readonly kind: 'date'; readonly code: string }

export interface FormatSection {
  readonly tokens: readonly FormatToken[]
  readonly condition: { readonly sign: '<' | '<=' | '>' | '>=' | '=' | '<>'; readonly value: number } | null
  readonly isDate: boolean
}

const LONGEST_FORMAT = 255

/** Never fails: what it does not know is a literal. */
export function formatSections(code: string): readonly FormatSection[] {
  const reader = new SectionReader(code.slice(0, LONGEST_FORMAT))
  return reader.sections()
}

class SectionReader {
  readonly #code: string
  #at = 0

  constructor(code: string) {
    this.#code = code
  }

  sections(): FormatSection[] {
    const sections: FormatSection[] = []
    do sections.push(this.#section())
    while (this.#at <= this.#code.length && sections.length < 4)
    return sections
  }

  #section(): FormatSection {
    const tokens: FormatToken[] = []
    let condition: FormatSection['condition'] = null
    while (this.#at < this.#code.length && this.#code.charAt(this.#at) !== ';') {
      const bracket = this.#bracket()
      if (bracket === null) tokens.push(this.#token())
      else if (bracket.condition) condition = bracket.condition
      else if (bracket.token) tokens.push(bracket.token)
    }
    this.#at++
    return { tokens, condition, isDate: tokens.some(({ kind }) => kind === 'date') }
  }

  /** [Red], [$￥-804], [>=100], [h]; null when no bracket stands here. */
  #bracket(): { condition?: FormatSection['condition']; token?: FormatToken } | null {
    const match = /^\[([^\]]*)\]/.exec(this.#code.slice(this.#at, this.#at + 80))
    if (!match) return null
    this.#at += match[0].length
    const words = match[1] ?? ''
    const test = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(words)
    if (test) return { condition: { sign: test[1] as '<', value: Number(test[2]) } }
    if (/^(h+|m+|s+)$/i.test(words)) return { token: { kind: 'date', code: `[${words.toLowerCase()}]` } }
    const currency = /^\$([^-]*)/.exec(words)?.[1]
    return currency ? { token: { kind: 'literal', text: currency } } : {}
  }

  #token(): FormatToken {
    const rest = this.#code.slice(this.#at, this.#at + 16)
    const mark = rest.charAt(0)
    if (mark === '"') return this.#quoted()
    if (mark === '\\' || mark === '!') return this.#take(2, { kind: 'literal', text: rest.charAt(1) })
    // The width of a character, and a character that fills the cell: blanks.
    if (mark === '_' || mark === '*') return this.#take(2, { kind: 'literal', text: mark === '_' ? ' ' : '' })
    const named = /^(general|g\/通用格式|am\/pm|a\/p|上午\/下午|e[+-]|y+|m+|d+|h+|s+|a{3,4}|e+|g+|b[12])/i.exec(rest)?.[0]
    if (named) return this.#take(named.length, namedToken(named.toLowerCase()))
    return this.#take(1, markToken(mark))
  }

  #quoted(): FormatToken {
    const end = this.#code.indexOf('"', this.#at + 1)
    const close = end < 0 ? this.#code.length : end
    const text = this.#code.slice(this.#at + 1, close)
    this.#at = close + 1
    return { kind: 'literal', text }
  }

  #take(length: number, token: FormatToken): FormatToken {
    this.#at += length
    return token
  }
}

function namedToken(code: string): FormatToken {
  if (code === 'general' || code === 'g/通用格式') return { kind: 'general' }
  if (code === 'e+' || code === 'e-') return { kind: 'exponent', sign: code === 'e+' }
  return /^(b\d|g+)$/.test(code) ? { kind: 'literal', text: '' } : { kind: 'date', code }
}

function markToken(mark: string): FormatToken {
  switch (mark) {
    case '0':
    case '#':
    case '?':
      return { kind: 'digit', mark }
    case '.':
      return { kind: 'point' }
    case ',':
      return { kind: 'comma' }
    case '%':
      return { kind: 'percent' }
    case '@':
      return { kind: 'text' }
    default:
      return { kind: 'literal', text: mark }
  }
}
