/** Filters live in the address: a list can be sent to a colleague, and is still there after going back. */
import { useSearchParams } from 'react-router'

export interface Address {
  /** '' where it is not set. */
  readonly one: (name: string) => string
  readonly several: (name: string) => readonly string[]
  /** An empty value takes the name out. Others stay. */
  readonly set: (changes: Readonly<Record<string, string | readonly string[] | null>>) => void
  readonly clear: () => void
}

export function useAddress(): Address {
  const [search, setSearch] = useSearchParams()
  return {
    one: (name) => search.get(name) ?? '',
    several: (name) => (search.get(name) ?? '').split(',').filter((part) => part !== ''),
    set: (changes) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before)
          for (const [name, value] of Object.entries(changes)) {
            const text = typeof value === 'string' ? value : (value ?? []).join(',')
            if (text === '') after.delete(name)
            else after.set(name, text)
          }
          return after
        },
        { replace: true },
      ),
    clear: () => setSearch({}, { replace: true }),
  }
}
