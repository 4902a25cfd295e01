/** Ranks by total: the same total, the same rank, and the next one counts all before it (1, 2, 2, 4). What has no total has none. */

/** Totals are whole numbers. From 1; 0 for what is not ranked (NaN). */
export function ranksOf(totals: Float64Array): Uint32Array {
  const [lowest, highest] = endsOf(totals)
  if (lowest > highest) return new Uint32Array(totals.length)
  return highest - lowest < MOST_COUNTED ? byCounting(totals, lowest, highest) : bySorting(totals)
}

/** Scores have few different values: up to a hundred points in hundredths are ten thousand. */
const MOST_COUNTED = 2 ** 20

function endsOf(totals: Float64Array): readonly [number, number] {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < totals.length; i += 1) {
    const total = totals[i] as number
    if (total < lowest) lowest = total
    if (total > highest) highest = total
  }
  return [lowest, highest]
}

function byCounting(totals: Float64Array, lowest: number, highest: number): Uint32Array {
  /** How many have the total, then the rank of it. */
  const places = new Uint32Array(highest - lowest + 1)
  for (let i = 0; i < totals.length; i += 1) {
    const at = (totals[i] as number) - lowest
    if (at >= 0) places[at] = (places[at] as number) + 1
  }
  let above = 0
  for (let at = places.length - 1; at >= 0; at -= 1) {
    const count = places[at] as number
    places[at] = above + 1
    above += count
  }
  const ranks = new Uint32Array(totals.length)
  for (let i = 0; i < totals.length; i += 1) {
    const at = (totals[i] as number) - lowest
    if (at >= 0) ranks[i] = places[at] as number
  }
  return ranks
}

function bySorting(totals: Float64Array): Uint32Array {
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
