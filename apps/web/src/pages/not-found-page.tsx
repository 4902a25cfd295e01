import { Page } from '../parts/page.tsx'
import { StateView } from '../parts/state-view.tsx'
import { states } from '../wording/states.ts'

export const NotFoundPage = () => (
  <Page title={states.noPage}>
    <div className="panel">
      <StateView kind="not-found" />
    </div>
  </Page>
)
