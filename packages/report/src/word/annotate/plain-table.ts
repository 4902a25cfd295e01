/** A table of a document as a table of a Word file: spans, and rows that are shorter than others. */
import type { Cell } from '@jiheng/ingest'

export interface PlainCell {
  /** null for a slot that a cell above covers. */
  readonly cell: Cell | null
  readonly colSpan: number
  readonly merge: 'none' | 'starts' | 'goes-on'
}

/** Each row comes to the width of the widest. A merged cell whose other slots hold words is taken apart, so that nothing is lost. */
export function plainRows(rows: readonly (readonly Cell[])[]): readonly (readonly PlainCell[])[] {
  const width = widthOf(rows)
  /** By column: the merged cell above, and how many rows it still covers. */
  const above: ({ left: number; colSpan: number } | undefined)[] = []
  return rows.map((cells, row) => {
    const slots: PlainCell[] = []
    for (let column = 0; column < width; ) {
      const open = above[column]
      if (open && open.left > 0) {
        open.left--
        slots.push({ cell: null, colSpan: open.colSpan, merge: 'goes-on' })
        column += open.colSpan
        continue
      }
      const cell = cells[column]
      const last = column === cells.length - 1 || cell === undefined
      const { rowSpan, colSpan } = cell ? freeSpan(rows, cell, { row, column }, above) : { rowSpan: 1, colSpan: 1 }
      const wide = last ? width - column : colSpan
      const span = rowSpan > 1 ? colSpan : freeUntilCovered(above, column, wide)
      if (rowSpan > 1) above[column] = { left: rowSpan - 1, colSpan: span }
      slots.push({ cell: cell ?? null, colSpan: span, merge: rowSpan > 1 ? 'starts' : 'none' })
      column += span
    }
    return slots
  })
}

export const widthOf = (rows: readonly (readonly Cell[])[]): number => rows.reduce((most, { length }) => Math.max(most, length), 0)

type Above = readonly ({ readonly left: number; readonly colSpan: number } | undefined)[]

function freeSpan(
  rows: readonly (readonly Cell[])[],
  cell: Cell,
  { row, column }: { readonly row: number; readonly column: number },
  above: Above,
): { readonly rowSpan: number; readonly colSpan: number } {
  const { rowSpan, colSpan } = cell
  const width = rows[row]?.length ?? 0
  const wide = Math.min(colSpan, width - column)
  const high = Math.min(rowSpan, rows.length - row)
  for (let down = 0; down < high; down++) {
    for (let right = 0; right < wide; right++) {
      const isOwn = down === 0 && right === 0
      const slot = rows[row + down]?.[column + right]
      if (!isOwn && (slot === undefined || slot.text !== '' || slot.colSpan > 1 || slot.rowSpan > 1)) return { rowSpan: 1, colSpan: 1 }
    }
  }
  return freeUntilCovered(above, column, wide) === wide ? { rowSpan: high, colSpan: wide } : { rowSpan: 1, colSpan: 1 }
}

function freeUntilCovered(above: Above, column: number, wide: number): number {
  for (let right = 1; right < wide; right++) if ((above[column + right]?.left ?? 0) > 0) return right
  return wide
}
