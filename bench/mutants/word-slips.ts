/** Slips in the words next to a figure, and a figure that was left over from somewhere else. */
import { relationsOf } from '../labels/label.ts'
import type { Change, Slip } from './slip.ts'

/** 元 written for 万元, and the other way round. */
export const wrongUnit: Slip = ({ source, operand }) => {
  const found = /^\s*(万元|元)/.exec(source.slice(operand.end, operand.end + 8))
  if (!found || (operand.unit !== 'wan-yuan' && operand.unit !== 'yuan')) return null
  const [all, word = ''] = found
  const start = operand.end + all.length - word.length
  const [to, unit] = word === '元' ? ['万元', 'wan-yuan'] : ['元', 'yuan']
  return { start, end: start + word.length, to, figure: { text: operand.text, value: operand.value, unit } }
}

const opposites: readonly (readonly [string, string])[] = [
  ['增加', '减少'],
  ['增长', '下降'],
  ['上升', '下降'],
  ['上涨', '下降'],
  ['提高', '降低'],
  ['提升', '降低'],
]
const turn = new Map([...opposites.map(([a, b]) => [a, b] as const), ...opposites.toReversed().map(([a, b]) => [b, a] as const)])

/** All words that say the same direction. */
export function wordsLike(word: string): readonly string[] {
  const column = opposites.some(([up]) => up === word) ? 0 : 1
  return [...new Set(opposites.map((pair) => pair[column]))]
}

/** 增加 written for 减少, in the words that lead to the figure. */
export const wrongDirection: Slip = ({ source, operand, formula }) => {
  const turns = relationsOf(formula).some(
    (relation) =>
      (relation.form === 'change' && relation.change === operand.id) ||
      (relation.form === 'growth' && (relation.rate === operand.id || relation.change === operand.id) && relation.current !== undefined),
  )
  if (!turns) return null
  const clause = /[^，,。；;、\n]*$/.exec(source.slice(Math.max(0, operand.start - 14), operand.start))?.[0] ?? ''
  const last = [...turn.keys()].map((word) => ({ word, at: clause.lastIndexOf(word) })).reduce((a, b) => (b.at > a.at ? b : a))
  if (last.at < 0) return null
  const start = operand.start - clause.length + last.at
  const { text, value, unit } = operand
  return { start, end: start + last.word.length, to: turn.get(last.word) ?? last.word, figure: { text, value, unit }, turned: true }
}

/** Another figure of the report with the same unit, as it stays behind when an old report is written over. */
export const staleFigure: Slip = ({ operand, around, below }): Change | null => {
  const others = around.filter((other) => other.unit === operand.unit && other.value !== operand.value && /^\d[\d,.]*$/.test(other.text))
  const other = others[below(others.length)]
  if (!other || !/^\d[\d,.]*$/.test(operand.text)) return null
  return { start: operand.start, end: operand.end, to: other.text, figure: { text: other.text, value: other.value, unit: operand.unit } }
}
