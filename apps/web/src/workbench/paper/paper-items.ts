/** The document as one column of pieces, and where its marks are. */
import type { DocumentView, Stretch, ViewBlock } from '@jiheng/contract'

export type PaperItem =
  /** Where another report of the same file begins. */
  | { readonly kind: 'report'; readonly id: string; readonly words: string }
  /** `rank` is that of the heading on the page: none is skipped on the way down. */
  | { readonly kind: 'block'; readonly id: string; readonly block: ViewBlock; readonly rank: number }

export interface PaperItems {
  readonly items: readonly PaperItem[]
  /** Index of the item that shows a mark. */
  readonly itemOf: ReadonlyMap<string, number>
  /** The last words of each mark: its number and its repair stand behind them. */
  readonly endOf: ReadonlyMap<string, Stretch>
}

/** The page's own headings above the paper. */
const rankAbove = 2
const lowestRank = 6

export function paperItems({ reports }: Pick<DocumentView, 'reports'>): PaperItems {
  const items: PaperItem[] = []
  const itemOf = new Map<string, number>()
  const endOf = new Map<string, Stretch>()
  let before = rankAbove
  for (const [index, { unit, title, blocks }] of reports.entries()) {
    const words = [unit, title].filter((part) => part !== null).join(' · ')
    if (reports.length > 1) items.push({ kind: 'report', id: `report-${index}`, words })
    for (const block of blocks) {
      const rank = block.kind === 'heading' ? Math.min(rankAbove + Math.max(1, block.level), before + 1, lowestRank) : before
      before = rank
      for (const stretch of stretchesOf(block)) {
        for (const mark of stretch.marks ?? []) {
          if (!itemOf.has(mark)) itemOf.set(mark, items.length)
          endOf.set(mark, stretch)
        }
      }
      items.push({ kind: 'block', id: block.id, block, rank })
    }
  }
  return { items, itemOf, endOf }
}

const stretchesOf = (block: ViewBlock): readonly Stretch[] =>
  block.kind === 'table' ? block.rows.flatMap((row) => row.flatMap((cell) => cell?.text ?? [])) : block.text
