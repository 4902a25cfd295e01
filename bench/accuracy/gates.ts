/**
 * What must hold for a change to be accepted. Shares, never times. The held reports are measured and do not gate, so that nobody
 * tunes on them; what is found in the fresh ones is kept by a test of its own.
 * The gates for mutants lie below what the whole measurement reaches, since a gate tries few of them; see docs/accuracy.md.
 */
import { tableOf } from '../score/tables.ts'
import type { Accuracy, Alarms } from './measure.ts'

export interface Gate {
  readonly name: string
  readonly is: number
  readonly limit: number
  readonly holds: boolean
}

export const gateNames = [
  'errors and warnings on clean reports, at most',
  'false alarms on labelled reports, at most',
  'numeric causes found, at least',
  '% of labelled relations with all figures extracted, at least',
  '% of labelled faults of form and meaning found, 提示 counted, at least',
  '% of mutants of clean reports found (the goal is 90), at least',
  '% of them corrected rightly at first, where found and determined (the goal is 90), at least',
] as const

const [cleanAlarms, falseAlarms, causes, extracted, formFound, mutantsFound, corrected] = gateNames
const atMost = (name: string, is: number, limit: number): Gate => ({ name, is, limit, holds: is <= limit })
const atLeast = (name: string, is: number, limit: number): Gate => ({ name, is, limit, holds: is >= limit })

export const inWords = (gate: Gate): string => `${gate.name} ${gate.limit}: ${gate.is}`

/** A gate that nothing was measured for is left out. */
export function gatesOf(accuracy: Accuracy): readonly Gate[] {
  const table = tableOf(accuracy.score)
  const gated = accuracy.sets.filter((set) => set.set === 'labelled' || set.set === 'clean')
  const relations = sum(gated.map((set) => set.extraction.relations))
  const complete = sum(gated.map((set) => set.extraction.complete.value))
  const mutants = accuracy.mutants.sets.find((set) => set.name === 'clean')
  const has = (name: string): boolean => gated.some((set) => set.set === name)
  return [
    ...(has('clean') ? [atMost(cleanAlarms, countAlarms(accuracy.alarms, 'clean'), 0)] : []),
    ...(has('labelled') ? [atMost(falseAlarms, table.overall?.fp ?? 0, 3), atLeast(causes, table.numeric?.found ?? 0, 14)] : []),
    ...(relations > 0 ? [atLeast(extracted, share(complete, relations), 90)] : []),
    ...(has('labelled') ? [atLeast(formFound, formShare(accuracy), 90)] : []),
    ...(mutants ? [atLeast(mutantsFound, share(mutants.found, mutants.mutants), 86)] : []),
    ...(mutants && mutants.determined > 0 ? [atLeast(corrected, share(mutants.determinedRight, mutants.determined), 86)] : []),
  ]
}

export const countAlarms = (alarms: readonly Alarms[], set: string): number =>
  sum(alarms.filter((report) => report.set === set).map((report) => report.error.length + report.warning.length))

/** Of the groups structure and semantic, as far as they are graver than typing. */
function formShare({ hinted }: Accuracy): number {
  const causes = hinted.labelled.causes.filter(({ group, entry }) => FORM.has(group) && entry.severity !== 'info')
  return share(causes.filter(({ found }) => found).length, causes.length)
}
const FORM = new Set(['structure', 'semantic'])

/** In tenths of a per cent, cut, so that 89.96 does not pass for 90. */
const share = (part: number, whole: number): number => Math.floor((1000 * part) / whole) / 10
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
