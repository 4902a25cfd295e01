/** HTML as text that is safe by its type: whatever is put into a template is escaped, unless it is markup already. */

const brand = Symbol('markup')

export interface Markup {
  readonly [brand]: true
  readonly text: string
}

export type Content = Markup | string | number | null | readonly Content[]

/** A template: html`<td>${text}</td>`. Attribute values stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  let text = strings[0] as string
  for (const [at, value] of values.entries()) text += textOf(value) + (strings[at + 1] as string)
  return raw(text)
}

/** Text of ours that is markup: styles, scripts. Never text of a document. */
export const raw = (text: string): Markup => ({ [brand]: true, text })

function textOf(content: Content): string {
  if (content === null) return ''
  if (typeof content === 'number') return String(content)
  if (typeof content === 'string') return escaped(content)
  return 'text' in content ? content.text : content.map(textOf).join('')
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Control characters are no HTML; direction marks could make a line read differently from what it says. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] as string).replace(UNSEEN, '\ufffd')
}

/** \p{Cc} without tab, line feed, form feed and return; surrogates that stand alone are \p{Cs} to a regular expression of code points. */
const UNSEEN = /(?![\t\n\f\r])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu
