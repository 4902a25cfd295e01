/** A paged document as its pages: words where they stand, rules, marks. Words can be chosen and copied. */
import type { PageShape, SourceDocument } from '@jiheng/ingest'
import { isFileProblem, sayFileProblem } from '../wording/problems.ts'
import type { Later } from './later.ts'
import { gravestOf, type MarkWriter, numbersOf, titleOf } from './mark-writer.ts'
import type { Marks } from './marks.ts'
import { html, type Markup } from './markup.ts'
import { type Box, type Frame, frameOf, short, sizeOf, toPicture } from './page-geometry.ts'
import { isUpright, partOf, type Run, runsOf } from './page-runs.ts'
import { type Piece, piecesOf } from './pieces.ts'

export interface PagesMarkup {
  readonly markup: Markup
  /** One rule for each size of page. */
  readonly style: string
}

/** True when every word of the document stands on a page that can be drawn. */
export function hasPages({ pages, places }: SourceDocument): boolean {
  const drawn = new Set(pages.map(({ number }) => number))
  return pages.length > 0 && places.length > 0 && places.every(({ spot }) => spot.kind === 'box' && drawn.has(spot.page) && isBox(spot.box))
}

export const pageId = (page: number): string => `page-${page}`

export function documentPages(document: SourceDocument, marks: Marks, writer: MarkWriter, later: Later): PagesMarkup {
  const words = runsOf(document, marks)
  const sizes = new Map<string, number>()
  const problems = problemsOf(document)
  const pages = document.pages.map((page) => {
    const { width, height } = sizeOf(page)
    const size = `${short(width)} / ${short(height)}`
    if (!sizes.has(size)) sizes.set(size, sizes.size)
    const drawn = (words.get(page.number) ?? []).map((run) => drawRun(page, run, writer))
    const trouble = problems.get(page.number) ?? []
    const picture = html`<svg viewBox="0 0 ${short(width)} ${short(height)}">${rulesOf(page)}${drawn.map(({ under }) => under)}${drawn.map(({ text }) => text)}${drawn.map(({ labels }) => labels)}</svg>`
    return html`<section class="page" id="${pageId(page.number)}" aria-label="第${page.number}页"><div class="sheet p${sizes.get(size) as number}">${later(picture)}${trouble.map((line) => html`<p class="page-problem">${line}</p>`)}</div><p class="page-number">第${page.number}页</p></section>
`
  })
  const style = [...sizes].map(([size, at]) => `.sheet.p${at} { aspect-ratio: ${size}; }`).join('\n')
  return { markup: html`<p class="note">页面按文字和表格线重绘；图片、印章、页眉和页脚未显示。</p>${pages}`, style }
}

interface Drawn {
  readonly under: readonly Markup[]
  readonly text: Markup
  readonly labels: readonly Markup[]
}

function drawRun(page: PageShape, { text, box, stretches, goingOn }: Run, writer: MarkWriter): Drawn {
  const frame = frameOf(page, box)
  const upright = isUpright(frame, text)
  const pieces = piecesOf(text, stretches).map((piece) => ({ piece, frame: partOf(frame, text, piece, upright) }))
  const marked = pieces.filter(({ piece }) => piece.marks.length > 0)
  const under = marked.flatMap(({ piece, frame }) => rectsOf(piece, frame, writer))
  const labels = marked.flatMap(({ piece, frame }) => {
    const numbers = writer.newLabels(piece.ends.filter(({ number }) => !goingOn.has(number)))
    const first = gravestOf(piece.marks)
    if (numbers.length === 0 || first === null) return []
    return [
      html`<text class="n ${first.severity}" aria-hidden="true" x="${short(frame.x + frame.width + 0.5)}" y="${short(frame.y + 2)}">${numbers.join(' ')}</text>`,
    ]
  })
  const words = pieces.map(({ piece }) => wordsOfPiece(piece, writer))
  const size = upright ? frame.width : frame.height
  const line = upright
    ? html`class="v" x="${short(frame.x + frame.width / 2)}" y="${short(frame.y)}" textLength="${short(Math.max(1, frame.height))}"`
    : html`x="${short(frame.x)}" y="${short(frame.y + frame.height * 0.84)}" textLength="${short(Math.max(1, frame.width))}"`
  const drawn = html`<text ${line} lengthAdjust="spacingAndGlyphs" font-size="${short(Math.max(1, size))}">${words}</text>
`
  return { under, text: drawn, labels }
}

/** The accused words lead to their finding; where something is missing there are no words to lead. */
function wordsOfPiece({ text, marks }: Piece, writer: MarkWriter): Markup | string | null {
  const first = gravestOf(marks)
  if (first === null || text === '') return text
  return html`<a href="${writer.href(first)}" data-f="${numbersOf(marks.filter(({ quote }) => quote === 0))}"><title>${titleOf(marks)}</title>${text}</a>`
}

function rectsOf({ marks, starts }: Piece, frame: Frame, writer: MarkWriter): readonly Markup[] {
  const first = gravestOf(marks)
  const place = html`x="${short(frame.x)}" y="${short(frame.y - 1)}" width="${short(Math.max(2, frame.width))}" height="${short(frame.height + 2)}"`
  const ids = writer.newIds(starts).map((id) => html`<rect id="${id}" class="spot" ${place}/>`)
  if (first === null) return [...ids, html`<rect class="q" data-q="${numbersOf(marks)}" ${place}/>`]
  const accused = numbersOf(marks.filter(({ quote }) => quote === 0))
  const end = short(frame.y + frame.height + 1)
  return [
    ...ids,
    html`<rect class="m ${first.severity}" data-f="${accused}" data-q="${numbersOf(marks)}" ${place}/><line class="m ${first.severity}" x1="${short(frame.x)}" x2="${short(frame.x + Math.max(2, frame.width))}" y1="${end}" y2="${end}"/>`,
  ]
}

/** All rules of a page are one path: thousands of elements would be slow. */
function rulesOf(page: PageShape): Markup | null {
  if (page.rules.length === 0) return null
  const path = page.rules.map(([x1, y1, x2, y2]) => {
    const [a, b] = [toPicture(page, x1, y1), toPicture(page, x2, y2)]
    return `M${short(a[0])} ${short(a[1])}L${short(b[0])} ${short(b[1])}`
  })
  return html`<path class="rule" d="${path.join('')}"/>`
}

function problemsOf({ problems }: SourceDocument): ReadonlyMap<number, readonly string[]> {
  const pages = new Map<number, string[]>()
  for (const problem of problems) {
    const page = problem.at[1]
    if (!problem.code.startsWith('page.') || typeof page !== 'number' || !isFileProblem(problem)) continue
    pages.set(page, [...(pages.get(page) ?? []), sayFileProblem(problem)])
  }
  return pages
}

const isBox = (box: Box): boolean => box.every(Number.isFinite)
