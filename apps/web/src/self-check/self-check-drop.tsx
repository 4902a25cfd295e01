/** Where a unit drops its drafts, with the promise that nobody else sees them, and how far they are. */
import { LockOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { keys } from '../api/keys.ts'
import { BatchProgress } from '../batch/batch-progress.tsx'
import { useBatchLive } from '../batch/use-batch-live.ts'
import { ProblemAlert } from '../parts/problem-alert.tsx'
import { YearField } from '../parts/year-field.tsx'
import { DropZone } from '../upload/drop-zone.tsx'
import { UploadPanel } from '../upload/upload-panel.tsx'
import { selfCheck as words } from '../wording/self-check.ts'
import { OwnDocuments } from './own-documents.tsx'
import './self-check.css'
import { useSelfCheck } from './use-self-check.ts'

interface Props {
  readonly unit: { readonly id: string; readonly name: string }
  /** The one that is evaluated just now. */
  readonly year: number
}

export function SelfCheckDrop({ unit, year: usual }: Props) {
  const [year, setYear] = useState(usual)
  const [batch, setBatch] = useState<string | null>(null)
  const checking = useSelfCheck()
  return (
    <section className="self-check" aria-label={words.for(unit.name)}>
      <p className="self-check-unit">
        <strong>{words.for(unit.name)}</strong>
        <YearField label={words.year} year={year} onChange={setYear} />
      </p>
      <ProblemAlert error={checking.error} />
      <DropZone
        title={words.drop}
        hint={
          <>
            <span className="self-check-private">
              <LockOutlined /> {words.privacy}
            </span>
            <br />
            {words.again}
          </>
        }
        isBusy={checking.isPending}
        onFiles={(files) => checking.mutate({ unit: unit.id, year, files }, { onSuccess: ({ id }) => setBatch(id) })}
      />
      {batch !== null && <Running batch={batch} />}
      <OwnDocuments unit={unit.id} isWatched={batch !== null} />
    </section>
  )
}

function Running({ batch }: { readonly batch: string }) {
  const cache = useQueryClient()
  const { data, secondsLeft, isPolling } = useBatchLive(batch)
  const found = JSON.stringify(data?.files)
  useEffect(() => {
    if (found !== undefined) void cache.invalidateQueries({ queryKey: keys.documents })
  }, [found, cache])
  return (
    <>
      <UploadPanel batch={batch} />
      {data?.state === 'running' && (
        <div className="panel">
          <BatchProgress batch={data} secondsLeft={secondsLeft} isPolling={isPolling} />
        </div>
      )}
    </>
  )
}
