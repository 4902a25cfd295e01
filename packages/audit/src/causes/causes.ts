/**
 * From violated relations to causes. Violations that one and the same figure may have caused hang together; of each such part the
 * smallest set of figures is looked for whose change makes all its relations hold: one, else two; beyond that nobody can say which.
 */
import type { Figure } from '../claims/figure.ts'
import { type Judged, membersShown } from '../graph/judged.ts'
import type { Relation } from '../relations/relation.ts'
import type { Cause, Correction } from './cause.ts'
import { type Hypothesis, hypothesesOf } from './hypothesis.ts'
import { withMisplaced } from './misplaced.ts'
import { missingPart } from './missing-part.ts'
import { type Changes, type Surroundings, surroundingsOf } from './surroundings.ts'

/** Larger parts are tangled; a report with so many violations is not read by its single slips. */
const MAX_PART = 30
const MAX_SUSPECTS = 80
const MAX_VIOLATED = 400
const MAX_MEMBERS = 60
const MAX_PAIRED = 60
/** A part left out is likelier than anything below this. */
const LEFT_OUT = 0.05
/** A correction is proposed when it makes up this share of all that is likely; the next one beside it when it is half as likely. */
const DECISIVE = 0.5
const ABOUT_AS_LIKELY = 0.5
const MAX_CORRECTIONS = 3

/** In the order of the accused figures. */
export function causesOf(all: readonly Judged[], figures: readonly Figure[]): Cause[] {
  const violated = distinct(all.filter((judged) => judged.outcome === 'fail' && judged.reading !== null))
  if (violated.length === 0) return []
  if (violated.length > MAX_VIOLATED) return violated.map((judged) => alone([judged]))
  const around = surroundingsOf(all, figures)
  const suspects = suspectsOf(violated, around)
  const causes = partsOf(violated, suspects).flatMap((part) => causesOfPart(part, violated, suspects, around))
  return withMisplaced(causes, figures)
}

/** The same equation read twice is one relation. In the order of the accused figures, whatever the order they come in. */
function distinct(violated: readonly Judged[]): Judged[] {
  const byKey = new Map<string, Judged>()
  for (const judged of violated) {
    const key = `${judged.relation.finding}:${membersShown(judged)
      .toSorted((a, b) => a - b)
      .join(',')}`
    const known = byKey.get(key)
    if (known === undefined || isBefore(judged.relation, known.relation)) byKey.set(key, judged)
  }
  const entries = [...byKey].sort(([a, x], [b, y]) => x.relation.accused - y.relation.accused || (a < b ? -1 : 1))
  return entries.map(([, judged]) => judged)
}

/** Whoever recognised it first: r9 before r10. */
const isBefore = (a: Relation, b: Relation): boolean => (a.id.length === b.id.length ? a.id < b.id : a.id.length < b.id.length)

function suspectsOf(violated: readonly Judged[], around: Surroundings): Hypothesis[] {
  const byFigure = new Map<number, Map<number, Judged>>()
  for (const [number, judged] of violated.entries()) {
    // Of a very long sum the total alone is doubted.
    const members = membersShown(judged)
    for (const member of members.length > MAX_MEMBERS ? [judged.relation.accused] : members) {
      const list = byFigure.get(member) ?? new Map<number, Judged>()
      list.set(number, judged)
      byFigure.set(member, list)
    }
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
  const [best, ...others] = pairsOf(part, violated, own, around)
  return best === undefined ? [alone(relations)] : byTwo(part, violated, [best, ...others])
}

/** Nothing can be told but that the relations do not hold. */
function alone(violated: readonly Judged[]): Cause {
  const [first] = violated as [Judged, ...Judged[]]
  const inAll = membersShown(first).filter((index) => violated.every((judged) => membersShown(judged).includes(index)))
  const accused = inAll.includes(first.relation.accused) ? first.relation.accused : (inAll[0] ?? first.relation.accused)
  return { violated: leading(violated, accused), accused, corrections: [], isTangled: violated.length > 1 }
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

interface Pair {
  readonly two: readonly [Told, Told]
  readonly weight: number
}

/** All pairs of likely changes of two figures after which every relation of the part holds, the likeliest first. */
function pairsOf(part: readonly number[], violated: readonly Judged[], own: readonly Hypothesis[], around: Surroundings): Pair[] {
  const likely = own
    .filter(isTold)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_PAIRED)
  const pairs: Pair[] = []
  for (const [i, a] of likely.entries())
    for (const b of likely.slice(i + 1))
      if (a.figure !== b.figure && mendsAll(part, violated, a, b, around)) pairs.push({ two: [a, b], weight: a.weight * b.weight })
  return pairs.sort((a, b) => b.weight - a.weight)
}

function mendsAll(part: readonly number[], violated: readonly Judged[], a: Told, b: Told, around: Surroundings): boolean {
  const changes = new Map([...a.changes, ...b.changes])
  return part.every((number) => around.holds((violated[number] as Judged).relation, changes))
}

/** Two causes, each with the relations that its figure mends, where one pair is decisive; else nobody can say which. */
function byTwo(part: readonly number[], violated: readonly Judged[], pairs: readonly [Pair, ...Pair[]]): Cause[] {
  const [best] = pairs
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0)
  const relationsOf = (numbers: readonly number[]): Judged[] => numbers.map((number) => violated[number] as Judged)
  if (best.weight < total * DECISIVE) return [alone(relationsOf(part))]
  const [a, b] = best.two
  const [first, second] = a.mends.size >= b.mends.size ? [a, b] : [b, a]
  const left = part.filter((number) => !first.mends.has(number))
  const mended = part.filter((number) => first.mends.has(number))
  return [[first, mended] as const, [second, left] as const].flatMap(([one, numbers]) =>
    numbers.length === 0
      ? []
      : [{ violated: leading(relationsOf(numbers), one.figure), accused: one.figure, corrections: [correctionOf(one)], isTangled: false }],
  )
}
