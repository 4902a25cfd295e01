import { CaretDownOutlined, CaretUpOutlined, FilterFilled, FilterOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import { table } from '../../wording/table.ts'
import type { Column, ColumnFilter } from './column.ts'

export function ColumnHead<Row>({ column, left }: { readonly column: Column<Row>; readonly left: number }) {
  const { title, align, isSticky, filter, sort } = column
  return (
    <th
      scope="col"
      aria-sort={sort?.direction ?? undefined}
      className={`${align ? `is-${align}` : ''}${isSticky ? ' is-sticky' : ''}`}
      style={isSticky ? { left } : undefined}
    >
      <span className="head">
        {sort ? (
          <button type="button" className="head-sort" title={table.sort(title)} onClick={sort.onSort}>
            {title}
            {sort.direction === 'ascending' && <CaretUpOutlined />}
            {sort.direction === 'descending' && <CaretDownOutlined />}
          </button>
        ) : (
          title
        )}
        {filter && <FilterMenu title={title} filter={filter} />}
      </span>
    </th>
  )
}

/** Several values at once; the menu stays open while they are chosen. */
function FilterMenu({ title, filter: { options, chosen, onChoose } }: { readonly title: string; readonly filter: ColumnFilter }) {
  const label = chosen.length === 0 ? table.filter(title) : table.filtered(title, chosen.length)
  const items = options.map(({ value, label }) => ({ key: value, label }))
  const choose = ({ selectedKeys }: { readonly selectedKeys: readonly string[] }) => onChoose(selectedKeys)
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, multiple: true, selectable: true, selectedKeys: [...chosen], onSelect: choose, onDeselect: choose }}
    >
      <button
        type="button"
        className={`head-filter${chosen.length > 0 ? ' is-on' : ''}`}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
      >
        {chosen.length > 0 ? <FilterFilled /> : <FilterOutlined />}
      </button>
    </Dropdown>
  )
}
