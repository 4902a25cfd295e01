/** How well two statements fit together: same thing in words, same role, same kind of quantity. No values here. */
import type { Fact, FactRole } from './restated-fact.ts'
import { type Name, saidIn } from './restated-words.ts'

export interface Likeness {
  /** How far the words of each are said round the other, 0 to 1. */
  readonly name: number
  /** Roles agree: surely, possibly, or not. */
  readonly role: 'same' | 'open' | 'other'
}

/** Concepts too wide to say what a figure is about. */
const WIDE = new Set(['expenditure', 'revenue', 'budget', 'appropriation-revenue', 'appropriation-expenditure'])
/** A whole of the unit is recognised by its role alone, so it never counts as certain. */
const WHOLE_LIKENESS = 0.85
const LEAST_SAID = 0.4
const LABEL_PART = 0.6

export function likenessOf(a: Fact, b: Fact): Likeness {
  const role = roleLikeness(a.role, b.role)
  return { name: role === 'other' ? 0 : nameLikeness(a, b), role }
}

function nameLikeness(a: Fact, b: Fact): number {
  if (a.isWhole && b.isWhole) return isRevenue(a) === isRevenue(b) ? WHOLE_LIKENESS : 0
  if (a.isWhole || b.isWhole) return 0
  if (isSameConcept(a, b)) return 1
  if (a.name.grams.size === 0 && b.name.grams.size === 0) return 0
  const first = saidIn(a.name, b.surroundings)
  const second = saidIn(b.name, a.surroundings)
  const low = Math.min(first, second)
  if (!a.isCell && !b.isCell) return Math.min(low, sharedOf(a.name, b.name))
  // A label is short and to the point, a sentence says more: what the label says must be there, the rest less so.
  return low < LEAST_SAID ? low : LABEL_PART * Math.max(first, second) + (1 - LABEL_PART) * low
}

/** Two phrases of the text have no label to go by: the shorter must be in the longer. */
function sharedOf(a: Name, b: Name): number {
  if (a.grams.size === 0 || b.grams.size === 0) return 0
  let shared = 0
  for (const gram of a.grams) if (b.grams.has(gram)) shared++
  return shared / Math.min(a.grams.size, b.grams.size)
}

function isSameConcept(a: Fact, b: Fact): boolean {
  const { concept } = a.figure.claim
  return (
    concept !== null && concept === b.figure.claim.concept && !WIDE.has(concept) && a.figure.qualifier === '' && b.figure.qualifier === ''
  )
}

const isRevenue = (fact: Fact): boolean => /revenue/.test(fact.figure.claim.concept ?? '')

const PLANNED: ReadonlySet<FactRole> = new Set<FactRole>(['initial', 'adjusted', 'budget', 'target'])

function roleLikeness(a: FactRole, b: FactRole): Likeness['role'] {
  if (a === b) return 'same'
  if (a === 'either') return b === 'target' || b === 'done' ? 'same' : 'other'
  if (b === 'either') return roleLikeness(b, a)
  if (PLANNED.has(a) && PLANNED.has(b)) return a === 'initial' || a === 'adjusted' ? plannedLikeness(b, a) : plannedLikeness(a, b)
  return [a, b].some((role) => role === 'weight' || role === 'received' || role === 'score') ? 'other' : 'open'
}

/** 预算 without saying which, and the limit of a cost indicator, may be either of the two budgets. */
const plannedLikeness = (a: FactRole, b: FactRole): Likeness['role'] =>
  a === 'budget' || a === 'target' || b === 'budget' || b === 'target' ? 'same' : 'other'
