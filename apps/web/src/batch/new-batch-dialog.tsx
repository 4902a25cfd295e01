/** A batch with a name, a year and a scheme of its own; all of it may be left as it is. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { client } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { Labelled } from '../parts/form-dialog.tsx'
import { ProblemAlert } from '../parts/problem-alert.tsx'
import { DropZone } from '../upload/drop-zone.tsx'
import type { Chosen } from '../upload/read-drop.ts'
import { batch as words } from '../wording/batch.ts'
import { upload } from '../wording/upload.ts'
import { useStartBatch } from './use-start-batch.ts'

const withoutScheme = 'none'

export function NewBatchDialog({ year: usual, onClose }: { readonly year: number; readonly onClose: () => void }) {
  const navigate = useNavigate()
  const starting = useStartBatch()
  const [title, setTitle] = useState('')
  const [year, setYear] = useState(usual)
  const [scheme, setScheme] = useState('auto')
  const { data: schemes } = useQuery({ queryKey: keys.schemes, queryFn: ({ signal }) => client.call('schemes.list', { signal }) })
  const options = [
    { value: 'auto', label: words.schemeAuto },
    { value: withoutScheme, label: words.schemeNone },
    ...(schemes?.items.map(({ id, label }) => ({ value: id, label })) ?? []),
  ]
  const start = (files: readonly Chosen[]) =>
    starting.mutate(
      { files, title, year, scheme: scheme === withoutScheme ? null : scheme },
      { onSuccess: (batch) => batch !== null && void navigate(`/batches/${batch.id}`) },
    )
  return (
    <Modal open title={words.create} width={560} footer={null} onCancel={onClose}>
      <ProblemAlert error={starting.error} />
      {starting.data === null && <Alert type="warning" showIcon title={words.noOrganisation} />}
      <div className="form-dialog">
        <Labelled label={words.title} hint={words.createHint}>
          <Input value={title} maxLength={100} placeholder={words.titleHint(year)} onChange={({ target }) => setTitle(target.value)} />
        </Labelled>
        <Labelled label={words.year}>
          <InputNumber min={1990} max={2100} precision={0} value={year} onChange={(value) => value !== null && setYear(value)} />
        </Labelled>
        <Labelled label={words.scheme}>
          <Select value={scheme} options={options} onChange={setScheme} showSearch={{ optionFilterProp: 'label' }} />
        </Labelled>
        <DropZone title={upload.dropHere} isSmall isBusy={starting.isPending} onFiles={start} />
      </div>
    </Modal>
  )
}
