/** Choosing from 单位名录 by typing a part of a name, an alias or a code; a field of a form. */
import { Select } from 'antd'
import { useMemo } from 'react'
import { isNamed, useOrganisations } from '../api/use-organisations.ts'
import { organisations as words } from '../wording/organisations.ts'

interface Common {
  readonly id?: string
  readonly year?: number
  /** For those that are no field of a form with a label. */
  readonly label?: string
  readonly placeholder?: string
  /** Offered above all others, as null: 全地区. */
  readonly withRegion?: boolean
  readonly canClear?: boolean
  /** Stays out of the choice. */
  readonly without?: string
}

interface One extends Common {
  readonly value?: string | null
  readonly onChange?: (id: string | null) => void
}

interface Several extends Common {
  readonly value?: readonly string[]
  readonly onChange?: (ids: readonly string[]) => void
}

/** Stands for the whole region: an option cannot be null. */
const region = 'region'

export function OrganisationSelect({ value, onChange, withRegion = false, canClear = false, ...common }: One) {
  const shared = useShared(common, withRegion)
  const chosen = value === null && withRegion ? region : value
  return (
    <Select<string>
      {...shared}
      allowClear={canClear}
      value={chosen ?? null}
      onChange={(id: string | undefined) => onChange?.(id === undefined || id === region ? null : id)}
    />
  )
}

export function OrganisationsSelect({ value = [], onChange, ...common }: Several) {
  return <Select<string[]> {...useShared(common, false)} mode="multiple" value={[...value]} onChange={(ids) => onChange?.(ids)} />
}

function useShared({ id, year, label, placeholder = words.choose, without }: Common, withRegion: boolean) {
  const { data, isPending, error } = useOrganisations(year)
  const named = useMemo(() => new Map(data?.items.map((one) => [one.id, one])), [data])
  const options = useMemo(() => {
    const listed = [...named.values()]
      .filter((one) => one.id !== without)
      .map(({ id, name, code }) => ({ value: id, label: code === null ? name : words.withCode(name, code) }))
    return withRegion ? [{ value: region, label: words.wholeRegion }, ...listed] : listed
  }, [named, without, withRegion])
  const isMeant = (typed: string, id: unknown) => {
    const organisation = named.get(String(id))
    return organisation === undefined ? words.wholeRegion.includes(typed) : isNamed(organisation, typed)
  }
  return {
    ...(id === undefined ? {} : { id }),
    ...(label === undefined ? {} : { 'aria-label': label }),
    className: 'organisation-select',
    options,
    loading: isPending,
    showSearch: { filterOption: (typed: string, option?: { readonly value?: unknown }) => isMeant(typed, option?.value) },
    placeholder,
    notFoundContent: error === null ? words.noMatch : words.notRead,
  }
}
