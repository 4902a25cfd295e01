/** Facts as they stand now: what was superseded is out of sight, and every figure is found by unit, item and year. */
import { DEDUCTION, isSameDeduction } from './deductions.ts'
import type { Fact } from './fact.ts'

export interface FactBook {
  /**
   * The fact of a budget year about an item. Where one thing is counted in several ways (国库支付, 指标, 决算) the way has to be named;
   * of several unnamed ones none is taken.
   */
  readonly find: (unit: string, item: string, year: number, basis?: string | null) => Fact | null
  readonly faults: readonly FactFault[]
}

export interface FactFault {
  readonly code: 'duplicate' | 'unknown-superseded' | 'superseded-twice' | 'future' | 'negative' | 'crosses-year' | 'loop'
  readonly fact: string
  readonly details: Readonly<Record<string, string>>
}

export interface BookOptions {
  /** YYYY-MM-DD: what lies behind it has not happened. */
  readonly asOf: string
  /** Items that cannot be below nought. */
  readonly isNeverNegative: (item: string) => boolean
}

export function factBook(facts: readonly Fact[], { asOf, isNeverNegative }: BookOptions): FactBook {
  const faults: FactFault[] = []
  const tell = (code: FactFault['code'], { id }: Fact, details: FactFault['details'] = {}): void => {
    faults.push({ code, fact: id, details })
  }
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  if (byId.size < facts.length) for (const fact of repeated(facts)) tell('duplicate', fact, { of: fact.id })
  const gone = new Map<string, Fact>()
  for (const fact of facts) {
    if (fact.supersedes === null) continue
    if (!byId.has(fact.supersedes)) tell('unknown-superseded', fact, { supersedes: fact.supersedes })
    else if (gone.has(fact.supersedes)) tell('superseded-twice', fact, { supersedes: fact.supersedes })
    else gone.set(fact.supersedes, fact)
  }
  const found = new Map<string, Fact[]>()
  for (const fact of facts) {
    if (gone.has(fact.id)) continue
    if (fact.to > asOf) tell('future', fact, { to: fact.to, asOf })
    if (fact.from.slice(0, 4) !== fact.to.slice(0, 4)) tell('crosses-year', fact, { from: fact.from, to: fact.to })
    if (fact.value.kind === 'figure' && fact.value.value.startsWith('-') && isNeverNegative(fact.item))
      tell('negative', fact, { value: fact.value.value })
    const key = keyOf(fact.unit, fact.item, Number(fact.to.slice(0, 4)))
    const others = found.get(key) ?? []
    const same = others.find((other) => (fact.item === DEDUCTION ? isSameDeduction(other, fact) : other.basis === fact.basis))
    if (same !== undefined) tell('duplicate', fact, { of: same.id })
    else found.set(key, [...others, fact])
  }
  // Facts that supersede each other in a ring are all gone, and nothing is left to say so.
  for (const fact of ringsOf(facts, byId)) tell('loop', fact)
  const find: FactBook['find'] = (unit, item, year, basis = null) => {
    const ways = found.get(keyOf(unit, item, year)) ?? []
    return (basis === null ? undefined : ways.find((fact) => fact.basis === basis)) ?? (ways.length === 1 ? (ways[0] as Fact) : null)
  }
  return { find, faults }
}

const keyOf = (unit: string, item: string, year: number): string => `${unit}\0${item}\0${year}`

function repeated(facts: readonly Fact[]): readonly Fact[] {
  const seen = new Set<string>()
  return facts.filter(({ id }) => {
    const isSeen = seen.has(id)
    seen.add(id)
    return isSeen
  })
}

/** One fact of each ring. Every fact is walked over once. */
function ringsOf(facts: readonly Fact[], byId: ReadonlyMap<string, Fact>): readonly Fact[] {
  const walked = new Map<string, Fact>()
  const rings: Fact[] = []
  for (const start of facts) {
    let at: Fact | undefined = start
    for (; at !== undefined && !walked.has(at.id); at = at.supersedes === null ? undefined : byId.get(at.supersedes))
      walked.set(at.id, start)
    if (at !== undefined && walked.get(at.id) === start) rings.push(at)
  }
  return rings
}
