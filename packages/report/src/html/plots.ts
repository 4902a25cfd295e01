/** Bars as inline SVG, with their figures beside them: nothing is told by colour alone, and no figure only by a length. */
import type { Severity } from '@jiheng/audit'
import type { Counts } from '../batch/batch-summary.ts'
import { severities, severityWords } from '../wording/words.ts'
import { html, type Markup } from './markup.ts'

export interface StackedRow {
  readonly label: string
  readonly counts: Counts
}

export interface ShareRow {
  readonly label: string
  readonly part: number
  readonly whole: number
}

export interface PlotWords {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  /** What is seen, in a sentence. */
  readonly description: string
}

const WIDTH = 420
const ROW = 26
const HEAD = 26
const BAR = 14
/** Letters of the label that fit; a Latin letter takes half. */
const LABEL_WIDTH = 144
const LETTER = 13
const BAR_FROM = 152

/** Patterns of the severities; once on a page, before the plots. */
export const plotPatterns: Markup = html`<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="fill-error" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" class="fill-error"/></pattern>
<pattern id="fill-warning" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="soft-warning"/><rect width="3" height="6" class="fill-warning"/></pattern>
<pattern id="fill-info" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" class="soft-info"/><circle cx="2.5" cy="2.5" r="1.3" class="fill-info"/></pattern>
</defs></svg>`

/** Where the figures of a severity stand, right-aligned. */
const COLUMNS: Readonly<Record<Severity, number>> = { error: 332, warning: 375, info: 418 }
const STACK_WIDTH = 298 - BAR_FROM

/** For each row its findings by severity, stacked. */
export function stackedBars(rows: readonly StackedRow[], words: PlotWords): Markup {
  const most = Math.max(1, ...rows.map(({ counts }) => counts.error + counts.warning + counts.info))
  const head = severities.map((severity) => {
    const right = COLUMNS[severity]
    return html`<rect x="${right - 37}" y="7" width="9" height="9" fill="url(#fill-${severity})" class="edge-${severity}"/><text x="${right}" y="16" text-anchor="end" class="head">${severityWords[severity]}</text>`
  })
  const lines = rows.map(({ label, counts }, at) => {
    let left = BAR_FROM
    const bars = severities.map((severity) => {
      const width = lengthOf(counts[severity], most, STACK_WIDTH)
      const bar =
        width > 0 &&
        html`<rect x="${left}" y="${6}" width="${width}" height="${BAR}" fill="url(#fill-${severity})" class="edge-${severity}"/>`
      left += width
      return bar || null
    })
    const figures = severities.map(
      (severity) =>
        html`<text x="${COLUMNS[severity]}" y="18" text-anchor="end" class="${counts[severity] === 0 ? 'none' : 'figure'}">${counts[severity]}</text>`,
    )
    const said = severities.map((severity) => `${severityWords[severity]} ${counts[severity]}`).join('，')
    return row(at, label, `${label}：${said}`, [...bars, ...figures])
  })
  return plot(words, rows.length, [...head, ...lines])
}

const SHARE_WIDTH = 320 - BAR_FROM

/** For each row which part of a whole it is. */
export function shareBars(rows: readonly ShareRow[], words: PlotWords & { readonly heading: string; readonly nothing: string }): Markup {
  const lines = rows.map(({ label, part, whole }, at) => {
    const width = lengthOf(part, Math.max(1, whole), SHARE_WIDTH)
    const said = whole === 0 ? words.nothing : `${part} / ${whole}`
    return row(at, label, `${label}：${said}`, [
      whole === 0 ? null : html`<rect x="${BAR_FROM}" y="6" width="${SHARE_WIDTH}" height="${BAR}" class="track"/>`,
      width > 0 ? html`<rect x="${BAR_FROM}" y="6" width="${width}" height="${BAR}" class="part"/>` : null,
      html`<text x="418" y="18" text-anchor="end" class="${whole === 0 ? 'none' : 'figure'}">${said}</text>`,
    ])
  })
  return plot(words, rows.length, [html`<text x="418" y="16" text-anchor="end" class="head">${words.heading}</text>`, ...lines])
}

function plot({ id, title, description }: PlotWords, rows: number, content: readonly Markup[]): Markup {
  const height = HEAD + rows * ROW + 4
  return html`<svg class="plot" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>${content}</svg>`
}

function row(at: number, label: string, said: string, content: readonly (Markup | null)[]): Markup {
  return html`<g transform="translate(0 ${HEAD + at * ROW})"><title>${said}</title>${at % 2 === 0 ? html`<rect width="${WIDTH}" height="${ROW}" class="band"/>` : null}<text x="4" y="18" class="label">${fitted(label)}</text>${content}</g>`
}

/** Whole units of the drawing; what is there can be seen. */
function lengthOf(value: number, most: number, width: number): number {
  return value <= 0 ? 0 : Math.min(width, Math.max(2, Math.round((value / most) * width)))
}

/** Names of one county begin alike and names of one kind end alike, so the middle is left out. */
export function fitted(label: string): string {
  const characters = Array.from(label)
  if (widthOf(characters) <= LABEL_WIDTH) return label
  const [head, tail] = [takeWhileFits(characters, LABEL_WIDTH / 2 - LETTER), takeWhileFits([...characters].reverse(), LABEL_WIDTH / 2)]
  return `${head.join('')}…${tail.reverse().join('')}`
}

function takeWhileFits(characters: readonly string[], width: number): string[] {
  const taken: string[] = []
  let used = 0
  for (const character of characters) {
    used += widthOf([character])
    if (used > width) break
    taken.push(character)
  }
  return taken
}

const widthOf = (characters: readonly string[]): number =>
  characters.reduce((width, character) => width + ((character.codePointAt(0) ?? 0) < 0x2e80 ? LETTER * 0.56 : LETTER), 0)
