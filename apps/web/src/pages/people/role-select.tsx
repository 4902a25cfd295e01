import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { client } from '../../api/client.ts'
import { people } from '../../wording/people.ts'
import { permissionNames } from '../../wording/permissions.ts'
import { rolesKey } from './people-keys.ts'

export const useRoles = () =>
  useQuery({ queryKey: rolesKey, queryFn: ({ signal }) => client.call('roles.list', { signal }), staleTime: 60_000 })

interface Props {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (id: string) => void
}

/** A field of a form: each role with what it may. */
export function RoleSelect({ id, value, onChange }: Props) {
  const { data, isPending } = useRoles()
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      className="organisation-select"
      value={value ?? null}
      loading={isPending}
      onChange={(role) => onChange?.(role)}
      options={(data?.items ?? []).map(({ id, name, permissions }) => ({
        value: id,
        label: name,
        title: permissions.map((one) => permissionNames[one]).join(people.between),
      }))}
    />
  )
}
