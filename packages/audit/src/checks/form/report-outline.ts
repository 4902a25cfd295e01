/** The outline of a report as its author numbered it: each titled block, what belongs to it, and its words. */
import type { ClaimSet } from '../../claims/claim-set.ts'

export interface TitledPart {
  readonly block: number
  readonly level: number
  readonly title: string
  /** First block that no longer belongs to it. */
  readonly end: number
  /** Offset in its own block where the words behind a run-in heading begin; the length of the text for a heading. */
  readonly bodyStart: number
}

/** Headings and run-in headings with a number, in order. */
export function titledParts(set: ClaimSet): TitledPart[] {
  const open: { level: number; at: number }[] = []
  const parts: { block: number; level: number; title: string; end: number; bodyStart: number }[] = []
  const close = (level: number, end: number): void => {
    while (open.length > 0 && (open.at(-1) as { level: number }).level >= level) {
      const { at } = open.pop() as { at: number }
      ;(parts[at] as { end: number }).end = end
    }
  }
  const { blocks } = set.report
  for (const [block, content] of blocks.entries()) {
    if (content.kind === 'attachment' || (content.kind === 'heading' && content.number === null)) close(0, block)
    if (content.kind !== 'heading' && content.kind !== 'paragraph') continue
    const level = content.kind === 'heading' ? content.level : (content.lead?.level ?? 0)
    if (level === 0 || (content.kind === 'heading' && content.number === null)) continue
    close(level, block)
    const title = content.kind === 'heading' ? content.text : (content.lead?.title ?? null)
    if (title === null) continue
    open.push({ level, at: parts.length })
    parts.push({ block, level, title: title.replace(/[\s。．：:]+$/, ''), end: blocks.length, bodyStart: bodyStartOf(content) })
  }
  close(0, blocks.length)
  return parts
}

function bodyStartOf(content: Extract<ClaimSet['report']['blocks'][number], { text: string }>): number {
  if (content.kind === 'heading') return content.text.length
  const mark = /[。：:]/.exec(content.text.slice(content.lead?.number.length ?? 0))
  return mark === null ? content.text.length : (content.lead?.number.length ?? 0) + mark.index + 1
}

const MAX_CHARACTERS = 4000

/** Words of a part without its title; null when it holds a table, or more words than need be read. */
export function wordsOfPart(set: ClaimSet, part: TitledPart): string | null {
  let words = ''
  for (let block = part.block; block < part.end; block++) {
    const content = set.report.blocks[block]
    if (content === undefined || content.kind === 'table') return null
    const text = content.kind === 'attachment' ? content.title : content.text
    words += block === part.block ? text.slice(part.bodyStart) : `\n${text}`
    if (words.length > MAX_CHARACTERS) return null
  }
  return words.trim()
}
