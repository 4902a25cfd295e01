import { CheckOutlined } from '@ant-design/icons'
import { ownOnly, permissions, type Role } from '@jiheng/contract'
import { Button } from 'antd'
import { Fragment } from 'react'
import { Tag } from '../../parts/tag.tsx'
import { people } from '../../wording/people.ts'
import { permissionGroups } from '../../wording/permissions.ts'
import './role-matrix.css'

const words = people.roles

interface Props {
  readonly roles: readonly Role[]
  /** null: only to be read. */
  readonly onEdit: ((role: Role) => void) | null
}

export const RoleMatrix = ({ roles, onEdit }: Props) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  <section className="panel plain-scroll" aria-label={words.matrix} tabIndex={0}>
    <table className="role-matrix">
      <thead>
        <tr>
          <th scope="col">{words.permission}</th>
          {roles.map((role) => (
            <th key={role.id} scope="col">
              {role.name}
              <span className="role-holders">{words.holders(role.holders)}</span>
              {onEdit && (
                <Button className="no-print" size="small" aria-label={words.edit(role.name)} onClick={() => onEdit(role)}>
                  {words.editShort}
                </Button>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {permissionGroups.map((group) => (
          <Fragment key={group.title}>
            <tr className="role-group">
              <th scope="rowgroup" colSpan={roles.length + 1}>
                {group.title}
              </th>
            </tr>
            {group.permissions.map((permission) => (
              <tr key={permission}>
                <th scope="row">
                  {permissions[permission]} {ownOnly.includes(permission) && <Tag tone="quiet">{words.ownOnly}</Tag>}
                </th>
                {roles.map((role) => {
                  const has = role.permissions.includes(permission)
                  return (
                    <td key={role.id} className={has ? 'has' : undefined}>
                      {has && <CheckOutlined aria-hidden="true" />}
                      <span className="unseen">{has ? words.has : words.hasNot}</span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  </section>
)
