import { type Permission, permissions, type Role } from '@jiheng/contract'
import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input } from 'antd'
import { client } from '../../api/client.ts'
import { sessionKey } from '../../api/use-session.ts'
import { ConfirmAction } from '../../parts/confirm-action.tsx'
import { FieldsDialog } from '../../parts/fields-dialog.tsx'
import { PermissionBoxes } from '../../parts/permission-boxes.tsx'
import { people } from '../../wording/people.ts'
import { rolesKey } from './people-keys.ts'

const words = people.roles
const all = Object.keys(permissions) as readonly Permission[]

interface Filled {
  readonly name: string
  readonly permissions: readonly Permission[]
}

interface Props {
  /** null: a new one. */
  readonly role: Role | null
  readonly onClose: () => void
}

export function RoleDialog({ role, onClose }: Props) {
  const cache = useQueryClient()
  const { message } = App.useApp()
  // What the person at the page may do can change with it.
  const changed = () => Promise.all([cache.invalidateQueries({ queryKey: rolesKey }), cache.invalidateQueries({ queryKey: sessionKey })])
  const save = async ({ name, permissions }: Filled) => {
    const body = { name, permissions: [...permissions] }
    try {
      if (role === null) await client.call('roles.create', { body })
      else await client.call('roles.change', { params: { role: role.id }, body: { ...body, version: role.version } })
    } finally {
      // After a refusal too: a second try goes out from what is newer.
      await changed()
    }
    void message.success(words.saved)
  }
  const remove = async (id: string) => {
    await client.call('roles.remove', { params: { role: id } })
    await changed()
    void message.success(words.removed)
    onClose()
  }
  return (
    <FieldsDialog<Filled>
      title={role === null ? words.add : words.editTitle}
      confirm={role === null ? words.addSubmit : words.save}
      width={600}
      initial={{ name: role?.name ?? '', permissions: role?.permissions ?? [] }}
      onSubmit={save}
      onClose={onClose}
    >
      <Form.Item name="name" label={words.name} rules={[{ required: true, whitespace: true, message: words.nameNeeded }]}>
        <Input maxLength={40} autoFocus />
      </Form.Item>
      <Form.Item
        name="permissions"
        label={words.permissions}
        rules={[{ required: true, type: 'array', min: 1, message: words.permissionsNeeded }]}
      >
        <PermissionBoxes label={words.permissions} offered={all} />
      </Form.Item>
      {role !== null && role.holders === 0 && (
        <ConfirmAction
          title={words.removeTitle(role.name)}
          consequence={words.removeWhy}
          confirm={words.remove}
          button={{ danger: true, size: 'small' }}
          onConfirm={() => remove(role.id)}
        >
          {words.remove}
        </ConfirmAction>
      )}
    </FieldsDialog>
  )
}
