/** To which unit, year and kind a document belongs, where it could not be told from its words. */
import type { DocumentItem } from '@jiheng/contract'
import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { FormDialog, Labelled } from '../../parts/form-dialog.tsx'
import { OrganisationSelect } from '../../parts/organisation-select.tsx'
import { reportKinds, document as words } from '../../wording/document.ts'
import { useChange } from './use-change.ts'

interface Props {
  readonly detail: DocumentItem
  readonly onClose: () => void
}

const kinds = Object.entries(reportKinds).map(([value, label]) => ({ value: value as DocumentItem['kind'], label }))

export function AssignDialog({ detail, onClose }: Props) {
  const change = useChange(detail)
  const [organisation, setOrganisation] = useState(detail.organisation?.id ?? null)
  const [year, setYear] = useState(detail.year)
  const [kind, setKind] = useState(detail.kind)
  const [title, setTitle] = useState(detail.title)
  const save = () =>
    change(() =>
      client.call('documents.assign', {
        params: { document: detail.id },
        body: { organisation, year, kind, title: title.trim(), version: detail.version },
      }),
    )
  return (
    <FormDialog title={words.assignTitle} confirm={words.save} isReady={title.trim() !== ''} onConfirm={save} onClose={onClose}>
      <Labelled label={words.unit} hint={detail.unitPrinted === null ? undefined : words.assignPrinted(detail.unitPrinted)}>
        <OrganisationSelect value={organisation} onChange={setOrganisation} year={year} canClear />
      </Labelled>
      <Labelled label={words.year}>
        <InputNumber min={1990} max={2100} precision={0} value={year} onChange={(value) => value !== null && setYear(value)} />
      </Labelled>
      <Labelled label={words.kind}>
        <Select value={kind} options={kinds} onChange={setKind} />
      </Labelled>
      <Labelled label={words.title}>
        <Input value={title} maxLength={200} onChange={({ target }) => setTitle(target.value)} />
      </Labelled>
    </FormDialog>
  )
}
