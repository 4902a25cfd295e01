import { FindingsTable } from '../findings/findings-table.tsx'
import { Page } from '../parts/page.tsx'
import { Permitted } from '../parts/permitted.tsx'
import { entries } from '../wording/shell.ts'
import { useInbox } from './use-inbox.ts'

const yearsBack = 5

/** All findings that the person may see. */
export function FindingsPage() {
  const { data } = useInbox()
  const years = data === undefined ? [] : Array.from({ length: yearsBack }, (_, back) => data.year + 1 - back)
  return (
    <Permitted title={entries.findings.title} needs={['document.read', 'finding.answer', 'self-check.use']}>
      <Page title={entries.findings.title} isFilling>
        <FindingsTable batch={null} years={years} />
      </Page>
    </Permitted>
  )
}
