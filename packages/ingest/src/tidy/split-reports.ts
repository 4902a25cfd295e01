/** Where one file holds several reports: each begins with its title, and its sections start again. */
import type { Block } from '../source-document.ts'
import { unitOfTitle } from './report-head.ts'

/** A block and what the split needs to know of it. */
export interface Placed {
  readonly block: Block
  /** It is a title of a report, over this many source lines. */
  readonly titleLines: number
  /** Blank lines before it. */
  readonly gap: number
  readonly newPage: boolean
}

const LOOK_AHEAD = 40

/** Indexes of the blocks that begin a report; the first is always 0. */
export function reportStarts(placed: readonly Placed[]): readonly number[] {
  const starts = [0]
  let seen = { sections: 0, titles: 0 }
  for (let i = 0; i < placed.length; i++) {
    const one = placed[i] as Placed
    if (one.titleLines === 0) {
      if (sectionNumber(one.block)) seen.sections++
      continue
    }
    if (seen.sections > 0 && beginsReport(placed, i)) {
      starts.push(withAttachment(placed, i))
      seen = { sections: 0, titles: 1 }
    } else seen.titles++
  }
  return starts
}

function beginsReport(placed: readonly Placed[], i: number): boolean {
  const one = placed[i] as Placed
  const before = placed[i - 1] as Placed
  const isApart = one.gap >= 1 || one.newPage || one.titleLines > 1 || before.block.kind === 'attachment' || namesUnit(one.block)
  return isApart && sectionsRestart(placed, i + 1)
}

function namesUnit(block: Block): boolean {
  return block.kind === 'heading' && unitOfTitle(block.text) !== null
}

/** The next section number is a first one. */
function sectionsRestart(placed: readonly Placed[], from: number): boolean {
  for (let i = from; i < placed.length && i < from + LOOK_AHEAD; i++) {
    const number = sectionNumber((placed[i] as Placed).block)
    if (number) return /^[第（(]?\s*[一1１①][^一二三四五六七八九十\d]*$/.test(number)
  }
  return false
}

function sectionNumber(block: Block): string | null {
  if (block.kind === 'heading') return block.level > 0 ? block.number : null
  return block.kind === 'paragraph' ? (block.lead?.number ?? null) : null
}

/** 附件2 above the title goes with it. */
function withAttachment(placed: readonly Placed[], i: number): number {
  return i > 1 && placed[i - 1]?.block.kind === 'attachment' ? i - 1 : i
}
