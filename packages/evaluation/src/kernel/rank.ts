/** Ranks by total: the same total, the same rank, and the next one counts all before it (1, 2, 2, 4). What has no total has none. */

/** From 1; 0 for what is not ranked (NaN). */
export function ranksOf(totals: Float64Array): Uint32Array {
  const inOrder = totals.filter((total) => !Number.isNaN(total)).sort()
  const ranks = new Uint32Array(totals.length)
  for (let i = 0; i < totals.length; i += 1) {
    const total = totals[i] as number
    if (!Number.isNaN(total)) ranks[i] = inOrder.length - countUpTo(inOrder, total) + 1
  }
  return ranks
}

/** How many are not above it. */
function countUpTo(inOrder: Float64Array, total: number): number {
  let [low, high] = [0, inOrder.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((inOrder[middle] as number) <= total) low = middle + 1
    else high = middle
  }
  return low
}
