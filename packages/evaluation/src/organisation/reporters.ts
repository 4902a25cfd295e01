/** Who hands in for a department. Places have three ways; which one it is, is a switch and not a guess. */
import { childrenAt, membersAt, type Organisation } from './organisation.ts'
import type { OrganisationUnit } from './organisation-unit.ts'

/** Only the 本级; the department in one table with its subordinates; or each by itself, to be summed. */
export type ReportingWay = 'own-level' | 'one-table' | 'each'

/** Units below that only use money (垂管, 国企, 村) hand in nothing of their own. */
export function reportersOf(organisation: Organisation, department: string, day: string, way: ReportingWay): readonly OrganisationUnit[] {
  switch (way) {
    case 'own-level':
      return childrenAt(organisation, department, day).filter(({ kind }) => kind === 'own-level')
    case 'one-table':
      return [organisation.units.get(department)].filter((unit) => unit !== undefined)
    case 'each':
      return membersAt(organisation, department, day).filter(({ kind }) => kind !== 'outside')
  }
}
