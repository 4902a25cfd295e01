/** A table as read: its columns, its rows, and the points of its groups. */
import type { Column } from './table-head.ts'
import type { TableRow } from './table-row.ts'

export interface TableReading {
  readonly block: number
  readonly section: number
  readonly heads: readonly (readonly Column[])[]
  readonly rows: readonly TableRow[]
  /** Tables with two sides (收入 | 金额 | 支出 | 金额) as one table for each side; otherwise the table itself. */
  readonly sides: readonly TableReading[]
}
