/** The scored figures by group. */
import { groups } from './groups.ts'
import type { Score } from './score.ts'

export interface GroupFigures {
  readonly causes: number
  readonly found: number
  readonly tp: number
  readonly fp: number
  readonly neutral: number
  readonly recall: number | null
  readonly precision: number | null
  readonly f1: number | null
}

export type Table = Readonly<Record<string, GroupFigures>>

type Counts = Pick<GroupFigures, 'causes' | 'found' | 'tp' | 'fp' | 'neutral'>

/** One row a group, then `other` and `overall`. A finding of unknown kind is still a false alarm; causes of kind `other` stay apart. */
export function tableOf(result: Score): Table {
  const names = Object.keys(groups)
  const rows = new Map([...names, 'other'].map((group) => [group, countsOf(result, group)]))
  const other = rows.get('other')
  const overall = names.map((name) => rows.get(name)).reduce<Counts>((sum, row) => (row ? add(sum, row) : sum), none)
  rows.set('overall', { ...overall, fp: overall.fp + (other?.fp ?? 0), neutral: overall.neutral + (other?.neutral ?? 0) })
  return Object.fromEntries([...rows].map(([name, counts]) => [name, withRates(counts)]))
}

const none: Counts = { causes: 0, found: 0, tp: 0, fp: 0, neutral: 0 }

const add = (a: Counts, b: Counts): Counts => ({
  causes: a.causes + b.causes,
  found: a.found + b.found,
  tp: a.tp + b.tp,
  fp: a.fp + b.fp,
  neutral: a.neutral + b.neutral,
})

function countsOf(result: Score, group: string): Counts {
  const causes = result.causes.filter((cause) => cause.group === group)
  const findings = result.findings.filter((finding) => finding.group === group)
  const marked = (mark: string): number => findings.filter((finding) => finding.mark === mark).length
  return {
    causes: causes.length,
    found: causes.filter((cause) => cause.found).length,
    tp: marked('tp'),
    fp: marked('fp'),
    neutral: marked('neutral'),
  }
}

function withRates(counts: Counts): GroupFigures {
  const recall = counts.causes ? counts.found / counts.causes : null
  const precision = counts.tp + counts.fp ? counts.tp / (counts.tp + counts.fp) : null
  const f1 = precision === null || recall === null ? null : precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { ...counts, recall, precision, f1 }
}

/** One decimal; an exact half goes to the even digit, as the original prints it (only x.25 and x.75 are exact in binary). */
export function percent(share: number | null): string {
  if (share === null) return '-'
  const value = 100 * share
  return (value % 1 === 0.25 ? Math.floor(value) + 0.2 : value).toFixed(1)
}
