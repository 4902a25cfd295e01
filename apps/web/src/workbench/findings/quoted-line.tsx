import type { Quote } from '@jiheng/contract'

const around = 36

/** The line of the document that is meant, with the accused words; long lines are cut to what lies near. */
export function QuotedLine({ quote: { text, from, to } }: { readonly quote: Quote }) {
  const start = Math.max(0, from - around)
  const end = Math.min(text.length, to + around)
  return (
    <>
      {start > 0 && '…'}
      {text.slice(start, from)}
      <b>{text.slice(from, to)}</b>
      {text.slice(to, end)}
      {end < text.length && '…'}
    </>
  )
}
