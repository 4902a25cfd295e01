/**
 * From violated relations to causes. Violations that one and the same figure may have caused hang together; of each such part the
 * smallest set of figures is looked for whose change makes all its relations hold: one, else two; beyond that nobody can say which.
 */
import type { Figure } from '../claims/figure.ts'
import { type Judged, membersShown } from '../graph/judged.ts'
import type { Cause, Correction } from './cause.ts'
import { type Hypothesis, hypothesesOf } from './hypothesis.ts'
import { missingPart } from './missing-part.ts'
import { type Changes, type Surroundings, surroundingsOf } from './surroundings.ts'

/** Larger parts are tangled; a report with so many violations is not read by its single slips. */
const MAX_PART = 30
const MAX_SUSPECTS = 80
const MAX_VIOLATED = 400
const MAX_PAIRED = 60
/** A part left out is likelier than anything below this. */
const LEFT_OUT = 0.05
/** A correction is proposed when it makes up this share of all that is likely; the next one beside it when it is half as likely. */
const DECISIVE = 0.5
const ABOUT_AS_LIKELY = 0.5
const MAX_CORRECTIONS = 3

/** In the order of the relations. */
export function causesOf(all: readonly Judged[], figures: readonly Figure[]): Cause[] {
  const violated = distinct(all.filter((judged) => judged.outcome === 'fail' && judged.reading !== null))
  if (violated.length === 0) return []
  if (violated.length > MAX_VIOLATED) return violated.map((judged) => alone([judged]))
  const around = surroundingsOf(all, figures)
  const suspects = suspectsOf(violated, around)
  return partsOf(violated, suspects).flatMap((part) => causesOfPart(part, violated, suspects, around))
}

/** The same equation read twice is one relation. */
function distinct(violated: readonly Judged[]): Judged[] {
  const seen = new Set<string>()
  return violated.filter((judged) => {
    const key = `${judged.relation.finding}:${membersShown(judged)
      .slice()
      .sort((a, b) => a - b)
      .join(',')}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function suspectsOf(violated: readonly Judged[], around: Surroundings): Hypothesis[] {
  const byFigure = new Map<number, Map<number, Judged>>()
  for (const [number, judged] of violated.entries())
    for (const member of membersShown(judged)) {
      const list = byFigure.get(member) ?? new Map<number, Judged>()
      list.set(number, judged)
      byFigure.set(member, list)
    }
  const few = [...byFigure].filter(([, relations]) => relations.size <= MAX_PART)
  const alone = few.flatMap(([figure, relations]) => hypothesesOf([figure], relations, around))
  return [...alone, ...copiedFacts(few, around)]
}

/** The same number at several places that say the same, all of them wrong. */
function copiedFacts(few: readonly (readonly [number, ReadonlyMap<number, Judged>])[], around: Surroundings): Hypothesis[] {
  const facts = new Map<string, { places: readonly number[]; relations: Map<number, Judged> }>()
  for (const [figure, relations] of few) {
    const places = around.sameFact(figure)
    if (places.length === 1) continue
    const key = String(places[0])
    const fact = facts.get(key) ?? { places: [figure, ...places.filter((place) => place !== figure)], relations: new Map<number, Judged>() }
    for (const [number, judged] of relations) fact.relations.set(number, judged)
    facts.set(key, fact)
  }
  return [...facts.values()].flatMap(({ places, relations }) => hypothesesOf(places, relations, around))
}

/** Relations that some figure may have broken together; each part sorted. */
function partsOf(violated: readonly Judged[], suspects: readonly Hypothesis[]): number[][] {
  const parent = violated.map((_, number) => number)
  const rootOf = (number: number): number => {
    let root = number
    while (parent[root] !== root) root = parent[root] as number
    parent[number] = root
    return root
  }
  const first = new Map<number, number>()
  for (const { figure, mends } of suspects)
    for (const number of mends) {
      const other = first.get(figure)
      if (other === undefined) first.set(figure, number)
      else parent[rootOf(number)] = rootOf(other)
    }
  const parts = new Map<number, number[]>()
  for (const number of violated.keys()) {
    const root = rootOf(number)
    const part = parts.get(root)
    if (part === undefined) parts.set(root, [number])
    else part.push(number)
  }
  return [...parts.values()]
}

function causesOfPart(
  part: readonly number[],
  violated: readonly Judged[],
  suspects: readonly Hypothesis[],
  around: Surroundings,
): Cause[] {
  const relations = part.map((number) => violated[number] as Judged)
  const inPart = new Set(part)
  const own = suspects.filter(({ mends }) => [...mends].some((number) => inPart.has(number)))
  if (!own.some(isTold)) return relations.map((judged) => byOne([judged], [], around))
  if (part.length > MAX_PART || new Set(own.map(({ figure }) => figure)).size > MAX_SUSPECTS) return [alone(relations)]
  const single = own.filter(({ mends }) => part.every((number) => mends.has(number)))
  if (single.length > 0) return [byOne(relations, single, around)]
  const pair = bestPair(part, violated, own, around)
  return pair === null ? [alone(relations)] : byTwo(part, violated, own, pair, around)
}

/** Nothing can be told but that the relations do not hold. */
function alone(violated: readonly Judged[]): Cause {
  const [lead, ...rest] = violated as [Judged, ...Judged[]]
  return { violated: [lead, ...rest], accused: lead.relation.accused, corrections: [], isTangled: rest.length > 0 }
}

function byOne(relations: readonly Judged[], hypotheses: readonly Hypothesis[], around: Surroundings): Cause {
  const ranked = [...hypotheses].sort((a, b) => b.weight - a.weight)
  const total = ranked.reduce((sum, { weight }) => sum + weight, 0)
  const [first] = ranked
  const near = ranked.filter((one): one is Told => isTold(one) && one.weight >= (first?.weight ?? 0) * ABOUT_AS_LIKELY)
  const share = near.reduce((sum, { weight }) => sum + weight, 0) / total
  const missing = relations.length === 1 ? missingPart(relations[0] as Judged, around.figures) : null
  if (missing !== null && (first?.weight ?? 0) < LEFT_OUT) return leftOut(relations[0] as Judged, missing)
  const isDecisive = near.length > 0 && near.length <= MAX_CORRECTIONS && share >= DECISIVE
  // Of figures as likely to be wrong, the one that the wording makes depend on the others.
  const only = new Set(near.map(({ figure }) => figure)).size === 1 ? near[0]?.figure : undefined
  const accused = isDecisive && only !== undefined ? only : (relations[0] as Judged).relation.accused
  const corrections = isDecisive ? sorted(near.map(correctionOf), accused) : []
  return { violated: leading(relations, accused), accused, corrections, isTangled: false }
}

function leftOut(judged: Judged, part: Figure): Cause {
  const corrections = [{ figure: part.index, changed: part, places: 1, reason: 'missing-part' as const }]
  return { violated: [judged], accused: judged.relation.accused, corrections, isTangled: false }
}

type Told = Hypothesis & { readonly changes: Changes }
const isTold = (one: Hypothesis): one is Told => one.changes !== null

const correctionOf = ({ figure, changes, reason }: Told): Correction => ({
  figure,
  changed: changes.get(figure) as Figure,
  places: changes.size,
  reason,
})
const sorted = (corrections: readonly Correction[], accused: number): Correction[] =>
  [...corrections].sort((a, b) => Number(b.figure === accused) - Number(a.figure === accused))

/** The relation that makes the accused figure depend on the others is told first. */
function leading(relations: readonly Judged[], accused: number): [Judged, ...Judged[]] {
  const lead = relations.find(({ relation }) => relation.accused === accused) ?? (relations[0] as Judged)
  return [lead, ...relations.filter((judged) => judged !== lead)]
}

type Pair = readonly [Told, Told]

function bestPair(part: readonly number[], violated: readonly Judged[], own: readonly Hypothesis[], around: Surroundings): Pair | null {
  const likely = own
    .filter(isTold)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_PAIRED)
  let best: Pair | null = null
  for (const [i, a] of likely.entries())
    for (const b of likely.slice(i + 1)) {
      if (a.figure === b.figure || (best !== null && a.weight * b.weight <= best[0].weight * best[1].weight)) continue
      if (mendsAll(part, violated, a, b, around)) best = [a, b]
    }
  return best
}

function mendsAll(part: readonly number[], violated: readonly Judged[], a: Told, b: Told, around: Surroundings): boolean {
  const changes = new Map([...a.changes, ...b.changes])
  return part.every((number) => around.holds((violated[number] as Judged).relation, changes))
}

/** Two causes, each with the relations that its figure mends; those of both go to the one that mends more. */
function byTwo(
  part: readonly number[],
  violated: readonly Judged[],
  own: readonly Hypothesis[],
  [a, b]: Pair,
  around: Surroundings,
): Cause[] {
  const [first, second] = a.mends.size >= b.mends.size ? [a, b] : [b, a]
  const left = part.filter((number) => !first.mends.has(number))
  const mended = part.filter((number) => first.mends.has(number))
  return [causeOf(mended, violated, own, first, second, around), causeOf(left, violated, own, second, first, around)].flat()
}

/** Against all others that mend the same, but for the figure of the other cause. */
function causeOf(
  numbers: readonly number[],
  violated: readonly Judged[],
  own: readonly Hypothesis[],
  one: Told,
  other: Told,
  around: Surroundings,
): Cause[] {
  if (numbers.length === 0) return []
  const rivals = own.filter(({ figure, mends }) => figure !== other.figure && numbers.every((number) => mends.has(number)))
  const relations = numbers.map((number) => violated[number] as Judged)
  return [byOne(relations, rivals.length > 0 ? rivals : [one], around)]
}
