import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import type { Column } from '../../parts/table/column.ts'
import { Tag } from '../../parts/tag.tsx'
import { organisations as words } from '../../wording/organisations.ts'
import type { TreeRow } from './tree-rows.ts'

interface Terms {
  readonly onTurn: (id: string) => void
  readonly addressOf: (id: string) => string
}

/** Pixels that each level stands further in. */
const indent = 22

export function organisationColumns({ onTurn, addressOf }: Terms): readonly Column<TreeRow>[] {
  const { columns, kinds } = words
  return [
    {
      key: 'name',
      title: columns.name,
      width: 430,
      isSticky: true,
      hover: ({ organisation }) => organisation.name,
      cell: ({ organisation, depth, hasChildren, isOpen, isFound }) => (
        <span className={`tree-cell${isFound ? '' : ' is-passed'}`} style={{ paddingLeft: depth * indent }}>
          {hasChildren ? (
            <button
              type="button"
              className="tree-turn"
              aria-expanded={isOpen}
              aria-label={(isOpen ? words.shut : words.open)(organisation.name)}
              onClick={() => onTurn(organisation.id)}
            >
              {isOpen ? <CaretDownOutlined /> : <CaretRightOutlined />}
            </button>
          ) : (
            <span className="tree-turn" />
          )}
          <Link to={addressOf(organisation.id)}>{organisation.name}</Link>
        </span>
      ),
    },
    { key: 'code', title: columns.code, width: 130, cell: ({ organisation }) => organisation.code ?? '' },
    { key: 'kind', title: columns.kind, width: 120, cell: ({ organisation }) => kinds[organisation.kind] },
    {
      key: 'state',
      title: columns.state,
      width: 150,
      cell: ({ organisation: { isBureau, isGovernment, isActive } }) => (
        <>
          {isBureau && <Tag tone="info">{words.bureau}</Tag>} {isGovernment && <Tag tone="quiet">{words.government}</Tag>}{' '}
          {!isActive && <Tag tone="warning">{words.gone}</Tag>}
        </>
      ),
    },
    {
      key: 'aliases',
      title: columns.aliases,
      cell: ({ organisation }) => organisation.aliases.join(words.between),
      hover: ({ organisation }) => organisation.aliases.join(words.between),
    },
  ]
}
