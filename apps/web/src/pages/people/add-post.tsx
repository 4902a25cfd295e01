import { Form } from 'antd'
import { client } from '../../api/client.ts'
import { useWork } from '../../api/use-session.ts'
import { DayField } from '../../parts/day-field.tsx'
import { FieldsDialog } from '../../parts/fields-dialog.tsx'
import { OrganisationSelect } from '../../parts/organisation-select.tsx'
import { people } from '../../wording/people.ts'
import { BureauHint } from './bureau-hint.tsx'
import { todayInChina } from './posts-of.ts'
import { RoleSelect } from './role-select.tsx'

const words = people.person

interface Filled {
  readonly organisation: string | null
  readonly role: string
  readonly from: string
}

interface Props {
  readonly account: string
  readonly onAdded: () => Promise<void>
  readonly onClose: () => void
}

export function AddPost({ account, onAdded, onClose }: Props) {
  const { desk } = useWork()
  const add = async (filled: Filled) => {
    await client.call('posts.create', { body: { account, ...filled } })
    await onAdded()
  }
  return (
    <FieldsDialog<Filled>
      title={words.addPost}
      confirm={words.submitPost}
      initial={{ from: todayInChina() }}
      onSubmit={add}
      onClose={onClose}
    >
      <Form.Item
        name="organisation"
        label={words.organisation}
        rules={[
          {
            validator: async (_, value: string | null | undefined) => {
              if (value === undefined) throw new Error(people.form.organisationNeeded)
            },
          },
        ]}
      >
        <OrganisationSelect withRegion={desk?.organisation === null} />
      </Form.Item>
      <Form.Item name="role" label={words.role} rules={[{ required: true, message: people.form.roleNeeded }]}>
        <RoleSelect />
      </Form.Item>
      <BureauHint canChoose={desk?.organisation === null} />
      <Form.Item name="from" label={words.fromDay} rules={[{ required: true, message: words.fromNeeded }]}>
        <DayField />
      </Form.Item>
    </FieldsDialog>
  )
}
