/** Which values the columns of the tables print: a figure of the text that a column repeats speaks of that row, not of one a slip away. */
import type { Figure } from '../../claims/figure.ts'

export type ColumnValues = ReadonlySet<string>

export const columnValues = (figures: readonly Figure[]): ColumnValues =>
  new Set(figures.filter(({ seat }) => seat.kind === 'cell').map((figure) => keyOf(figure, figure)))

/** Whether one of the two stands in a column that prints the value of the other as well. */
export const isInColumn = (values: ColumnValues, a: Figure, b: Figure): boolean =>
  (b.seat.kind === 'cell' && values.has(keyOf(a, b))) || (a.seat.kind === 'cell' && values.has(keyOf(b, a)))

/** The value of the first in the column of the second. */
function keyOf({ value }: Figure, { seat, claim }: Figure): string {
  return `${claim.anchor.block}:${seat.kind === 'cell' ? seat.column : ''}:${value.coefficient}e${value.scale}`
}
