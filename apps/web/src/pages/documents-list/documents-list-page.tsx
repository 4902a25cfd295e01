import { Button, Select } from 'antd'
import { useNavigate } from 'react-router'
import { usePages } from '../../api/use-pages.ts'
import { OrganisationSelect } from '../../parts/organisation-select.tsx'
import { Page } from '../../parts/page.tsx'
import { Permitted } from '../../parts/permitted.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { StateView } from '../../parts/state-view.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { documentsList as words } from '../../wording/documents-list.ts'
import { states } from '../../wording/states.ts'
import { documentColumns } from './document-columns.tsx'
import './documents-list-page.css'

export const DocumentsListPage = () => (
  <Permitted title={words.title} needs={['document.read', 'self-check.use', 'document.submit']}>
    <DocumentsList />
  </Permitted>
)

/** Each is one name in the address and one in the question to the server. */
const filterNames = ['q', 'organisation', 'year', 'batch', 'stage', 'state', 'review', 'severity', 'sort'] as const

function DocumentsList() {
  const navigate = useNavigate()
  const address = useAddress()
  const { one, set, clear } = address
  const filters = Object.fromEntries(filterNames.map((name) => [name, one(name)]).filter(([, value]) => value !== ''))
  const list = usePages('documents.list', ['documents', 'list'], { limit: 100, ...filters })
  const now = new Date().getFullYear()
  const year = one('year')
  return (
    <Page title={words.title} isFilling>
      <div className="list-tools no-print">
        <SearchField label={words.search} placeholder={words.searchHint} value={one('q')} onSearch={(q) => set({ q })} />
        <div className="documents-organisation">
          <OrganisationSelect
            canClear
            label={words.organisation}
            placeholder={words.organisation}
            value={one('organisation') === '' ? null : one('organisation')}
            onChange={(id) => set({ organisation: id })}
          />
        </div>
        <Select<string>
          aria-label={words.year}
          value={year}
          options={[
            { value: '', label: words.allYears },
            ...Array.from({ length: 8 }, (_, back) => ({ value: String(now - back), label: words.yearOption(now - back) })),
          ]}
          onChange={(chosen) => set({ year: chosen })}
        />
        {Object.keys(filters).length > 0 && <Button onClick={clear}>{words.clear}</Button>}
      </div>
      <DataTable
        {...list}
        label={words.list}
        columns={documentColumns(address)}
        idOf={({ id }) => id}
        onOpen={({ id }) => void navigate(`/documents/${id}`)}
        empty={
          Object.keys(filters).length > 0 ? (
            <StateView
              kind="empty"
              title={states.noMatch}
              hint={states.noMatchHint}
              action={<Button onClick={clear}>{words.clear}</Button>}
            />
          ) : (
            <StateView kind="empty" title={words.empty} hint={words.emptyHint} />
          )
        }
      />
    </Page>
  )
}
