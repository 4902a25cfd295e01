import { TabLinks } from '../../parts/tab-links.tsx'
import { journal } from '../../wording/journal.ts'

export const JournalTabs = () => (
  <TabLinks
    label={journal.title}
    tabs={[
      { title: journal.tabs.entries, path: '/journal' },
      { title: journal.tabs.seals, path: '/journal/seals' },
    ]}
  />
)
