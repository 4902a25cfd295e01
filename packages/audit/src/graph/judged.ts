/** The relations of a report, each judged once. */
import { compareRational, type Decimal, type Rational, subtractRational, toRational } from '@jiheng/quantity'
import type { Outcome } from '../audit-result.ts'
import type { Figure } from '../claims/figure.ts'
import { figuresOf, membersOf, type Reading, type Relation } from '../relations/relation.ts'
import { judge } from './judge.ts'
import { isRuledOut } from './rough-gap.ts'
import { isTelling, slipsOf } from './slip.ts'
import { findUnitSlip, type UnitSlip } from './unit-slip.ts'
import type { Verdict } from './verdict.ts'

export interface Judged {
  readonly relation: Relation
  readonly outcome: Outcome
  /** The reading to explain: the one that holds, or the nearest to holding; null when none can be computed. */
  readonly reading: Reading | null
  readonly verdict: Verdict | null
  /** One figure in a wrong unit that would explain the violation. */
  readonly slip: UnitSlip | null
}

export function judgeRelations(relations: readonly Relation[], figures: readonly Figure[]): Judged[] {
  return relations.map((relation) => judgeRelation(relation, figures))
}

function judgeRelation(relation: Relation, figures: readonly Figure[]): Judged {
  const tried: Tried[] = []
  for (const reading of relation.readings) {
    const onlyExplains = reading.onlyExplains === true
    // What explains nothing is not shown either: no more need be known of it than that it does not hold.
    if (onlyExplains && isRuledOut(reading.equation, figures)) continue
    const verdict = judge(reading.equation, figures)
    if (verdict?.holds) return { relation, outcome: 'pass', reading, verdict, slip: null }
    if (verdict !== null && !onlyExplains) tried.push({ reading, verdict })
  }
  const nearest = nearestOf(
    tried,
    relation.explainBy === 'nearest',
    relation.explainBy === 'slip' ? (reading) => slipsOf(reading.equation, figures).length > 0 : null,
  )
  if (nearest === null) return { relation, outcome: 'cannot-tell', reading: null, verdict: null, slip: null }
  const slip = findUnitSlip(relation, figures)
  const outcome: Outcome = slip === null && !accuses(relation, nearest.reading, figures) ? 'cannot-tell' : 'fail'
  return { relation, outcome, reading: nearest.reading, verdict: nearest.verdict, slip }
}

/** Whether a violation is sure enough to be told. */
function accuses(relation: Relation, reading: Reading, figures: readonly Figure[]): boolean {
  if (relation.certainty === 'question') return false
  if (relation.guard === undefined) return true
  if (relation.guard === 'telling-slip' && !isTelling(reading.equation, figures)) return false
  return slipsOf(reading.equation, figures).length > 0
}

type Tried = { readonly reading: Reading; readonly verdict: Verdict }

/** The reading whose result is nearest to what is printed; between sums of different members the first stands. */
function nearestOf(tried: readonly Tried[], byNearest: boolean, preferred: ((reading: Reading) => boolean) | null): Tried | null {
  const chosen = preferred === null ? undefined : tried.find((entry) => preferred(entry.reading))
  if (chosen !== undefined) return chosen
  let best: Tried | null = null
  let bestGap: Rational | null = null
  for (const entry of tried) {
    const gap = gapOf(entry.verdict)
    if (best === null || (bestGap !== null && (byNearest || isRatio(entry.reading)) && compareRational(gap, bestGap) < 0)) {
      best = entry
      bestGap = gap
    }
  }
  return best
}

const isRatio = (reading: Reading): boolean => reading.equation.form === 'ratio'

function gapOf(verdict: Verdict): Rational {
  const difference = subtractRational(toRational(verdict.stated), asRational(verdict.computed))
  return difference.numerator < 0n ? { numerator: -difference.numerator, denominator: difference.denominator } : difference
}

export function asRational(value: Decimal | Rational): Rational {
  return 'scale' in value ? toRational(value) : value
}

/** Members of the relation as it was read: those of the shown reading, the accused first. */
export function membersShown(judged: Judged): readonly number[] {
  if (judged.reading === null) return membersOf(judged.relation)
  return [...new Set([judged.relation.accused, ...figuresOf(judged.reading.equation)])]
}
