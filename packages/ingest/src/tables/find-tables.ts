/** Tells tables from text, line by line, whatever sets their cells apart. */
import type { Limits } from '../limits.ts'
import type { Line } from '../lines.ts'
import { takeAlignedTable } from './aligned-table.ts'
import { takeBareCellLines, takeTabbedCellLines } from './cell-lines.ts'
import { takePipeTable } from './pipe-table.ts'
import type { Part } from './raw-table.ts'
import { takeSpacedTable } from './spaced-table.ts'
import { takeTabTable } from './tab-table.ts'

export function findTables(clean: string, lines: readonly Line[], limits: Limits): readonly Part[] {
  const parts: Part[] = []
  for (let i = 0; i < lines.length; ) {
    const taken =
      takePipeTable(clean, lines, i) ??
      takeTabbedCellLines(clean, lines, i) ??
      takeTabTable(clean, lines, i, limits.maxColumns) ??
      takeAlignedTable(clean, lines, i) ??
      takeBareCellLines(lines, i) ??
      takeSpacedTable(clean, lines, i)
    for (const part of taken?.parts ?? [lines[i] as Line]) parts.push(part)
    i = taken?.next ?? i + 1
  }
  return withoutEmptyLines(parts)
}

/** A line of one tab is a cell of a table or nothing. */
function withoutEmptyLines(parts: readonly Part[]): readonly Part[] {
  const kept: Part[] = []
  let gap = 0
  for (const part of parts) {
    if (part.kind === 'line' && part.head === '') gap += part.gap + 1
    else {
      kept.push(gap > 0 && part.kind === 'line' ? { ...part, gap: part.gap + gap } : part)
      gap = 0
    }
  }
  return kept
}
