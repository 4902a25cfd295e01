/** Where marks stand in the words of a block that is no table. */
import type { Block } from '@jiheng/ingest'
import { type BlockMarks, type Stretch, stretchesOf } from './marks.ts'

/** The number of a heading stands before its text in the original, and is shown apart. */
export type BlockPart = 'text' | 'number'
export type WordBlock = Exclude<Block, { kind: 'table' }>

export const wordsOf = (block: WordBlock): string => (block.kind === 'attachment' ? block.title : block.text)

export function blockStretches(block: WordBlock, marks: BlockMarks, part: BlockPart): readonly Stretch[] {
  if (marks.all.length === 0) return []
  if (part === 'text') return stretchesOf(marks, block.at, wordsOf(block).length)
  const length = block.kind === 'heading' ? (block.number?.length ?? 0) : 0
  const original = block.at.original.slice(0, length)
  return stretchesOf(marks, { ...block.at, original, segments: [] }, length)
}
