import type { OrganisationHistory } from '@jiheng/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Radio } from 'antd'
import { client } from '../../api/client.ts'
import { organisationsKey } from '../../api/use-organisations.ts'
import { DayField } from '../../parts/day-field.tsx'
import { FieldsDialog } from '../../parts/fields-dialog.tsx'
import { organisations } from '../../wording/organisations.ts'
import { changedHistory, lastOf, namesIn } from './changed-history.ts'
import { OrganisationFields, type Typed } from './organisation-fields.tsx'

const words = organisations.form

type Changing = Typed & { readonly way: keyof typeof words.ways; readonly since: string }

interface Props {
  readonly history: OrganisationHistory
  readonly onClose: () => void
}

export function ChangeOrganisation({ history, onClose }: Props) {
  const cache = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Changing>()
  const way = Form.useWatch('way', form)
  const change = async ({ way, since, aliases, code, parent, to, ...rest }: Changing) => {
    const filled = { ...rest, code: code.trim(), parent: parent ?? null, to: to ?? null, aliases: namesIn(aliases) }
    try {
      await client.call('organisations.change', {
        params: { organisation: history.id },
        body: changedHistory(history, filled, way === 'since' ? since : null),
      })
    } finally {
      // After a refusal too: a second try goes out from what is newer.
      await cache.invalidateQueries({ queryKey: organisationsKey })
    }
    void message.success(organisations.saved)
  }
  return (
    <FieldsDialog<Changing>
      title={words.changeTitle}
      confirm={words.save}
      width={600}
      form={form}
      initial={{
        kind: history.kind,
        name: lastOf(history.names) ?? '',
        code: lastOf(history.codes) ?? '',
        parent: lastOf(history.parents),
        aliases: history.aliases.join(organisations.between),
        isGovernment: history.isGovernment,
        from: history.from,
        to: history.to,
        way: 'since',
        since: `${new Date().getFullYear()}-01-01`,
      }}
      onSubmit={change}
      onClose={onClose}
    >
      {/* Not to be changed, but what stands below depends on it. */}
      <Form.Item name="kind" hidden noStyle>
        <input type="hidden" />
      </Form.Item>
      <Form.Item name="way" label={words.way}>
        <Radio.Group className="radio-lines" options={Object.entries(words.ways).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      {way === 'since' && (
        <Form.Item name="since" label={words.since} rules={[{ required: true, message: words.sinceNeeded }]}>
          <DayField />
        </Form.Item>
      )}
      <OrganisationFields year={undefined} itself={history.id} />
    </FieldsDialog>
  )
}
