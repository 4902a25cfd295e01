/** Text in which the words looked for are marked, wherever they stand. */
import { Fragment } from 'react'

export function Marked({ text, words }: { readonly text: string; readonly words: string }) {
  return partsOf(text, words).map(({ at, part, isMatch }) =>
    isMatch ? (
      <mark key={at} className="found">
        {part}
      </mark>
    ) : (
      <Fragment key={at}>{part}</Fragment>
    ),
  )
}

export interface Part {
  readonly at: number
  readonly part: string
  readonly isMatch: boolean
}

/** Every place where one of the words stands, whatever the case; the words are plain text, never a pattern. */
export function partsOf(text: string, words: string): readonly Part[] {
  const wanted = words
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .toSorted((a, b) => b.length - a.length)
  if (wanted.length === 0) return [{ at: 0, part: text, isMatch: false }]
  let at = 0
  const pieces = text.split(new RegExp(`(${wanted.join('|')})`, 'iu'))
  return pieces.flatMap((part, index) => {
    const from = at
    at += part.length
    return part === '' ? [] : [{ at: from, part, isMatch: index % 2 === 1 }]
  })
}
