/** A figure as one statement of a fact: what it is about in words, which role it plays, how sure its year is. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { Places } from './restated-place.ts'
import type { Name, Surroundings } from './restated-words.ts'

/** done covers plain amounts, counts, rates and actual values; either is a column that may hold targets or results. */
export type FactRole = 'initial' | 'adjusted' | 'budget' | 'received' | 'target' | 'done' | 'score' | 'weight' | 'either'

export interface Fact {
  readonly figure: Figure
  readonly isCell: boolean
  readonly role: FactRole
  /** A word at the figure or the head of its column says the role. */
  readonly isRoleSaid: boolean
  /** The words that name it; empty for the whole unit and for figures that only their context names. */
  readonly name: Name
  readonly surroundings: Surroundings
  /** A figure of the whole unit: nothing narrower is named. */
  readonly isWhole: boolean
  /** Another year, half a year, or what is left of the thing: never accused of differing. */
  readonly isOtherTime: boolean
}

/** Facts of a report, each made when it is first asked for (restated-book.ts). */
export interface FactBook {
  readonly set: ClaimSet
  readonly places: Places
  factOf(figure: Figure): Fact
}

/** Figures that state a fact: no hedges, no changes but those told as the value reached. */
export function isStatement(figure: Figure): boolean {
  const { claim } = figure
  if (figure.value.coefficient === 0n) return false
  // A limit in a table is the target itself; in the text it may be a rule.
  const isLimit = figure.compare !== null && figure.seat.kind === 'cell'
  if (!isLimit && (claim.quantity.hedge !== undefined || figure.compare !== null)) return false
  return claim.role !== 'change' || isReached(figure)
}

/** "由1,561.87万元增加到1,816.43万元": the value itself, not the change. */
export const isReached = (figure: Figure): boolean => /[到至]\s*$/.test(figure.lead)

/** The role that the engine's own role comes to here; null where the words must tell. */
export function plainRole(role: string | null): FactRole | null {
  switch (role) {
    case 'initial-budget':
      return 'initial'
    case 'adjusted-budget':
      return 'adjusted'
    case 'budget':
    case 'received':
    case 'score':
    case 'weight':
    case 'target':
      return role
    default:
      return null
  }
}
