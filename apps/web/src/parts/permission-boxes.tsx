/** Permissions to tick, in groups; a field of a form. */
import { type Permission, permissions } from '@jiheng/contract'
import { permissionGroups, permissionNames } from '../wording/permissions.ts'
import './permission-boxes.css'

interface Props {
  readonly label: string
  /** Whatever else there is stays out. */
  readonly offered: readonly Permission[]
  /** Of the form. */
  readonly value?: readonly Permission[]
  readonly onChange?: (value: readonly Permission[]) => void
}

export function PermissionBoxes({ label, offered, value = [], onChange }: Props) {
  const turn = (permission: Permission) =>
    onChange?.(value.includes(permission) ? value.filter((one) => one !== permission) : [...value, permission])
  const groups = permissionGroups
    .map(({ title, permissions }) => ({ title, permissions: permissions.filter((one) => offered.includes(one)) }))
    .filter(({ permissions }) => permissions.length > 0)
  return (
    <fieldset className="permission-boxes">
      <legend className="unseen">{label}</legend>
      {groups.map((group) => (
        <div key={group.title}>
          <span className="permission-group">{group.title}</span>
          <div>
            {group.permissions.map((permission) => (
              <label key={permission} title={permissions[permission]}>
                <input type="checkbox" checked={value.includes(permission)} onChange={() => turn(permission)} />
                {permissionNames[permission]}
              </label>
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  )
}
