/** What is asked for in the list of findings, kept in the address so that it can be handed on. */
import { type FindingStatus, findingStatus, type Severity, severity } from '@jiheng/contract'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'

export interface FindingFilters {
  readonly organisation: string | null
  readonly year: number | null
  readonly severity: readonly Severity[]
  readonly kind: readonly string[]
  readonly check: readonly string[]
  readonly status: readonly FindingStatus[]
  readonly q: string
}

/** The address is anybody's to write: what it says wrongly is left out. */
export function filtersIn(search: URLSearchParams): FindingFilters {
  const list = (name: string) => (search.get(name) ?? '').split(',').filter((part) => part !== '')
  const year = Number(search.get('year'))
  const organisation = search.get('organisation')
  return {
    organisation: organisation !== null && /^[0-9a-f-]{36}$/i.test(organisation) ? organisation : null,
    year: Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : null,
    severity: list('severity').filter((one): one is Severity => severity.options.includes(one as Severity)),
    kind: list('kind').slice(0, 50),
    check: list('check').slice(0, 50),
    status: list('status').filter((one): one is FindingStatus => findingStatus.options.includes(one as FindingStatus)),
    q: (search.get('q') ?? '').slice(0, 100),
  }
}

/** As the route takes it; without what is not asked for. */
export function queryOf({
  organisation,
  year,
  severity,
  kind,
  check,
  status,
  q,
}: FindingFilters): Readonly<Record<string, string | number>> {
  return {
    ...(organisation === null ? {} : { organisation }),
    ...(year === null ? {} : { year }),
    ...(severity.length === 0 ? {} : { severity: severity.join(',') }),
    ...(kind.length === 0 ? {} : { kind: kind.join(',') }),
    ...(check.length === 0 ? {} : { check: check.join(',') }),
    ...(status.length === 0 ? {} : { status: status.join(',') }),
    ...(q.trim() === '' ? {} : { q: q.trim() }),
  }
}

export const isFiltered = (filters: FindingFilters): boolean => Object.keys(queryOf(filters)).length > 0

export function useFilters(): readonly [FindingFilters, (changes: Partial<FindingFilters>) => void, () => void] {
  const [search, setSearch] = useSearchParams()
  const filters = useMemo(() => filtersIn(search), [search])
  const put = (next: Readonly<Record<string, string | number>>) =>
    setSearch(
      (before) => {
        const now = new URLSearchParams(before)
        for (const name of ['organisation', 'year', 'severity', 'kind', 'check', 'status', 'q']) now.delete(name)
        for (const [name, value] of Object.entries(next)) now.set(name, String(value))
        return now
      },
      { replace: true },
    )
  return [filters, (changes) => put(queryOf({ ...filters, ...changes })), () => put({})]
}
