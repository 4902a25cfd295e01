/** 合并、拆分、划转、更名: what was ordered by which document, and who evaluates from then on. */
import type { OrganisationChange } from '@jiheng/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Radio } from 'antd'
import { client } from '../../api/client.ts'
import { organisationsKey } from '../../api/use-organisations.ts'
import { DayField } from '../../parts/day-field.tsx'
import { FieldsDialog } from '../../parts/fields-dialog.tsx'
import { OrganisationSelect, OrganisationsSelect } from '../../parts/organisation-select.tsx'
import { organisations } from '../../wording/organisations.ts'

const words = organisations.recordChange

interface Props {
  readonly year: number | undefined
  readonly onClose: () => void
}

export function RecordChange({ year, onClose }: Props) {
  const cache = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<OrganisationChange>()
  const kind = Form.useWatch('kind', form) ?? 'merge'
  const record = async (change: OrganisationChange) => {
    await client.call('organisations.record-change', { body: change })
    await cache.invalidateQueries({ queryKey: organisationsKey })
    void message.success(words.done)
  }
  const needed = [{ required: true, message: words.needed }]
  const at = year === undefined ? {} : { year }
  const several = (least: number) => [
    {
      validator: async (_: unknown, ids: readonly string[] | undefined) => {
        if ((ids?.length ?? 0) < least) throw new Error(words.counts[kind])
      },
      validateTrigger: 'onSubmit',
    },
  ]
  return (
    <FieldsDialog<OrganisationChange>
      title={words.title}
      confirm={words.submit}
      width={600}
      form={form}
      initial={{ kind: 'merge', before: [], after: [], day: `${year ?? new Date().getFullYear()}-01-01` }}
      onSubmit={record}
      onClose={onClose}
    >
      <p className="quiet dialog-about">{words.about}</p>
      <Form.Item name="kind" label={words.kind} extra={words.kindHints[kind]}>
        <Radio.Group options={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="before" label={words.before} rules={several(kind === 'merge' ? 2 : 1)}>
        <OrganisationsSelect {...at} />
      </Form.Item>
      <Form.Item name="after" label={words.after} rules={several(kind === 'split' ? 2 : 1)}>
        <OrganisationsSelect {...at} />
      </Form.Item>
      <Form.Item name="takesOver" label={words.takesOver} extra={words.takesOverHint} rules={needed}>
        <OrganisationSelect {...at} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="day" label={words.day} rules={needed}>
          <DayField />
        </Form.Item>
        <Form.Item
          name="document"
          label={words.document}
          extra={words.documentHint}
          rules={[{ required: true, whitespace: true, message: words.needed }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </div>
    </FieldsDialog>
  )
}
