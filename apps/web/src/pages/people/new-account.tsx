import type { Account, AnsweredBy } from '@jiheng/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { useWork } from '../../api/use-session.ts'
import { FieldsDialog } from '../../parts/fields-dialog.tsx'
import { OrganisationSelect } from '../../parts/organisation-select.tsx'
import { people } from '../../wording/people.ts'
import { BureauHint } from './bureau-hint.tsx'
import { LinkShown } from './link-shown.tsx'
import { accountsKey } from './people-keys.ts'
import { RoleSelect } from './role-select.tsx'

const words = people.form

interface Filled {
  readonly name: string
  readonly loginName: string
  readonly organisation: string | null
  readonly role: string
}

/** Opens an account with its first post; then the one-time link is shown, which the person gets by whatever way is usual here. */
export function NewAccount({ onClose }: { readonly onClose: () => void }) {
  const { desk } = useWork()
  const cache = useQueryClient()
  const [made, setMade] = useState<AnsweredBy<'accounts.create'> | null>(null)
  if (made !== null) return <LinkShown kind="invite" account={made.account as Account} link={made.link} onClose={onClose} />
  const isRegionWide = desk?.organisation === null
  const open = async (filled: Filled) => {
    setMade(await client.call('accounts.create', { body: filled }))
    await cache.invalidateQueries({ queryKey: accountsKey })
  }
  return (
    <FieldsDialog<Filled>
      title={people.add}
      confirm={words.submit}
      initial={isRegionWide ? {} : { organisation: desk?.organisation?.id ?? null }}
      onSubmit={open}
      // After success the link takes the place of the form.
      onClose={(isDone) => !isDone && onClose()}
    >
      <Form.Item name="name" label={words.name} rules={[{ required: true, whitespace: true, message: words.nameNeeded }]}>
        <Input maxLength={40} autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="loginName"
        label={words.login}
        extra={words.loginHint}
        rules={[{ required: true, pattern: /^\s*[\p{L}\p{N}._@-]{2,64}\s*$/u, message: words.loginNeeded }]}
      >
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="organisation"
        label={words.organisation}
        extra={words.organisationHint}
        rules={[
          {
            validator: async (_, value: string | null | undefined) => {
              if (value === undefined) throw new Error(words.organisationNeeded)
            },
          },
        ]}
      >
        <OrganisationSelect withRegion={isRegionWide} />
      </Form.Item>
      <Form.Item name="role" label={words.role} rules={[{ required: true, message: words.roleNeeded }]}>
        <RoleSelect />
      </Form.Item>
      <BureauHint canChoose={isRegionWide} />
    </FieldsDialog>
  )
}
