import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../api/use-session.ts'
import { Page } from '../../parts/page.tsx'
import { StateView } from '../../parts/state-view.tsx'
import { people } from '../../wording/people.ts'
import { PeopleTabs } from './people-tabs.tsx'
import { RoleDialog } from './role-dialog.tsx'
import { RoleMatrix } from './role-matrix.tsx'
import { useRoles } from './role-select.tsx'

const words = people.roles

/** Roles are named by the place; everybody may read them, so that they know whom to ask. */
export function RolesPage() {
  const may = useMay()
  const { data, error, refetch } = useRoles()
  /** The id of a role, or `new`. */
  const [open, setOpen] = useState<string | null>(null)
  const opened = data?.items.find(({ id }) => id === open)
  const mayManage = may(['role.manage'])
  return (
    <Page
      title={people.title}
      actions={
        mayManage && (
          <Button type="primary" onClick={() => setOpen('new')}>
            {words.add}
          </Button>
        )
      }
    >
      <PeopleTabs />
      <p className="quiet">{words.about}</p>
      {data === undefined ? (
        <div className="panel">
          {error === null ? <StateView kind="loading" /> : <StateView kind="error" error={error} onRetry={() => void refetch()} />}
        </div>
      ) : data.items.length === 0 ? (
        <div className="panel">
          <StateView kind="empty" title={words.empty} />
        </div>
      ) : (
        <RoleMatrix roles={data.items} onEdit={mayManage ? ({ id }) => setOpen(id) : null} />
      )}
      {(open === 'new' || opened !== undefined) && <RoleDialog role={opened ?? null} onClose={() => setOpen(null)} />}
    </Page>
  )
}
