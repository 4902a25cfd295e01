import type { HandOver } from '@jiheng/contract'
import { useEffect } from 'react'
import { Link, useNavigate } from 'react-router'
import { usePages } from '../../api/use-pages.ts'
import { Page } from '../../parts/page.tsx'
import { Permitted } from '../../parts/permitted.tsx'
import { StateView } from '../../parts/state-view.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { people } from '../../wording/people.ts'
import { HandOverSheet } from './hand-over-sheet.tsx'
import { handOversKey } from './people-keys.ts'
import { PeopleTabs } from './people-tabs.tsx'

const words = people.handOvers
const addressOf = (id: string) => `/people/hand-overs?sheet=${id}`

const columns: readonly Column<HandOver>[] = [
  { key: 'day', title: words.columns.day, width: 120, isSticky: true, cell: ({ id, day }) => <Link to={addressOf(id)}>{day}</Link> },
  { key: 'organisation', title: words.columns.organisation, cell: ({ organisation }) => organisation?.name ?? people.region },
  { key: 'role', title: words.columns.role, width: 170, cell: ({ role }) => role },
  { key: 'from', title: words.columns.from, width: 110, cell: ({ from }) => from.name },
  { key: 'to', title: words.columns.to, width: 110, cell: ({ to }) => to.name },
  { key: 'open', title: words.columns.open, width: 220, cell: ({ open }) => words.open(open.documents, open.questions) },
]

export const HandOversPage = () => (
  <Permitted title={people.title} needs={['post.manage']}>
    <HandOvers />
  </Permitted>
)

/** The list; with `sheet` in the address the one sheet, to be printed and signed. */
function HandOvers() {
  const navigate = useNavigate()
  const { one } = useAddress()
  const sheet = one('sheet')
  const list = usePages('hand-overs.list', handOversKey, { limit: 100 })
  const found = list.rows.find(({ id }) => id === sheet)
  const { has, isLoading, load } = list.more
  const isLooking = sheet !== '' && found === undefined && has
  useEffect(() => {
    if (isLooking && !isLoading) load()
  }, [isLooking, isLoading, load])
  if (sheet !== '' && found !== undefined) return <HandOverSheet handOver={found} />
  return (
    <Page title={people.title} isFilling>
      <PeopleTabs />
      {sheet !== '' && !list.isLoading && !isLooking && list.error === null && <p role="alert">{words.missing}</p>}
      <DataTable
        {...list}
        label={words.list}
        columns={columns}
        idOf={({ id }) => id}
        onOpen={({ id }) => void navigate(addressOf(id))}
        empty={<StateView kind="empty" title={words.empty} hint={words.emptyHint} />}
      />
    </Page>
  )
}
