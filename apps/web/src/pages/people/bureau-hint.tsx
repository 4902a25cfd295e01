/** A post at 财政局 reaches 财政局 alone. Whoever reviews the region needs one for the whole of it, which nobody would guess. */
import { Alert, Button, Form } from 'antd'
import { useOrganisations } from '../../api/use-organisations.ts'
import { people } from '../../wording/people.ts'
import { useRoles } from './role-select.tsx'

const reviewing = ['batch.manage', 'document.return', 'document.pass', 'finding.dismiss'] as const

/** Stands in the form of a post, whose fields are called `organisation` and `role`. `canChoose`: the whole region is offered. */
export function BureauHint({ canChoose }: { readonly canChoose: boolean }) {
  const form = Form.useFormInstance<{ readonly organisation: string | null; readonly role: string }>()
  const organisation = Form.useWatch('organisation', form)
  const role = Form.useWatch('role', form)
  const { data: list } = useOrganisations()
  const { data: roles } = useRoles()
  const isBureau = list?.items.some(({ id, isBureau }) => id === organisation && isBureau) === true
  const reviews = roles?.items.some(({ id, permissions }) => id === role && reviewing.some((one) => permissions.includes(one))) === true
  if (!isBureau || !reviews || !canChoose) return null
  const choose = () => form.setFieldsValue({ organisation: null })
  return (
    <Form.Item>
      <Alert
        type="warning"
        title={people.form.bureauAlone}
        action={
          <Button size="small" onClick={choose}>
            {people.form.wholeRegion}
          </Button>
        }
      />
    </Form.Item>
  )
}
