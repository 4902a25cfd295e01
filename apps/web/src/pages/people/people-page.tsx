import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { usePages } from '../../api/use-pages.ts'
import { useMay } from '../../api/use-session.ts'
import { OrganisationSelect } from '../../parts/organisation-select.tsx'
import { Page } from '../../parts/page.tsx'
import { Permitted } from '../../parts/permitted.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { StateView } from '../../parts/state-view.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { people as words } from '../../wording/people.ts'
import { states } from '../../wording/states.ts'
import { NewAccount } from './new-account.tsx'
import { peopleColumns } from './people-columns.tsx'
import { accountsKey } from './people-keys.ts'
import './people-page.css'
import { PeopleTabs } from './people-tabs.tsx'

export function PeoplePage() {
  const may = useMay()
  // Who governs posts or roles alone has pages of their own here.
  if (!may(['account.manage']) && may(['post.manage', 'role.manage'])) return <Navigate to="/people/roles" replace />
  return (
    <Permitted title={words.title} needs={['account.manage']}>
      <People />
    </Permitted>
  )
}

function People() {
  const navigate = useNavigate()
  const { one, set, clear } = useAddress()
  const [isAdding, setAdding] = useState(false)
  const [q, organisation, disabled] = [one('q'), one('organisation'), one('disabled')]
  const query = {
    limit: 100,
    ...(q === '' ? {} : { q }),
    ...(organisation === '' ? {} : { organisation }),
    ...(disabled === '' ? {} : { disabled: 'true' as const }),
  }
  const list = usePages('accounts.list', accountsKey, query)
  const isFiltered = q !== '' || organisation !== '' || disabled !== ''
  return (
    <Page
      title={words.title}
      isFilling
      actions={
        <Button type="primary" onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      }
    >
      <PeopleTabs />
      <div className="list-tools no-print">
        <SearchField label={words.search} placeholder={words.searchHint} value={q} onSearch={(words) => set({ q: words })} />
        <div className="people-organisation">
          <OrganisationSelect
            canClear
            label={words.organisation}
            placeholder={words.organisationHint}
            value={organisation === '' ? null : organisation}
            onChange={(id) => set({ organisation: id })}
          />
        </div>
        <Checkbox checked={disabled !== ''} onChange={(event) => set({ disabled: event.target.checked ? 'true' : null })}>
          {words.disabled}
        </Checkbox>
      </div>
      <DataTable
        {...list}
        label={words.list}
        columns={peopleColumns}
        idOf={({ id }) => id}
        onOpen={({ id }) => void navigate(`/people/${id}`)}
        empty={
          isFiltered ? (
            <StateView kind="empty" title={states.noMatch} action={<Button onClick={clear}>{words.clear}</Button>} />
          ) : (
            <StateView kind="empty" title={words.empty} hint={words.emptyHint} />
          )
        }
      />
      {isAdding && <NewAccount onClose={() => setAdding(false)} />}
    </Page>
  )
}
