/** The fields of an organisation in a form: for a new one and for a change. */
import { Checkbox, Form, Input, Radio } from 'antd'
import { DayField } from '../../parts/day-field.tsx'
import { OrganisationSelect } from '../../parts/organisation-select.tsx'
import { organisations } from '../../wording/organisations.ts'
import type { Filled } from './changed-history.ts'

const words = organisations.form

/** As it stands in the form: short names are one line of text. */
export type Typed = Omit<Filled, 'aliases'> & { readonly aliases: string; readonly kind: keyof typeof organisations.kinds }

/** `itself`: nothing stands above itself. */
export function OrganisationFields({ year, itself }: { readonly year: number | undefined; readonly itself?: string }) {
  const kind = Form.useWatch<Typed['kind'] | undefined>('kind')
  return (
    <>
      <Form.Item name="name" label={words.name} rules={[{ required: true, whitespace: true, message: words.nameNeeded }]}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="code" label={words.code} extra={words.codeHint}>
          <Input maxLength={30} />
        </Form.Item>
        {kind !== 'department' && (
          <Form.Item name="parent" label={words.parent} rules={kind === 'outside' ? [] : [{ required: true, message: words.parentNeeded }]}>
            <OrganisationSelect canClear {...(year === undefined ? {} : { year })} {...(itself === undefined ? {} : { without: itself })} />
          </Form.Item>
        )}
      </div>
      <Form.Item name="aliases" label={words.aliases} extra={words.aliasesHint}>
        <Input maxLength={1000} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="from" label={words.from} rules={[{ required: true, message: words.sinceNeeded }]}>
          <DayField />
        </Form.Item>
        <Form.Item name="to" label={words.to} extra={words.toHint}>
          <DayField />
        </Form.Item>
      </div>
      {kind === 'department' && (
        <Form.Item name="isGovernment" valuePropName="checked">
          <Checkbox>{words.isGovernment}</Checkbox>
        </Form.Item>
      )}
    </>
  )
}

export const KindField = () => (
  <Form.Item name="kind" label={words.kind}>
    <Radio.Group
      className="radio-lines"
      options={Object.entries(organisations.kinds).map(([value, label]) => ({
        value,
        label: (
          <>
            {label} <span className="quiet">{organisations.kindHints[value as Typed['kind']]}</span>
          </>
        ),
      }))}
    />
  </Form.Item>
)
