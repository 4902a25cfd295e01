/** Words for rising and falling. */

import { endings } from '../word-ends.ts'

export type Direction = 'up' | 'down'

const UP = [
  '增加',
  '增长',
  '上升',
  '提高',
  '提升',
  '上涨',
  '增幅',
  '增',
  '多',
  '上浮',
  '上调',
  '增加了',
  '增长了',
  '净增加',
  '净增',
  '超出',
  '超',
  '递增',
  '扩大',
  '延长',
  '涨幅',
  '增速',
  '增产',
  '攀升',
]
const DOWN = [
  '减少',
  '下降',
  '降低',
  '压减',
  '压缩',
  '节约',
  '降幅',
  '减',
  '降',
  '少',
  '下浮',
  '下调',
  '减少了',
  '下降了',
  '净减少',
  '节省',
  '缩减',
  '递减',
  '回落',
  '负增长',
  '减幅',
  '核减',
  '收窄',
  '缩短',
  '跌幅',
  '减产',
  '下滑',
  '下跌',
]

const wordAtEnd = endings<Direction>([...UP.map((word) => [word, 'up'] as const), ...DOWN.map((word) => [word, 'down'] as const)])

export interface DirectionMatch {
  readonly direction: Direction
  readonly word: string
}

/** The direction word that ends a phrase, with a trailing 了, 为, 达, 约 and the like already gone. */
export function directionAtEnd(phrase: string): DirectionMatch | null {
  const match = wordAtEnd(phrase)
  return match === null ? null : { direction: match.value, word: match.word }
}

/** Words that open a comparison; what follows names the base. */
export const COMPARISON_WORDS: readonly string[] = ['相较于', '相较', '相比于', '对比', '同比', '环比', '较之', '较', '比']
