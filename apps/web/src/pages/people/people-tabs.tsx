import { useMay } from '../../api/use-session.ts'
import { TabLinks } from '../../parts/tab-links.tsx'
import { people } from '../../wording/people.ts'

const { title, tabs } = people

/** Each for whom it is of use. */
export function PeopleTabs() {
  const may = useMay()
  return (
    <TabLinks
      label={title}
      tabs={[
        ...(may(['account.manage']) ? [{ title: tabs.people, path: '/people' }] : []),
        { title: tabs.roles, path: '/people/roles' },
        ...(may(['post.manage']) ? [{ title: tabs.handOvers, path: '/people/hand-overs' }] : []),
      ]}
    />
  )
}
