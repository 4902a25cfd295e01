/** A table of the document with its merged cells; the head stays in sight, long tables scroll by themselves and fill up by and by. */
import type { Stretch, ViewBlock } from '@jiheng/contract'
import { memo, useEffect, useState } from 'react'
import { whenIdle } from '../../parts/later-list.tsx'
import { workbench } from '../../wording/workbench.ts'
import { Words } from './marked-words.tsx'

type Table = Extract<ViewBlock, { kind: 'table' }>
type Row = Table['rows'][number]

const rowsAtOnce = 120
/** From here on a table scrolls by itself. */
const longTable = 16

export function PaperTable({ table: { rows, headerRows } }: { readonly table: Table }) {
  const [shown, setShown] = useState(rowsAtOnce)
  useEffect(() => {
    if (shown < rows.length) return whenIdle(() => setShown(shown + rowsAtOnce))
  }, [shown, rows.length])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of a document is no set of fields, nor one landmark among dozens
    <div
      role="group"
      className={`paper-table${rows.length > longTable ? ' is-long' : ''}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={workbench.table}
    >
      <table>
        {headerRows > 0 && (
          <thead>
            {rows.slice(0, headerRows).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a document stay where they are
              <TableRow key={index} row={row} isHead />
            ))}
          </thead>
        )}
        <tbody>
          {rows.slice(headerRows, shown).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a document stay where they are
            <TableRow key={index} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const TableRow = memo(({ row, isHead = false }: { readonly row: Row; readonly isHead?: boolean }) => (
  <tr>
    {row.map((cell, column) => {
      if (cell === null) return null
      const { text, rowSpan, colSpan } = cell
      // An empty head says nothing to those who hear it.
      const Cell = isHead && text.length > 0 ? 'th' : 'td'
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells of a document stay where they are
        <Cell key={column} rowSpan={rowSpan} colSpan={colSpan} className={isFigure(text) ? 'is-figure' : undefined}>
          <Words text={text} />
        </Cell>
      )
    })}
  </tr>
))

const isFigure = (text: readonly Stretch[]): boolean => /^[\d.,+\-\u2212%\uff05\s]+$/.test(text.map((part) => part.text).join(''))
