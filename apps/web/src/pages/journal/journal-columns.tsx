import type { JournalEntry } from '@jiheng/contract'
import type { Column } from '../../parts/table/column.ts'
import { Tag } from '../../parts/tag.tsx'
import { Time } from '../../parts/time.tsx'
import { journal as words } from '../../wording/journal.ts'

export const journalColumns = (onActor: (id: string) => void): readonly Column<JournalEntry>[] => [
  { key: 'at', title: words.columns.at, width: 150, isSticky: true, cell: ({ at }) => <Time instant={at} /> },
  {
    key: 'actor',
    title: words.columns.actor,
    width: 120,
    cell: ({ actor }) =>
      actor === null ? (
        <span className="quiet">{words.system}</span>
      ) : (
        <button type="button" className="link-button" title={words.seeActor(actor.name)} onClick={() => onActor(actor.id)}>
          {actor.name}
        </button>
      ),
  },
  { key: 'says', title: words.columns.says, cell: ({ says }) => says, hover: ({ says }) => says },
  {
    key: 'seal',
    title: words.columns.seal,
    width: 110,
    cell: ({ seal }) => (seal === null ? <Tag tone="quiet">{words.unsealed}</Tag> : words.sealed(seal)),
  },
]
