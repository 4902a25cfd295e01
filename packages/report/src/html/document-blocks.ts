/** A document as it reads: headings, paragraphs, tables, with marks. */
import type { Block, SourceDocument } from '@jiheng/ingest'
import { unnamedUnit } from '../wording/words.ts'
import { type BlockPart, blockStretches } from './block-stretches.ts'
import { documentTable } from './document-table.ts'
import type { Later } from './later.ts'
import type { MarkWriter } from './mark-writer.ts'
import type { Marks } from './marks.ts'
import { html, type Markup } from './markup.ts'

/** Blocks that one section holds at most: a browser lays out only the sections that are seen. */
const SECTION_BLOCKS = 30
/** Height of a step of the sections' estimated height, in pixels, and the most steps. */
export const HEIGHT_STEP = 200
export const HEIGHT_STEPS = 40

export function documentBlocks({ reports }: SourceDocument, marks: Marks, writer: MarkWriter, later: Later): Markup {
  return html`${reports.map(({ blocks, unit, title }, report) => {
    const bar =
      reports.length > 1
        ? html`<p class="report-bar" id="report-${report}">第${report + 1}份报告：${unit ?? unnamedUnit}${title === null ? null : html` <span>${title}</span>`}</p>`
        : null
    return html`<div class="report">${bar}${sectionsOf(blocks, report, marks, writer, later)}</div>
`
  })}`
}

/** Id of a block, for what has a place but no mark. */
export const blockId = (report: number, block: number): string => `b${report}-${block}`

function sectionsOf(blocks: readonly Block[], report: number, marks: Marks, writer: MarkWriter, later: Later): readonly Markup[] {
  const sections: Markup[] = []
  const ranks = new Ranks()
  let held: Markup[] = []
  let height = 0
  const close = (): void => {
    if (held.length === 0) return
    const step = Math.max(1, Math.min(HEIGHT_STEPS, Math.round(height / HEIGHT_STEP)))
    sections.push(html`<section class="s h${step}">${later(html`${held}`)}</section>
`)
    held = []
    height = 0
  }
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'table') {
      close()
      const parts = documentTable(block, marks.of(report, at), writer)
      for (const [part, { markup, rows }] of parts.entries()) {
        const step = Math.max(1, Math.min(HEIGHT_STEPS, Math.round((rows * 40) / HEIGHT_STEP)))
        const id = part === 0 ? blockId(report, at) : `${blockId(report, at)}-${part}`
        sections.push(html`<section class="s h${step}" id="${id}">${later(markup)}</section>
`)
      }
      continue
    }
    const text = block.kind === 'attachment' ? block.title : block.text
    held.push(
      writeBlock(block, blockId(report, at), (shown, part) => writer.text(shown, blockStretches(block, marks.of(report, at), part)), ranks),
    )
    height += 34 * Math.max(1, Math.ceil(text.length / 46)) + 4
    if (held.length >= SECTION_BLOCKS) close()
  }
  close()
  return sections
}

type Write = (shown: string, part: BlockPart) => Markup | string

function writeBlock(block: Exclude<Block, { kind: 'table' }>, id: string, write: Write, ranks: Ranks): Markup {
  if (block.kind === 'attachment') return html`<p class="attachment" id="${id}">${write(block.title, 'text')}</p>`
  if (block.kind === 'paragraph') return html`<p id="${id}">${write(block.text, 'text')}</p>`
  const level = Math.min(6, Math.max(0, block.level))
  const words = html`${block.number === null ? null : write(block.number, 'number')}${write(block.text, 'text')}`
  const rank = ranks.next(level)
  const open = html`id="${id}" class="l${level}"`
  if (rank === 3) return html`<h3 ${open}>${words}</h3>`
  if (rank === 4) return html`<h4 ${open}>${words}</h4>`
  if (rank === 5) return html`<h5 ${open}>${words}</h5>`
  return html`<h6 ${open}>${words}</h6>`
}

/** Ranks of headings without a gap, whatever levels the author skipped: readers of screens walk by them. */
class Ranks {
  #last = 2

  next(level: number): number {
    this.#last = Math.min(6, 3 + level, this.#last + 1)
    return this.#last
  }
}
