import { useQuery } from '@tanstack/react-query'
import { client } from '../api/client.ts'
import { FindingsTable } from '../findings/findings-table.tsx'
import { Page } from '../parts/page.tsx'
import { Permitted } from '../parts/permitted.tsx'
import { inboxKey } from '../shell/inbox-link.tsx'
import { entries } from '../wording/shell.ts'

const yearsBack = 5

/** All findings that the person may see. */
export function FindingsPage() {
  const { data } = useQuery({ queryKey: inboxKey, queryFn: ({ signal }) => client.call('inbox.get', { signal }) })
  const years = data === undefined ? [] : Array.from({ length: yearsBack }, (_, back) => data.year + 1 - back)
  return (
    <Permitted title={entries.findings.title} needs={['document.read', 'finding.answer', 'self-check.use']}>
      <Page title={entries.findings.title} isFilling>
        <FindingsTable batch={null} years={years} />
      </Page>
    </Permitted>
  )
}
