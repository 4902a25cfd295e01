/** The quoted words of a finding: the accused ones, and as much of the clause around them as helps to find the place. */
import type { Quote } from '@jiheng/audit'
import { printableLine, withoutHalf } from './printable.ts'

type Words = Pick<Quote, 'text' | 'start' | 'end' | 'textStart'>

const MOST_WORDS = 40
/** What a clause of a list begins with belongs to the one before it. */
const SEPARATOR = /^[、，；]+/

/** What stands there and is accused, as printed; '' where the quote accuses nothing that it shows. */
export function accusedWords(quote: Words): string {
  const [from, to] = spanOf(quote)
  return printableLine(quote.text.slice(from, to), MOST_WORDS)
}

/** Units that stand behind a figure: without them 所写 512.30，应为 512.30万元 says nothing. */
const UNIT = /^(?:亿元|万元|千元|元|个百分点|[%％‰]|分(?!之))/

/** The accused words with the unit printed right behind them. */
export function writtenWords(quote: Words): string {
  const words = accusedWords(quote)
  if (!/\d$/.test(words)) return words
  return `${words}${UNIT.exec(quote.text.slice(spanOf(quote)[1]))?.[0] ?? ''}`
}

/** The clause, cut round the accused words to about `most` characters, with … where something is left out. */
export function excerpt(quote: Words, most: number): string {
  const { text } = quote
  if (text.length <= most) return printableLine(text, most).replace(SEPARATOR, '')
  const [from, to] = spanOf(quote)
  const spare = Math.max(0, most - (Math.min(to, text.length) - from))
  const start = Math.max(0, Math.min(from - Math.ceil(spare / 2), text.length - most))
  const end = Math.min(text.length, start + most)
  const cut = printableLine(withoutHalf(text.slice(start, end)), most)
  return `${start > 0 ? '…' : ''}${cut}${end < text.length && !cut.endsWith('…') ? '…' : ''}`
}

/** Of the accused words in `text`. Other offsets than those are nobody's: then nothing is accused. */
function spanOf({ text, start, end, textStart }: Words): readonly [number, number] {
  const from = Math.max(0, Math.min(start - textStart, text.length))
  return [from, Math.max(from, Math.min(end - textStart, text.length))]
}
