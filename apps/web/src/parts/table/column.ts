/** What a table shows and how it can be asked. Lists are filtered and sorted by the server: it alone sees all rows. */
import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  /** Pixels; one column may be left without and takes the rest. */
  readonly width?: number
  readonly align?: 'right' | 'center'
  /** Left out on a phone, so that what matters more is in sight; it is told where the row leads. */
  readonly isForWide?: boolean
  /** Stays in sight when the table is moved sideways. For the first columns only. */
  readonly isSticky?: boolean
  readonly cell: (row: Row) => ReactNode
  /** The whole text, where a cell may be cut off. */
  readonly hover?: (row: Row) => string
  readonly filter?: ColumnFilter
  readonly sort?: ColumnSort
}

export interface ColumnFilter {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}

export interface ColumnSort {
  readonly direction: 'ascending' | 'descending' | null
  readonly onSort: () => void
}
