import { SearchOutlined } from '@ant-design/icons'
import { useRef } from 'react'
import { useNavigate } from 'react-router'
import { useHotkeys } from '../parts/use-hotkeys.ts'
import { shell } from '../wording/shell.ts'

/** Goes to the page of results; `/` brings the cursor here from anywhere. */
export function SearchBox() {
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  useHotkeys({ '/': () => field.current?.focus() })
  return (
    <search className="search-box">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const words = field.current?.value.trim() ?? ''
          if (words !== '') void navigate(`/search?q=${encodeURIComponent(words)}`)
        }}
      >
        <SearchOutlined />
        <input
          ref={field}
          type="search"
          name="q"
          maxLength={100}
          placeholder={shell.search}
          aria-label={shell.search}
          title={shell.searchHint}
        />
      </form>
    </search>
  )
}
