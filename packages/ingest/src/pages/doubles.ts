/** Bold that is made by drawing the same words twice, a hair apart: they are said once. */
import { leftOf, type Word } from './page.ts'

/** Points; more is a shadow that a reader sees as such, or a repeated word. */
const APART = 1

/** The words without those drawn a second time at the same place. */
export function withoutDoubles(words: readonly Word[]): readonly Word[] {
  const drawn = new Map<string, Word[]>()
  const kept: Word[] = []
  for (const word of words) {
    const key = `${Math.round(word.y / (4 * APART))} ${word.text}`
    if (nearby(word).some((near) => drawn.get(near)?.some((other) => isSamePlace(word, other)))) continue
    const same = drawn.get(key)
    if (same) same.push(word)
    else drawn.set(key, [word])
    kept.push(word)
  }
  return kept
}

/** The bands of the page that a copy can stand in. */
function nearby({ y, text }: Word): readonly string[] {
  const low = Math.round((y - APART) / (4 * APART))
  const high = Math.round((y + APART) / (4 * APART))
  return low === high ? [`${low} ${text}`] : [`${low} ${text}`, `${high} ${text}`]
}

function isSamePlace(a: Word, b: Word): boolean {
  const apart = Math.min(APART, a.size * 0.15)
  return Math.abs(a.y - b.y) <= apart && Math.abs(leftOf(a) - leftOf(b)) <= apart
}
