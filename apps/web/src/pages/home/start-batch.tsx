/** One drop starts a batch: name, year and scheme are there already. */
import { Alert } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useOrganisations } from '../../api/use-organisations.ts'
import { useMay } from '../../api/use-session.ts'
import { NewBatchDialog } from '../../batch/new-batch-dialog.tsx'
import { useStartBatch } from '../../batch/use-start-batch.ts'
import { ProblemAlert } from '../../parts/problem-alert.tsx'
import { YearField } from '../../parts/year-field.tsx'
import { DropZone } from '../../upload/drop-zone.tsx'
import { batch as words } from '../../wording/batch.ts'
import { home } from '../../wording/home.ts'
import { upload } from '../../wording/upload.ts'
import '../../parts/link-button.css'

/** @param year the one that is evaluated just now */
export function StartBatch({ year: usual }: { readonly year: number }) {
  const navigate = useNavigate()
  const may = useMay()
  // The usual one may change while the page stands.
  const [chosen, setYear] = useState<number | null>(null)
  const year = chosen ?? usual
  const [isAsking, setAsking] = useState(false)
  const { data: organisations } = useOrganisations()
  const starting = useStartBatch()
  const hasFew = organisations?.items.every(({ isBureau }) => isBureau) === true
  return (
    <section aria-label={home.start} className="home-start">
      <ProblemAlert error={starting.error} />
      {starting.data === null && <Alert type="warning" showIcon title={words.noOrganisation} />}
      <DropZone
        title={upload.dropHere}
        isBusy={starting.isPending}
        onFiles={(files) =>
          starting.mutate(
            { files, title: '', year, scheme: 'auto' },
            { onSuccess: (batch) => batch !== null && void navigate(`/batches/${batch.id}`) },
          )
        }
      />
      <p className="home-start-foot">
        <YearField label={home.startYear} year={year} onChange={setYear} />
        <button type="button" className="link-button" onClick={() => setAsking(true)}>
          {home.startMore}
        </button>
      </p>
      {hasFew && (
        <p className="home-hint">
          {home.fewOrganisations} {may(['organisation.manage']) && <Link to="/organisations/import">{home.importOrganisations}</Link>}
        </p>
      )}
      {isAsking && <NewBatchDialog year={year} onClose={() => setAsking(false)} />}
    </section>
  )
}
