/** A quote as one line with the accused words marked. */
import type { Quote } from '@jiheng/audit'
import { html, type Markup } from './markup.ts'

/** Characters kept before and behind the words. */
const AROUND = 60
/** Of the words themselves. */
const MOST_WORDS = 120

/** White space folds as the page folds it; the cells of a row are told apart. */
export function quotedLine({ text, start, end, textStart }: Quote): Markup {
  const from = clamp(start - textStart, text.length)
  const to = clamp(Math.max(start, end) - textStart, text.length)
  const before = text.slice(0, from)
  const behind = text.slice(to)
  const words = text.slice(from, to)
  return html`${before.length > AROUND ? '…' : null}${cells(before.slice(-AROUND))}<b>${cells(words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words)}</b>${cells(behind.slice(0, AROUND))}${behind.length > AROUND ? '…' : null}`
}

const cells = (text: string): string => text.replace(/(?:\s*\t\s*)+|\s*\n\s*/g, ' ｜ ')

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most))
