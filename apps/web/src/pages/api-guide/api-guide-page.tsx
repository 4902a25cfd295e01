import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { client } from '../../api/client.ts'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { Section } from '../../parts/section.tsx'
import { StateView } from '../../parts/state-view.tsx'
import { apiGuide as words } from '../../wording/api-guide.ts'
import './api-guide-page.css'
import { type Description, isMeant, type Operation, operationsOf } from './description.ts'
import { OperationView } from './operation-view.tsx'

/** Made of the description that programs read: nothing here is written twice. */
export function ApiGuidePage() {
  const { data, error, refetch } = useQuery({
    queryKey: ['description'],
    queryFn: async ({ signal }) => (await client.call('system.description', { signal })) as unknown as Description,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Page
      title={words.title}
      extra={data && <span className="quiet">{words.version(data.info.version)}</span>}
      actions={
        <Button href={client.address('system.description')} download="openapi.json">
          {words.download}
        </Button>
      }
    >
      <Section title={words.rules} about={words.intro} actions={<Link to="/account">{words.account}</Link>}>
        <ul className="api-rules">
          {words.ruleLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      {data === undefined ? (
        <div className="panel">
          {error === null ? <StateView kind="loading" /> : <StateView kind="error" error={error} onRetry={() => void refetch()} />}
        </div>
      ) : (
        <Operations description={data} />
      )}
    </Page>
  )
}

function Operations({ description }: { readonly description: Description }) {
  const [typed, setTyped] = useState('')
  const all = useMemo(() => operationsOf(description), [description])
  const shown = typed === '' ? all : all.filter((operation) => isMeant(operation, typed))
  const nouns = [...new Set(shown.map(({ noun }) => noun))]
  return (
    <>
      <div className="list-tools no-print">
        <SearchField label={words.search} placeholder={words.searchHint} value={typed} onSearch={setTyped} />
        <span className="quiet api-count" role="status">
          {words.count(shown.length)}
        </span>
      </div>
      {shown.length === 0 && (
        <div className="panel">
          <StateView kind="empty" title={words.none} action={<Button onClick={() => setTyped('')}>{words.clear}</Button>} />
        </div>
      )}
      {nouns.map((noun) => (
        <Noun key={noun} noun={noun} operations={shown.filter((operation) => operation.noun === noun)} />
      ))}
    </>
  )
}

const Noun = ({ noun, operations }: { readonly noun: string; readonly operations: readonly Operation[] }) => (
  <Section title={words.nouns[noun] ?? noun} className="api-noun">
    <div>
      {operations.map((operation) => (
        <OperationView key={operation.id} operation={operation} />
      ))}
    </div>
  </Section>
)
