/** What must hold for a change to be accepted. Shares, never times. */
import { tableOf } from '../score/tables.ts'
import type { Accuracy } from './measure.ts'

export interface Gate {
  readonly says: string
  readonly is: number
  readonly holds: boolean
}

const atMost = (says: string, is: number, limit: number): Gate => ({ says: `${says}: ${is}, at most ${limit}`, is, holds: is <= limit })
const atLeast = (says: string, is: number, limit: number): Gate => ({ says: `${says}: ${is}, at least ${limit}`, is, holds: is >= limit })
const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10)

export function gatesOf(accuracy: Accuracy): readonly Gate[] {
  const table = tableOf(accuracy.score)
  const onClean = accuracy.mutants.sets.filter((set) => set.name !== 'labelled')
  const mutants = onClean.reduce((sum, set) => sum + set.mutants, 0)
  const found = onClean.reduce((sum, set) => sum + set.found, 0)
  const { extraction } = accuracy
  return [
    atMost(
      'errors and warnings on clean reports',
      accuracy.alarms.reduce((sum, a) => sum + a.error.length + a.warning.length, 0),
      0,
    ),
    atMost('false alarms on labelled reports', table.overall?.fp ?? 0, 3),
    atLeast('numeric causes found', table.numeric?.found ?? 0, 14),
    atLeast('% of relations with all figures extracted', share(extraction.complete.value, extraction.relations), 90),
    ...(mutants > 0 ? [atLeast('% of mutants of clean reports found', share(found, mutants), 90)] : []),
  ]
}
