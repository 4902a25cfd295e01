/** How the readable output is laid out: how wide, and with or without colour. */
import type { Paint, Style } from '../colour.ts'
import { widthOf } from '../width.ts'
import { wrap } from '../wrap.ts'

export interface Look {
  readonly columns: number
  readonly paint: Paint
}

/** Wide enough to read, not wider than the eye follows. */
export function lookFor(terminalColumns: number, paint: Paint): Look {
  return { columns: terminalColumns === 0 ? 100 : Math.min(Math.max(terminalColumns, 40), 120), paint }
}

/** Text behind a label, its further lines under its first. Two blanks part them, unless the label is a number. */
export function hanging(indent: string, label: string, text: string, look: Look, style: Style = 'faint'): readonly string[] {
  const gap = label === '' || label.endsWith('. ') ? '' : '  '
  const blank = indent + ' '.repeat(widthOf(label) + gap.length)
  return wrap(text, look.columns - widthOf(blank)).map((line, at) =>
    at === 0 ? `${indent}${look.paint(style, label)}${gap}${line}` : blank + line,
  )
}

/** Words with two blanks between them, those that are empty left out. */
export function spaced(...words: readonly (string | null)[]): string {
  return words.filter((word) => word !== null && word !== '').join('  ')
}
