/**
 * A list of any length. Only the rows in sight are in the page, in a real <table>, so that screen readers and the keyboard know where they are;
 * on paper all of them are. More rows are read when the end comes near.
 */
import { type ReactNode, useEffect, useRef } from 'react'
import { table } from '../../wording/table.ts'
import { StateView } from '../state-view.tsx'
import { phone, useMedia } from '../use-media.ts'
import type { Column } from './column.ts'
import { ColumnHead } from './column-head.tsx'
import './data-table.css'
import { ChooseAll, ChooseRow, type Choosing } from './choose-rows.tsx'
import { useActiveRow } from './use-active-row.ts'
import { rowHeight, useWindow } from './use-window.ts'

export interface DataTableProps<Row> {
  /** What the list is, for those who do not see it. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly idOf: (row: Row) => string
  /** Enter or a click on a row. The first cell should hold a link to the same place. */
  readonly onOpen?: (row: Row) => void
  readonly choosing?: Choosing
  readonly isLoading?: boolean
  readonly error?: unknown
  readonly onRetry?: () => void
  /** Further pages of the server. */
  readonly more?: { readonly has: boolean; readonly isLoading: boolean; readonly load: () => void }
  /** Shown without rows: why, and what to do. */
  readonly empty?: ReactNode
  /** At the right of the line under the table. */
  readonly foot?: ReactNode
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, idOf, onOpen, choosing, isLoading = false, error, onRetry, more, empty, foot } = props
  const isPhone = useMedia(phone)
  const columns = isPhone ? props.columns.filter(({ isForWide }) => !isForWide) : props.columns
  const scroller = useRef<HTMLDivElement>(null)
  const { from, to, isWhole } = useWindow(scroller, rows.length)
  const active = useActiveRow(scroller, rows.length, (index) => onOpen?.(rows[index] as Row))
  const { has: hasMore = false, isLoading: isReading = false, load } = more ?? {}
  useEffect(() => {
    if (hasMore && !isReading && to >= rows.length - 20 && rows.length > 0 && !error) load?.()
  }, [hasMore, isReading, to, rows.length, load, error])
  const ids = rows.slice(from, to).map(idOf)
  return (
    <div className="table-box">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="table-scroller" ref={scroller} tabIndex={0} aria-label={label} onKeyDown={active.onKeyDown}>
        <table
          className="table"
          style={{ minWidth: leastWidth(columns, isPhone ? leastOnPhone : least) }}
          aria-rowcount={hasMore ? -1 : rows.length + 1}
          aria-busy={isLoading}
        >
          <colgroup>
            {choosing && <col width={40} />}
            {columns.map(({ key, width }) => (
              <col key={key} width={width} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {choosing && <ChooseAll choosing={choosing} ids={rows.map(idOf)} />}
              {columns.map((column, index) => (
                <ColumnHead key={column.key} column={column} left={stickyLeft(columns, index, choosing !== undefined)} />
              ))}
            </tr>
          </thead>
          <tbody>
            <Space rows={from} />
            {rows.slice(from, to).map((row, at) => {
              const index = from + at
              return (
                <tr
                  key={ids[at]}
                  aria-rowindex={index + 2}
                  data-row={index}
                  tabIndex={-1}
                  className={`${onOpen ? 'can-open' : ''}${active.index === index ? ' is-active' : ''}`}
                  onClick={(event) => {
                    active.set(index)
                    if (onOpen && !isControl(event.target) && !isSelecting()) onOpen(row)
                  }}
                >
                  {choosing && <ChooseRow choosing={choosing} id={ids[at] as string} />}
                  {columns.map((column, place) => (
                    <td
                      key={column.key}
                      className={cellClass(column)}
                      title={column.hover?.(row)}
                      style={column.isSticky ? { left: stickyLeft(columns, place, choosing !== undefined) } : undefined}
                    >
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              )
            })}
            <Space rows={isWhole ? 0 : rows.length - to} />
          </tbody>
        </table>
        {rows.length === 0 && <Without isLoading={isLoading} error={error} onRetry={onRetry} empty={empty} />}
      </section>
      {rows.length > 0 && (
        <div className="table-foot">
          <span role="status">{isReading ? table.loadingMore : table.rows(rows.length, hasMore)}</span>
          {choosing && choosing.chosen.size > 0 && <span>{table.chosen(choosing.chosen.size)}</span>}
          {error !== undefined && error !== null && <StateView kind="error" error={error} {...(onRetry ? { onRetry } : {})} />}
          {foot}
          {onOpen && <span className="table-keys no-print">{table.keys}</span>}
        </div>
      )}
    </div>
  )
}

interface WithoutProps {
  readonly isLoading: boolean
  readonly error: unknown
  readonly onRetry: (() => void) | undefined
  readonly empty: ReactNode
}

function Without({ isLoading, error, onRetry, empty }: WithoutProps) {
  if (error !== undefined && error !== null) return <StateView kind="error" error={error} {...(onRetry ? { onRetry } : {})} />
  if (isLoading) return <StateView kind="loading" />
  return empty ?? <StateView kind="empty" />
}

const least = 220
const leastOnPhone = 180

/** So that the column without a width keeps room. */
const leastWidth = <Row,>(columns: readonly Column<Row>[], rest: number) => columns.reduce((sum, { width = rest }) => sum + width, 0)

/** Stands in for the rows that are out of sight. */
// biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
const Space = ({ rows }: { readonly rows: number }) => (rows > 0 ? <tr aria-hidden="true" style={{ height: rows * rowHeight }} /> : null)

const cellClass = <Row,>({ align, isSticky }: Column<Row>) => `${align ? `is-${align}` : ''}${isSticky ? ' is-sticky' : ''}`

function stickyLeft<Row>(columns: readonly Column<Row>[], index: number, isChoosing: boolean): number {
  return columns.slice(0, index).reduce((sum, { width = 0 }) => sum + width, isChoosing ? 40 : 0)
}

const isControl = (target: EventTarget) => target instanceof Element && target.closest('a, button, input, label') !== null

/** Marking text in a row is no click on it. */
const isSelecting = () => (getSelection()?.toString() ?? '') !== ''
