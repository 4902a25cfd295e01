import type { Found } from '@jiheng/contract'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { client } from '../../api/client.ts'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { Section } from '../../parts/section.tsx'
import { StateView } from '../../parts/state-view.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { search as words } from '../../wording/search.ts'
import { Marked } from './marked.tsx'
import './search-page.css'

/** What was typed into the box of the bar, or here: units, documents, findings, each leading to its place. */
export function SearchPage() {
  const { one, set } = useAddress()
  const q = one('q').trim()
  const { data, error, refetch } = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => client.call('search.find', { query: { q }, signal }),
    enabled: q !== '',
  })
  return (
    <Page title={q === '' ? words.title : words.titleOf(q)}>
      <div className="list-tools no-print">
        <SearchField label={words.field} placeholder={words.hint} value={q} onSearch={(typed) => set({ q: typed })} />
      </div>
      {q === '' ? (
        <div className="panel">
          <StateView kind="empty" title={words.begin} hint={words.beginHint} />
        </div>
      ) : data === undefined ? (
        <div className="panel">
          {error === null ? <StateView kind="loading" /> : <StateView kind="error" error={error} onRetry={() => void refetch()} />}
        </div>
      ) : (
        <Results found={data} q={q} />
      )}
    </Page>
  )
}

function Results({ found: { organisations, documents, findings }, q }: { readonly found: Found; readonly q: string }) {
  if (organisations.length + documents.length + findings.length === 0)
    return (
      <div className="panel">
        <StateView kind="empty" title={words.none(q)} hint={words.noneHint} />
      </div>
    )
  const said = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(words.dot)
  const more = (path: string, title: string) => <Link to={`${path}?q=${encodeURIComponent(q)}`}>{title}</Link>
  return (
    <>
      <Group title={words.organisations} count={organisations.length}>
        {organisations.map(({ id, name, code, was }) => (
          <Result key={id} to={`/organisations/${id}`} title={name} about={said([code, was === null ? null : words.was(was)])} q={q} />
        ))}
      </Group>
      <Group title={words.documents} count={documents.length} more={more('/documents', words.allDocuments)}>
        {documents.map(({ id, title, unit, year, fileName }) => (
          <Result key={id} to={`/documents/${id}`} title={title} about={said([unit ?? words.noUnit, words.ofYear(year), fileName])} q={q} />
        ))}
      </Group>
      <Group title={words.findings} count={findings.length} more={more('/findings', words.allFindings)}>
        {findings.map(({ document, finding, unit, title, words: quoted }) => (
          <Result
            key={`${document} ${finding}`}
            to={`/documents/${document}?finding=${encodeURIComponent(finding)}`}
            title={title}
            about={said([unit ?? words.noUnit, quoted])}
            q={q}
          />
        ))}
      </Group>
    </>
  )
}

interface GroupProps {
  readonly title: string
  readonly count: number
  readonly more?: ReactNode
  readonly children: ReactNode
}

/** Left out where nothing was found. */
const Group = ({ title, count, more, children }: GroupProps) =>
  count === 0 ? null : (
    <Section title={`${title} ${count}`} actions={more}>
      <ul className="results">{children}</ul>
    </Section>
  )

interface ResultProps {
  readonly to: string
  readonly title: string
  readonly about: string
  readonly q: string
}

const Result = ({ to, title, about, q }: ResultProps) => (
  <li>
    <Link to={to}>
      <Marked text={title} words={q} />
    </Link>
    <span className="result-about">
      <Marked text={about} words={q} />
    </span>
  </li>
)
