import { useState } from 'react'
import { workbench } from '../../wording/workbench.ts'

interface Props {
  readonly page: number
  readonly last: number
  readonly onGo: (page: number) => void
}

/** The number of the page in sight; what is typed leads there as soon as there is such a page, and may be empty meanwhile. */
export function PageField({ page, last, onGo }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const write = (text: string) => {
    const number = Number(text)
    const isPage = Number.isInteger(number) && number >= 1 && number <= last
    setTyped(isPage ? null : text)
    if (isPage) onGo(number)
  }
  return (
    <label>
      {workbench.page}
      <input
        type="number"
        min={1}
        max={last}
        value={typed ?? page}
        onChange={({ target }) => write(target.value)}
        onBlur={() => setTyped(null)}
      />
      {workbench.ofPages(last)}
    </label>
  )
}
