/** A page for some: whoever may not see it is told so, in place of it. */
import type { Permission } from '@jiheng/contract'
import type { ReactNode } from 'react'
import { useMay } from '../api/use-session.ts'
import { Page } from './page.tsx'
import { StateView } from './state-view.tsx'

interface Props {
  readonly title: string
  /** Any of them is enough. */
  readonly needs: readonly Permission[]
  readonly children: ReactNode
}

export function Permitted({ title, needs, children }: Props) {
  const may = useMay()
  if (may(needs)) return children
  return (
    <Page title={title}>
      <div className="panel">
        <StateView kind="no-permission" />
      </div>
    </Page>
  )
}
