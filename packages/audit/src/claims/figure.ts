/** A claim together with what only the engine needs: where it stands in its sentence or table, and its exact value. */
import type { Decimal } from '@jiheng/quantity'
import type { Claim, Direction } from '@jiheng/vocabulary'

/** Where a figure stands: in the running text, or in a table. */
export type Seat =
  | { readonly kind: 'text'; readonly sentence: number; readonly clause: number }
  | { readonly kind: 'cell'; readonly row: number; readonly column: number }

export interface Figure {
  /** Index in the report's list of figures; claims carry the same order. */
  readonly index: number
  readonly claim: Claim
  readonly seat: Seat
  /** Exact value in the base unit of the dimension. */
  readonly value: Decimal
  readonly dimension: string
  /** One unit of the last printed place, in the base unit. */
  readonly ownPlace: Decimal
  /** The finest place of its sentence, column or report, which sums are judged with; null = exact. */
  place: Decimal | null
  /** End of the figure in the tidied text of its block; -1 in tables. */
  readonly tidyEnd: number
  /** Phrase before the figure, back to the last boundary, tidied of spaces and quotes. */
  readonly lead: string
  /** Phrase after the figure, up to the next boundary. */
  readonly tail: string
  /** Words that were dropped from the lead to find the label: 共计, 为 … */
  readonly announcesTotal: boolean
  /** Rising or falling, for changes and change rates. */
  readonly direction: Direction | null
  /** For a share: the whole that is named; for a change: the base that is named. */
  readonly against: string | null
  /** What is left of the phrase once concept, period, scope and self words are gone: a part of the unit, a project, a place. */
  readonly qualifier: string
  /** The concept was named at this figure and not taken over from an earlier one. */
  readonly ownLabel: boolean
  /** Figure whose label this one took over, or -1. */
  readonly subject: number
  readonly rateName: string | null
  readonly compare: string | null
  /** Outline position: index of the nearest heading above. */
  readonly section: number
  /** '' = the year of the report, 'last' = the year before, else the year or day printed. */
  readonly periodKey: string
}

export interface Clause {
  readonly start: number
  readonly end: number
  /** The character before the clause: '' at the start of a sentence. */
  readonly opener: string
  readonly figures: readonly number[]
}

export interface Sentence {
  readonly index: number
  readonly block: number
  readonly start: number
  readonly end: number
  readonly clauses: readonly Clause[]
  readonly figures: readonly number[]
  readonly section: number
}
