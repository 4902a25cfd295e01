/** How precisely a figure stands in the text, by the rule of the genre: trailing zeros are dropped, so money has the finest place round it. */
import type { Operand } from './label.ts'

const moneyUnits: Readonly<Record<string, string>> = { yuan: '元', 'wan-yuan': '万元', 'yi-yuan': '亿元' }
export const isMoney = (unit: string): boolean => unit in moneyUnits
export const isRate = (unit: string): boolean => unit === 'percent' || unit === 'percentage-point'

/** Places after the decimal point, as printed. */
export const decimalsOf = (text: string): number => (/[.．](\d+)$/.exec(text)?.[1] ?? '').length

/** Decimals that a figure is good for in its surroundings: of its sentence, or of its column in a table. */
export function decimalsInContext(text: string, operand: Operand, others: readonly Operand[]): number {
  const own = decimalsOf(operand.text)
  if (!isMoney(operand.unit) || operand.unit === 'yi-yuan' || operand.hedge) return own
  return Math.max(own, ...decimalsNear(text, operand, others))
}

function decimalsNear(text: string, operand: Operand, others: readonly Operand[]): readonly number[] {
  const row = lineAt(text, operand.start)
  if (!isTableRow(text.slice(row.start, row.end))) return decimalsOfSentence(text, operand)
  const table = tableAt(text, row)
  return others
    .filter((o) => o.unit === operand.unit && !o.hedge && o.start >= table.start && o.end <= table.end)
    .map((o) => decimalsOf(o.text))
}

function decimalsOfSentence(text: string, operand: Operand): readonly number[] {
  const start = Math.max(...['\n', '。', '！', '？'].map((stop) => text.lastIndexOf(stop, operand.start - 1) + 1))
  const rest = text.slice(operand.end).search(/[\n。！？]/)
  const sentence = text.slice(start, rest < 0 ? text.length : operand.end + rest)
  const unit = moneyUnits[operand.unit] ?? '万元'
  return [...sentence.matchAll(new RegExp(`(?<=\\d\\.)(\\d+)\\s*${unit}`, 'g'))].map((found) => (found[1] ?? '').length)
}

interface Stretch {
  readonly start: number
  readonly end: number
}

function lineAt(text: string, offset: number): Stretch {
  const end = text.indexOf('\n', offset)
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end }
}

const isTableRow = (line: string): boolean => /[\t|│┃]/.test(line) || /\S {2,}\S/.test(line)

/** The rows round a row, over blank lines between them. */
function tableAt(text: string, row: Stretch): Stretch {
  let { start, end } = row
  for (let above = start; above > 0; ) {
    const line = lineAt(text, above - 1)
    if (!isTableRow(text.slice(line.start, line.end)) && text.slice(line.start, line.end).trim()) break
    above = start = line.start
  }
  for (let below = end; below < text.length; ) {
    const line = lineAt(text, below + 1)
    if (!isTableRow(text.slice(line.start, line.end)) && text.slice(line.start, line.end).trim()) break
    below = end = line.end
  }
  return { start, end }
}
