/** Which words stand on one line: told by their baselines, not by the order in which they were drawn. */
import { ASCENT, DESCENT, leftOf, type Word } from './page.ts'

interface Open {
  /** The largest word: the others stand within its height. */
  largest: Word
  readonly words: Word[]
}

/** How many lines above the last one a word may still belong to. */
const REACH = 4

/** Lines from top to bottom, the words of each from left to right. Raised and lowered figures belong to the line that they touch. */
export function baselines(words: readonly Word[]): readonly (readonly Word[])[] {
  const sorted = [...words].sort((a, b) => middleOf(a) - middleOf(b) || leftOf(a) - leftOf(b))
  const lines: Open[] = []
  for (const word of sorted) {
    const line = lineOf(lines, word)
    if (!line) {
      lines.push({ largest: word, words: [word] })
      continue
    }
    line.words.push(word)
    if (word.size > line.largest.size) line.largest = word
  }
  lines.sort((a, b) => a.largest.y - b.largest.y)
  return lines.map((line) => line.words.sort((a, b) => leftOf(a) - leftOf(b)))
}

function lineOf(lines: readonly Open[], word: Word): Open | null {
  for (let i = lines.length - 1; i >= 0 && i >= lines.length - REACH; i--) {
    const line = lines[i] as Open
    if (standsWithin(word, line.largest)) return line
  }
  return null
}

function middleOf({ y, size }: Word): number {
  return y - ((ASCENT - DESCENT) / 2) * size
}

/** The middle of the smaller one lies within the height of the larger one. */
function standsWithin(a: Word, b: Word): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  const middle = middleOf(small)
  if (small.size > large.size * 0.8) return Math.abs(small.y - large.y) < large.size * 0.5
  return middle > large.y - ASCENT * large.size && middle < large.y + DESCENT * large.size
}
