import type { Organisation } from '@jiheng/contract'
import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { client } from '../../api/client.ts'
import { useOrganisations } from '../../api/use-organisations.ts'
import { useMay } from '../../api/use-session.ts'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { StateView } from '../../parts/state-view.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { organisations as words } from '../../wording/organisations.ts'
import { states } from '../../wording/states.ts'
import { AddOrganisation } from './add-organisation.tsx'
import { organisationColumns } from './organisation-columns.tsx'
import './organisations-page.css'
import { RecordChange } from './record-change.tsx'
import { treeRows } from './tree-rows.ts'

/** So many are shown whole at first; longer lists begin with their departments. */
const mostOpen = 80

export function OrganisationsPage() {
  const navigate = useNavigate()
  const may = useMay()
  const [search, setSearch] = useSearchParams()
  const asked = Number(search.get('year')) || undefined
  const { data, error, isPending, refetch } = useOrganisations(asked)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<{ readonly isAll: boolean | null; readonly turned: ReadonlySet<string> }>({
    isAll: null,
    turned: new Set(),
  })
  const [dialog, setDialog] = useState<'add' | 'change' | null>(null)
  const items = data?.items ?? noItems
  const isAll = open.isAll ?? items.length <= mostOpen
  const rows = useMemo(() => treeRows(items, (id) => isAll !== open.turned.has(id), typed.trim()), [items, isAll, open.turned, typed])
  const turn = (id: string) => {
    const turned = new Set(open.turned)
    if (!turned.delete(id)) turned.add(id)
    setOpen({ ...open, turned })
  }
  const year = asked ?? data?.year
  const at = (id: string) => `/organisations/${id}${asked === undefined ? '' : `?year=${asked}`}`
  const query = asked === undefined ? {} : { year: asked }
  const mayManage = may(['organisation.manage'])
  return (
    <Page
      title={words.title}
      extra={
        data &&
        items.length > 0 && (
          <span className="quiet">{words.count(items.filter(({ kind }) => kind === 'department').length, items.length)}</span>
        )
      }
      isFilling
      actions={
        <>
          {mayManage && (
            <Button type="primary" onClick={() => setDialog('add')}>
              {words.add}
            </Button>
          )}
          {mayManage && <Button onClick={() => setDialog('change')}>{words.change}</Button>}
          {mayManage && <Button onClick={() => void navigate('/organisations/import')}>{words.import}</Button>}
          <Button href={client.address('organisations.sheet', { query })} download>
            {words.export}
          </Button>
          <Button onClick={() => print()}>{words.print}</Button>
        </>
      }
    >
      <div className="list-tools no-print">
        <SearchField label={words.search} placeholder={words.searchHint} value={typed} onSearch={setTyped} />
        {year !== undefined && (
          <Select<number>
            aria-label={words.year}
            value={year}
            options={yearsAround(year, new Date().getFullYear()).map((one) => ({ value: one, label: words.yearOption(one) }))}
            onChange={(one) => setSearch({ year: String(one) }, { replace: true })}
          />
        )}
        <Button onClick={() => setOpen({ isAll: !isAll, turned: new Set() })}>{isAll ? words.shutAll : words.openAll}</Button>
      </div>
      <DataTable
        label={words.list}
        columns={organisationColumns({ onTurn: turn, addressOf: at })}
        rows={rows}
        idOf={({ organisation }) => organisation.id}
        onOpen={({ organisation }) => void navigate(at(organisation.id))}
        isLoading={isPending}
        error={error}
        onRetry={() => void refetch()}
        empty={
          typed.trim() === '' ? (
            <StateView
              kind="empty"
              title={words.empty}
              hint={words.emptyHint}
              action={mayManage && <Link to="/organisations/import">{words.import}</Link>}
            />
          ) : (
            <StateView kind="empty" title={states.noMatch} action={<Button onClick={() => setTyped('')}>{words.clear}</Button>} />
          )
        }
      />
      {dialog === 'add' && <AddOrganisation year={year} onClose={() => setDialog(null)} />}
      {dialog === 'change' && <RecordChange year={year} onClose={() => setDialog(null)} />}
    </Page>
  )
}

const noItems: readonly Organisation[] = []

/** Newest first: next year's list is prepared before the year begins. */
function yearsAround(chosen: number, now: number): readonly number[] {
  const years = new Set([chosen, ...Array.from({ length: 9 }, (_, back) => now + 1 - back)])
  return [...years].toSorted((a, b) => b - a)
}
