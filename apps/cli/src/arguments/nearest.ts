/** What a person most likely meant by a misspelt word. */

const maxLength = 40

/** The nearest of the words, when it is near enough to be worth a question. */
export function nearest(word: string, words: readonly string[]): string | null {
  if (word.length > maxLength) return null
  const limit = Math.max(1, Math.floor(word.length / 3))
  const scored = words
    .map((candidate) => ({ candidate, distance: distanceBetween(word, candidate) }))
    .sort((a, b) => a.distance - b.distance)
  const best = scored[0]
  if (best !== undefined && best.distance <= limit) return best.candidate
  return words.find((candidate) => word.length >= 3 && candidate.startsWith(word)) ?? null
}

/** Letters to insert, drop, change or swap with their neighbour. */
function distanceBetween(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (beforeLast[j - 2] as number) + 1 : change
      row.push(Math.min(change, swap, (last[j] as number) + 1, (row[j - 1] as number) + 1))
    }
    beforeLast = last
    last = row
  }
  return last[b.length] as number
}
