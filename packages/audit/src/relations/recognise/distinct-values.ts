/** Figures by their values: how many different ones there are, and each once. */
import type { Figure } from '../../claims/figure.ts'

const keyOf = (figure: Figure): string => `${figure.value.coefficient}e${figure.value.scale}`

export function uniqueByValue(figures: readonly Figure[]): Figure[] {
  return [...new Map(figures.map((figure) => [keyOf(figure), figure])).values()]
}

export function distinct(figures: readonly Figure[]): number {
  return new Set(figures.map(keyOf)).size
}
