/** 报送包: each unit with its files, how far they are, and who has sent nothing. */
import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import type { Batch, DocumentItem } from '@jiheng/contract'
import { Button } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useMay } from '../api/use-session.ts'
import { CopyText } from '../parts/copy-text.tsx'
import { StateView } from '../parts/state-view.tsx'
import type { Column } from '../parts/table/column.ts'
import { DataTable } from '../parts/table/data-table.tsx'
import { batch as words } from '../wording/batch.ts'
import { progressStates } from '../wording/document.ts'
import { AssignDialog } from '../workbench/review/assign-dialog.tsx'
import { isBeyondReach } from './batch-state.tsx'
import { fileColumns } from './file-columns.tsx'
import { type PackageFilter, type PackageRow, packageRows, type UnitRow, unassigned, unlooked } from './package-rows.ts'
import './packages.css'
import { useBatchDocuments, useBatchSummary } from './use-batch.ts'

const all: PackageFilter = { words: '', state: '', isOpenOnly: false }

export function Packages({ batch, empty }: { readonly batch: Batch; readonly empty: ReactNode }) {
  const navigate = useNavigate()
  const may = useMay()
  const { documents, isPending, isWhole, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useBatchDocuments(batch.id)
  const { data: summary } = useBatchSummary(batch.id)
  const [filter, setFilter] = useState(all)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [assigning, setAssigning] = useState<string | null>(null)
  // As it is in the list: after a refusal the newer one.
  const assigned = documents.find(({ id }) => id === assigning)
  const rows = useMemo(() => packageRows(documents, filter, folded, summary?.byUnit ?? []), [documents, filter, folded, summary])
  const turn = (id: string) => {
    const next = new Set(folded)
    if (!next.delete(id)) next.add(id)
    setFolded(next)
  }
  const canAssign = may(['batch.manage', 'self-check.use'])
  const columns: readonly Column<PackageRow>[] = [
    {
      key: 'document',
      title: words.columns.document,
      cell: (row) =>
        row.kind === 'unit' ? (
          <UnitName row={row} onTurn={() => turn(row.id)} />
        ) : (
          <span className="package-file">
            <Link to={`/documents/${row.document.id}`}>{row.document.title}</Link>{' '}
            <span className="package-path">{pathOf(row.document)}</span>
          </span>
        ),
      hover: (row) => (row.kind === 'unit' ? row.name : `${row.document.title}\n${pathOf(row.document)}`),
    },
    ...fileColumns(canAssign ? ({ id }) => setAssigning(id) : null),
  ]
  const isFiltered = filter !== all
  return (
    <>
      {documents.length > 0 && (
        <div className="package-tools no-print">
          <input
            type="search"
            value={filter.words}
            placeholder={words.search}
            aria-label={words.search}
            maxLength={100}
            onChange={({ target }) => setFilter({ ...filter, words: target.value })}
          />
          <select
            value={filter.state}
            aria-label={words.columns.progress}
            onChange={({ target }) => setFilter({ ...filter, state: target.value as PackageFilter['state'] })}
          >
            <option value="">{words.allStates}</option>
            {Object.entries(progressStates).map(([state, said]) => (
              <option key={state} value={state}>
                {said}
              </option>
            ))}
          </select>
          <label>
            <input
              type="checkbox"
              checked={filter.isOpenOnly}
              onChange={({ target }) => setFilter({ ...filter, isOpenOnly: target.checked })}
            />
            {words.needing}
          </label>
        </div>
      )}
      <DataTable<PackageRow>
        label={words.packages}
        columns={columns}
        rows={rows}
        idOf={(row) => (row.kind === 'unit' ? `unit ${row.id}` : row.document.id)}
        onOpen={(row) => (row.kind === 'unit' ? turn(row.id) : void navigate(`/documents/${row.document.id}`))}
        isLoading={isPending}
        error={error}
        onRetry={() => void refetch()}
        more={{ has: hasNextPage, isLoading: isFetchingNextPage, load: () => void fetchNextPage() }}
        empty={isFiltered && isWhole && documents.length > 0 ? <StateView kind="empty" title={words.noMatch} /> : empty}
      />
      {summary !== undefined && summary.missing.length > 0 && !isBeyondReach(batch) && (
        <details className="panel missing">
          <summary>{words.missing(summary.missing.length)}</summary>
          <p>{words.missingHint}</p>
          <CopyText
            label={words.copyMissing}
            text={words.missingText(
              batch.title,
              summary.missing.map(({ name }) => name),
            )}
            rows={3}
          />
        </details>
      )}
      {assigned !== undefined && <AssignDialog detail={assigned} onClose={() => setAssigning(null)} />}
    </>
  )
}

function UnitName({ row: { id, name, files, isFolded }, onTurn }: { readonly row: UnitRow; readonly onTurn: () => void }) {
  const said = id === unassigned ? words.unassigned : id === unlooked ? progressStates.waiting : name
  return (
    <span className={`package-unit${id === unassigned ? ' is-unassigned' : ''}`}>
      <Button
        type="text"
        size="small"
        aria-expanded={!isFolded}
        aria-label={isFolded ? words.unfold(said) : words.fold(said)}
        icon={isFolded ? <CaretRightOutlined /> : <CaretDownOutlined />}
        onClick={onTurn}
      />
      <strong>{said}</strong> <span className="package-path">{words.files(files)}</span>
    </span>
  )
}

const pathOf = ({ folder, fileName }: DocumentItem): string => (folder === '' ? fileName : `${folder}/${fileName}`)
