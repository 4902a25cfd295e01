import type { Account } from '@jiheng/contract'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { ConfirmAction } from '../../parts/confirm-action.tsx'
import { FieldsDialog } from '../../parts/fields-dialog.tsx'
import { people } from '../../wording/people.ts'
import { LinkShown } from './link-shown.tsx'

const words = people.person

interface Props {
  readonly account: Account
  readonly onChanged: (changed?: Account) => Promise<void>
}

interface Filled {
  readonly name: string
  readonly signOnSubject: string | null
}

export function PersonActions({ account, onChanged }: Props) {
  const { id, name, isDisabled, signOnSubject, version } = account
  const { message } = App.useApp()
  const [link, setLink] = useState<{ readonly address: string; readonly expiresAt: string } | null>(null)
  const [isEditing, setEditing] = useState(false)
  const params = { account: id }
  const change = async (changes: Partial<Filled & { readonly isDisabled: boolean }>) => {
    try {
      await onChanged(await client.call('accounts.change', { params, body: { name, isDisabled, signOnSubject, version, ...changes } }))
    } catch (error) {
      // A second try goes out from what is newer.
      await onChanged()
      throw error
    }
    void message.success(words.done)
  }
  const reset = async () => {
    setLink((await client.call('accounts.reset', { params })).link)
    await onChanged()
  }
  const signOut = async () => {
    await client.call('accounts.sign-out', { params })
    void message.success(words.done)
  }
  return (
    <>
      <ConfirmAction
        title={words.resetTitle(name)}
        consequence={words.resetWhy}
        confirm={words.reset}
        button={{ type: 'primary' }}
        onConfirm={reset}
      >
        {words.reset}
      </ConfirmAction>
      <Button onClick={() => setEditing(true)}>{words.edit}</Button>
      <ConfirmAction title={words.signOutTitle(name)} consequence={words.signOutWhy} confirm={words.signOut} onConfirm={signOut}>
        {words.signOut}
      </ConfirmAction>
      {isDisabled ? (
        <ConfirmAction
          title={words.enableTitle(name)}
          consequence={words.enableWhy}
          confirm={words.enable}
          onConfirm={() => change({ isDisabled: false })}
        >
          {words.enable}
        </ConfirmAction>
      ) : (
        <ConfirmAction
          title={words.disableTitle(name)}
          consequence={words.disableWhy}
          confirm={words.disable}
          button={{ danger: true }}
          onConfirm={() => change({ isDisabled: true })}
        >
          {words.disable}
        </ConfirmAction>
      )}
      {link !== null && <LinkShown kind="reset" account={account} link={link} onClose={() => setLink(null)} />}
      {isEditing && (
        <FieldsDialog<Filled>
          title={words.editTitle}
          confirm={words.save}
          initial={{ name, signOnSubject }}
          onSubmit={(filled) => change({ name: filled.name, signOnSubject: filled.signOnSubject?.trim() || null })}
          onClose={() => setEditing(false)}
        >
          <Form.Item name="name" label={people.form.name} rules={[{ required: true, whitespace: true, message: people.form.nameNeeded }]}>
            <Input maxLength={40} autoFocus />
          </Form.Item>
          <Form.Item name="signOnSubject" label={words.signOn} extra={words.signOnHint}>
            <Input maxLength={255} />
          </Form.Item>
        </FieldsDialog>
      )}
    </>
  )
}
