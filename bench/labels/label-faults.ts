/** What is wrong with a label file, one line a fault. */
import { holds } from './holds.ts'
import { type Entry, idsOf, type Operand } from './label.ts'
import type { LabelledReport } from './read-labels.ts'

export interface LabelFault {
  readonly entry: string
  readonly says: string
}

export function faultsOfLabels(report: LabelledReport): readonly LabelFault[] {
  const around = report.entries.flatMap((entry) => entry.operands)
  const ids = new Set<string>()
  return report.entries.flatMap((entry) => {
    const twice = ids.has(entry.id) ? ['id used twice'] : []
    ids.add(entry.id)
    const says = [
      ...twice,
      ...entry.operands.flatMap((operand) => faultsOfPlace(operand, report.source)),
      ...faultsOfFormula(entry, report.source, around),
    ]
    return says.map((line) => ({ entry: entry.id, says: line }))
  })
}

function faultsOfPlace(operand: Operand, source: string): readonly string[] {
  const found = source.slice(operand.start, operand.end)
  const line = source.slice(0, operand.start).split('\n').length
  const says: string[] = []
  if (found !== operand.text) says.push(`${operand.id} stands as “${operand.text}” in the label but “${found}” in the text`)
  if (line !== operand.line) says.push(`${operand.id} is on line ${line}, not ${operand.line}`)
  if (/^\d+(\.\d+)?$/.test(operand.text) && Number(operand.text) !== Number(operand.value))
    says.push(`${operand.id} has value ${operand.value}, printed ${operand.text}`)
  if (/[\d.]/.test(source[operand.start - 1] ?? '') || /\d/.test(source[operand.end] ?? '')) says.push(`${operand.id} cuts a number in two`)
  const behind = /^\s*(万元|亿元|元|%|％)/.exec(source.slice(operand.end, operand.end + 6))?.[1]
  if (behind && unitNames[behind] !== operand.unit && operand.unit !== 'percentage-point')
    says.push(`${operand.id} has unit ${operand.unit}, printed ${behind}`)
  return says
}

const unitNames: Readonly<Record<string, string>> = { 万元: 'wan-yuan', 亿元: 'yi-yuan', 元: 'yuan', '%': 'percent', '％': 'percent' }

function faultsOfFormula(entry: Entry, source: string, around: readonly Operand[]): readonly string[] {
  if (!entry.formula) return []
  const known = new Set(entry.operands.map((operand) => operand.id))
  const used = new Set(idsOf(entry.formula))
  const unknown = [...used].filter((id) => !known.has(id)).map((id) => `formula names ${id}, which is no operand`)
  const idle = [...known].filter((id) => !used.has(id)).map((id) => `${id} stands in no formula`)
  if (unknown.length > 0) return unknown
  const true_ = holds(entry.formula, source, entry.operands, around)
  const mustHold = entry.verdict === 'consistent' || entry.verdict === 'rounding'
  if (mustHold && !true_) return [...idle, `is ${entry.verdict} but the formula does not hold: ${entry.computation}`]
  if (entry.verdict === 'inconsistent' && true_) return [...idle, `is inconsistent but the formula holds: ${entry.computation}`]
  return idle
}
