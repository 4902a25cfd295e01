/** When two quotes speak of the same words. */

/** A shorter quote matches only what is equal to it. */
const shortest = 4

/** NFKC, without white space and table bars. The white space is what Unicode calls so; a byte order mark is not. */
export const normalise = (text: string | null | undefined): string => (text ?? '').normalize('NFKC').replace(/[\p{White_Space}|│]+/gu, '')

export function overlap(a: string, b: string): boolean {
  if (!a || !b) return false
  // Lengths are counted in characters, not in UTF-16 units, as everywhere in the scoring.
  if (Math.min([...a].length, [...b].length) < shortest) return a === b
  return a.includes(b) || b.includes(a)
}
