import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { people } from '../../wording/people.ts'
import { accountsKey } from './people-keys.ts'
import { postsNow, postWords } from './posts-of.ts'

interface Props {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (id: string) => void
  readonly without: string
}

/** A field of a form: whoever may be chosen is looked for on the server, by name or account. */
export function PersonSelect({ id, value, onChange, without }: Props) {
  const [typed, setTyped] = useState('')
  const { data, isFetching } = useQuery({
    queryKey: [...accountsKey, 'choice', typed],
    queryFn: ({ signal }) =>
      client.call('accounts.list', { query: { limit: 30, disabled: 'false', ...(typed === '' ? {} : { q: typed }) }, signal }),
    placeholderData: keepPreviousData,
  })
  const options = (data?.items ?? [])
    .filter((account) => account.id !== without)
    .map(({ id, name, loginName, posts }) => {
      const said = postsNow(posts).map(postWords).join(people.between)
      return { value: id, label: people.choice(name, loginName, said) }
    })
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      className="organisation-select"
      value={value ?? null}
      showSearch={{ filterOption: false, onSearch: (words: string) => setTyped(words.trim().slice(0, 60)) }}
      loading={isFetching}
      notFoundContent={isFetching ? null : people.nobody}
      options={options}
      onChange={(chosen) => onChange?.(chosen)}
    />
  )
}
