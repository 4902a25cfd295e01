import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { client } from '../../api/client.ts'
import { organisationsKey } from '../../api/use-organisations.ts'
import { FieldsDialog } from '../../parts/fields-dialog.tsx'
import { organisations } from '../../wording/organisations.ts'
import { namesIn } from './changed-history.ts'
import { KindField, OrganisationFields, type Typed } from './organisation-fields.tsx'

const words = organisations.form

interface Props {
  readonly year: number | undefined
  readonly onClose: () => void
}

export function AddOrganisation({ year, onClose }: Props) {
  const cache = useQueryClient()
  const { message } = App.useApp()
  const add = async ({ kind, name, code, parent, aliases, isGovernment, from, to }: Typed) => {
    const always = (value: string) => [{ value, from, to: null }]
    const isDepartment = kind === 'department'
    await client.call('organisations.create', {
      body: {
        kind,
        isBureau: false,
        isGovernment: isDepartment && isGovernment,
        names: always(name),
        codes: code.trim() === '' ? [] : always(code.trim()),
        aliases: [...namesIn(aliases)],
        parents: isDepartment || !parent ? [] : always(parent),
        from,
        to: to ?? null,
      },
    })
    await cache.invalidateQueries({ queryKey: organisationsKey })
    void message.success(organisations.saved)
  }
  return (
    <FieldsDialog<Typed>
      title={words.addTitle}
      confirm={words.save}
      width={600}
      initial={{
        kind: 'subordinate',
        code: '',
        aliases: '',
        isGovernment: false,
        from: `${year ?? new Date().getFullYear()}-01-01`,
        to: null,
      }}
      onSubmit={add}
      onClose={onClose}
    >
      <KindField />
      <OrganisationFields year={year} />
    </FieldsDialog>
  )
}
