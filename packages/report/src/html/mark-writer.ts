/** Marks as elements of a page: the accused words lead to their finding, the words they were held against wait until it is chosen. */
import { severityWords } from '../wording/words.ts'
import type { Mark, Stretch } from './marks.ts'
import { html, type Markup } from './markup.ts'
import type { Numbered } from './numbered.ts'
import { type Piece, piecesOf } from './pieces.ts'

/** Writes marks and remembers which it wrote, so that findings link only to what is there. */
export class MarkWriter {
  readonly #findings: readonly Numbered[]
  readonly #written = new Set<string>()
  readonly #labelled = new Set<number>()

  constructor(findings: readonly Numbered[]) {
    this.#findings = findings
  }

  /** The text with its marks. */
  text(text: string, stretches: readonly Stretch[]): Markup | string {
    return stretches.length === 0 ? text : html`${piecesOf(text, stretches).map((piece) => this.#piece(piece))}`
  }

  /** Id of the element where a quote begins; null when none was written. */
  target(number: number, quote: number): string | null {
    const id = idOf(number, quote)
    return this.#written.has(id) ? id : null
  }

  /** Ids that begin with these marks and that no element has yet. */
  newIds(marks: readonly Mark[]): readonly string[] {
    return marks
      .map(({ number, quote }) => idOf(number, quote))
      .filter((id) => {
        if (this.#written.has(id)) return false
        this.#written.add(id)
        return true
      })
  }

  /** Numbers that stand behind the words: once a finding. */
  newLabels(marks: readonly Mark[]): readonly number[] {
    return accusedOf(marks)
      .map(({ number }) => number)
      .filter((number) => {
        if (this.#labelled.has(number)) return false
        this.#labelled.add(number)
        return true
      })
  }

  href(mark: Mark): string {
    return `#${this.#findings[mark.number - 1]?.finding.id ?? ''}`
  }

  #piece({ text, marks, starts, ends }: Piece): Markup | string {
    if (marks.length === 0) return text
    const anchors = this.newIds(starts).map((id) => html`<span id="${id}"></span>`)
    const first = gravestOf(marks)
    if (first === null) return html`${anchors}<span class="q" data-q="${numbersOf(marks)}">${text}</span>`
    const labels = this.newLabels(ends)
    const label = labels.length === 0 ? null : html`<sup aria-hidden="true">${labels.join(' ')}</sup>`
    const point = text === '' ? ' point' : ''
    return html`${anchors}<a class="m ${first.severity}${point}" href="${this.href(first)}" data-f="${numbersOf(accusedOf(marks))}" data-q="${numbersOf(marks)}" title="${titleOf(marks)}"><mark>${text === '' ? '此处' : text}</mark>${label}</a>`
  }
}

const idOf = (number: number, quote: number): string => (quote === 0 ? `m${number}` : `q${number}-${quote}`)

export const accusedOf = (marks: readonly Mark[]): readonly Mark[] => marks.filter(({ quote }) => quote === 0)

/** The one that the mark shows; numbers follow severity. Null when nothing is accused. */
export function gravestOf(marks: readonly Mark[]): Mark | null {
  return accusedOf(marks).reduce<Mark | null>((first, mark) => (first === null || mark.number < first.number ? mark : first), null)
}

/** For an attribute: `3 7`. */
export const numbersOf = (marks: readonly Mark[]): string => [...new Set(marks.map(({ number }) => number))].join(' ')

export const titleOf = (marks: readonly Mark[]): string =>
  accusedOf(marks)
    .map(({ number, severity, title }) => `第${number}条 ${severityWords[severity]}：${title}`)
    .join('\n')
