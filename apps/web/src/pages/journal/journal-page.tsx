import { CloseOutlined } from '@ant-design/icons'
import { journalEvents } from '@jiheng/contract'
import { Button, Select } from 'antd'
import { client } from '../../api/client.ts'
import { usePages } from '../../api/use-pages.ts'
import { DayField } from '../../parts/day-field.tsx'
import { Page } from '../../parts/page.tsx'
import { Permitted } from '../../parts/permitted.tsx'
import { StateView } from '../../parts/state-view.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { journal as words } from '../../wording/journal.ts'
import { states } from '../../wording/states.ts'
import { journalColumns } from './journal-columns.tsx'
import './journal-page.css'
import { JournalTabs } from './journal-tabs.tsx'

export const JournalPage = () => (
  <Permitted title={words.title} needs={['journal.read']}>
    <Journal />
  </Permitted>
)

/** What each event is called, without the details that stand in braces. */
const events = Object.entries(journalEvents).map(([value, says]) => ({ value, label: says.replaceAll(/\{\w+\}/g, words.blank) }))

function Journal() {
  const { one, set, clear } = useAddress()
  const filters = Object.fromEntries(
    ['actor', 'event', 'subject', 'from', 'to'].map((name) => [name, one(name)]).filter(([, value]) => value !== ''),
  )
  const list = usePages('journal.list', ['journal'], { limit: 200, ...filters })
  const isFiltered = Object.keys(filters).length > 0
  const actor = one('actor')
  const nameOfActor = list.rows.find((row) => row.actor?.id === actor)?.actor?.name ?? words.one
  const days = { ...(one('from') === '' ? {} : { from: one('from') }), ...(one('to') === '' ? {} : { to: one('to') }) }
  return (
    <Page
      title={words.title}
      isFilling
      actions={
        <Button href={client.address('journal.export', { query: days })} download>
          {words.export}
        </Button>
      }
    >
      <JournalTabs />
      <div className="list-tools no-print">
        <Select<string>
          className="journal-event"
          aria-label={words.event}
          placeholder={words.event}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={one('event') === '' ? null : one('event')}
          options={events}
          onChange={(event) => set({ event: event ?? null })}
        />
        <DayField label={words.from} placeholder={words.from} value={one('from')} onChange={(day) => set({ from: day })} />
        <DayField label={words.to} placeholder={words.to} value={one('to')} onChange={(day) => set({ to: day })} />
        {actor !== '' && <Chip title={words.onlyOf(nameOfActor)} onRemove={() => set({ actor: null })} />}
        {one('subject') !== '' && <Chip title={words.onlySubject} onRemove={() => set({ subject: null })} />}
        {isFiltered && <Button onClick={clear}>{words.clear}</Button>}
      </div>
      <DataTable
        {...list}
        label={words.list}
        columns={journalColumns((id) => set({ actor: id }))}
        idOf={({ id }) => id}
        empty={
          isFiltered ? (
            <StateView kind="empty" title={states.noMatch} action={<Button onClick={clear}>{words.clear}</Button>} />
          ) : (
            <StateView kind="empty" title={words.empty} />
          )
        }
      />
    </Page>
  )
}

const Chip = ({ title, onRemove }: { readonly title: string; readonly onRemove: () => void }) => (
  <Button icon={<CloseOutlined />} iconPlacement="end" aria-label={`${words.removeFilter} ${title}`} onClick={onRemove}>
    {title}
  </Button>
)
