/** Builds the relation of one identity between printed figures; null members mean that it cannot be judged here. */
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Certainty, side } from '../relation.ts'

/** What a finding names as its ground: 勾稽 ID-26. */
export const cite = (id: string, source?: string): string => (source === undefined ? `勾稽 ${id}` : `${source}；勾稽 ${id}`)

export interface Named {
  readonly id: string
  /** The formula as an officer would say it. */
  readonly ref: string
  readonly say: string
  readonly certainty?: Certainty
}

const sourceOf = ({ id, ref }: Named): NewRelation['source'] => ({ by: 'identity', ref, citation: cite(id) })

/** No class of spending has more items than this. */
const MAX_PARTS = 200

/** total = plus − minus. Parts that print nothing are left out; without any part nothing is said. */
export function sumRelation(
  named: Named,
  total: Figure | null | undefined,
  plus: readonly (Figure | null)[],
  minus: readonly (Figure | null)[] = [],
): NewRelation[] {
  const [added, taken] = [printed(plus), printed(minus)]
  if (total === null || total === undefined || added.length === 0 || added.length > MAX_PARTS) return []
  const kind = taken.length > 0 ? 'difference' : 'sum'
  return [
    {
      kind,
      finding: kind,
      accused: total.index,
      certainty: named.certainty ?? 'error',
      source: sourceOf(named),
      readings: [{ say: named.say, equation: { form: 'linear', left: side([total.index]), right: side(added, taken) } }],
    },
  ]
}

/** The same amount printed in two tables. */
export function sameRelation(named: Named, first: Figure | null, second: Figure | null): NewRelation[] {
  if (first === null || second === null) return []
  return [
    {
      kind: 'same-as',
      finding: 'restated-fact',
      accused: first.index,
      certainty: named.certainty ?? 'error',
      source: sourceOf(named),
      readings: [{ say: named.say, equation: { form: 'same', first: first.index, second: second.index } }],
    },
  ]
}

/** Parts that cannot be more than what holds them. */
export function boundRelation(named: Named, low: readonly (Figure | null)[], high: Figure | null): NewRelation[] {
  const parts = printed(low)
  if (high === null || parts.length === 0) return []
  return [
    {
      kind: 'bound',
      finding: 'sum',
      accused: high.index,
      certainty: named.certainty ?? 'error',
      source: sourceOf(named),
      readings: [{ say: named.say, equation: { form: 'order', low: side(parts), high: side([high.index]) } }],
    },
  ]
}

const printed = (figures: readonly (Figure | null)[]): number[] => figures.flatMap((figure) => (figure === null ? [] : [figure.index]))
