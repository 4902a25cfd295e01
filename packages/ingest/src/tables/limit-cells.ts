/** Keeps the number of cells of all tables within the limit. */
import type { Part, RawRow } from './raw-table.ts'

export interface Limited {
  readonly parts: readonly Part[]
  /** Line of the first row left out; null when all rows stay. */
  readonly cutAt: number | null
}

export function limitCells(parts: readonly Part[], maxCells: number): Limited {
  const kept: Part[] = []
  let cells = 0
  let cutAt: number | null = null
  for (const part of parts) {
    if (part.kind === 'line') {
      kept.push(part)
      continue
    }
    const rows = part.rows.filter((row) => {
      cells += row.cells.length
      return cells <= maxCells
    })
    if (rows.length < part.rows.length) cutAt ??= (part.rows[rows.length] as RawRow).line.line
    if (rows.length > 0) kept.push(rows.length < part.rows.length ? { ...part, rows, last: (rows.at(-1) as RawRow).line } : part)
  }
  return { parts: kept, cutAt }
}
