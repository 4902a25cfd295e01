/** Amounts of which a unit has one a year, and rates by their full name: facts that their concept alone makes the same. */
import { rateAtEnd } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import { roleClass } from './identities.ts'
import type { KeyedFact } from './restated-keyed.ts'

/** Concepts of which a unit has one figure a year. */
const ONE_A_YEAR = new Set([
  'basic-expenditure',
  'project-expenditure',
  'personnel-cost',
  'public-cost',
  'three-public',
  'reception',
  'vehicles',
  'vehicle-purchase',
  'vehicle-running',
  'abroad',
  'fixed-assets-gross',
  'fixed-assets-net',
  'assets',
  'liabilities',
  'net-assets',
])
export function fundFacts(set: ClaimSet): KeyedFact[] {
  const facts: KeyedFact[] = []
  for (const figure of set.figures) {
    const { concept, role, scope } = figure.claim
    const plan = roleClass(role)
    if (
      concept === null ||
      plan === null ||
      figure.dimension !== 'money' ||
      figure.qualifier !== '' ||
      !figure.ownLabel ||
      figure.compare !== null ||
      figure.claim.quantity.hedge !== undefined
    )
      continue
    if (figure.seat.kind === 'cell' || figure.direction !== null) continue
    const isBudget = concept === 'budget' && (role === 'initial-budget' || role === 'adjusted-budget')
    if (!isBudget && !(ONE_A_YEAR.has(concept) && plan === 'done')) continue
    const isStock = /^(?:fixed-assets|assets|liabilities|net-assets)/.test(concept)
    if (isStock && figure.periodKey === '') continue
    facts.push({ key: `${concept}|${plan}|${figure.periodKey}|${scope ?? ''}`, figure, certainty: isStock ? 'error' : 'warning' })
  }
  return facts
}

/** Rates of which a unit has one a year, whatever it is called. */
const ONE_RATE: ReadonlySet<string> = new Set(['carry-over-rate', 'budget-adjustment-rate', 'staff-control-rate', 'debt-ratio'])

export function unitRateFacts(set: ClaimSet): KeyedFact[] {
  const facts: KeyedFact[] = []
  for (const figure of set.figures) {
    const { claim, seat } = figure
    if (figure.dimension !== 'ratio' || figure.compare !== null || claim.quantity.hedge !== undefined || figure.qualifier !== '') continue
    if (figure.periodKey !== '' && !/-12-31$/.test(figure.periodKey)) continue
    if (seat.kind === 'cell' ? claim.role !== 'actual' : claim.role !== 'rate' || figure.direction !== null) continue
    const name = claim.label.replace(/[“”"（）()\s]/g, '').replace(/^[\d一二三四五六七八九十]+[、.．]?/, '')
    const rate = rateAtEnd(name)
    if (rate === null || rate.name.length !== name.length || !ONE_RATE.has(rate.rate.id)) continue
    facts.push({ key: `one-rate|${rate.rate.id}`, figure, certainty: 'warning' })
  }
  return facts
}

/** A rate of the unit in an indicator table and in the text, by its full name. */
export function rateFacts(set: ClaimSet): KeyedFact[] {
  const facts: KeyedFact[] = []
  for (const figure of set.figures) {
    if (figure.dimension !== 'ratio' || figure.compare !== null || figure.claim.quantity.hedge !== undefined || figure.periodKey !== '')
      continue
    const name = figure.claim.label.replace(/[“”"（）()\s]/g, '').replace(/^[\d一二三四五六七八九十]+[、.．]?/, '')
    if (!/率$/.test(name) || name.length < 6 || name.length > 16) continue
    if (figure.seat.kind === 'cell' ? figure.claim.role === 'actual' : figure.claim.role === 'rate' && figure.qualifier === '')
      facts.push({ key: `rate|${name}`, figure, certainty: 'warning' })
  }
  const inTables = new Set(facts.filter((fact) => fact.figure.seat.kind === 'cell').map((fact) => fact.key))
  return facts.filter((fact) => inTables.has(fact.key))
}
