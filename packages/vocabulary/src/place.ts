/** Where text stands in a file that is not plain text: what a person opens, and what a mark is put on. */

export type Spot =
  /**
   * Word. `paragraph` counts the paragraphs of the part, `run` the runs of the paragraph, both from 0; a null run: an automatic number, which
   * has no characters of its own. `at` is the UTF-16 offset of the place's first character in the text elements of its run, put together;
   * null where it stands in none of them (a tab, a break, a symbol, an automatic number).
   */
  | { readonly kind: 'run'; readonly part: string; readonly paragraph: number; readonly run: number | null; readonly at: number | null }
  /** A spreadsheet. `cell` as in a formula: B5. */
  | { readonly kind: 'cell'; readonly sheet: string; readonly cell: string }
  /** A page, from 1. `box` is left, bottom, right, top in points of the page's own space, whose origin is at the bottom left. */
  | { readonly kind: 'box'; readonly page: number; readonly box: readonly [number, number, number, number] }

/** `start` and `end` are UTF-16 offsets into the running text, as in `Origin.start`. */
export interface Place {
  readonly start: number
  readonly end: number
  readonly spot: Spot
}

/** The place that holds the offset; where none does (a separator between two cells) the one before it. Places are in order. */
export function placeAt(places: readonly Place[], offset: number): Place | null {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] as Place).start <= offset) low = middle + 1
    else high = middle
  }
  return places[Math.max(0, low - 1)] ?? null
}
