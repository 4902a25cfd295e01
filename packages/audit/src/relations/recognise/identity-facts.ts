/**
 * Facts that identities speak of: amounts whose concept, role, year and scope are known and that are the whole unit's own.
 */
import type { Role } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'

export type RoleClass = 'done' | 'initial' | 'adjusted' | 'budget'

/** Facts by role class and period, then by concept. Scopes that differ are kept apart only where they are printed. */
export function factsOf(set: ClaimSet): Map<string, Map<string, Figure[]>> {
  const facts = new Map<string, Map<string, Figure[]>>()
  for (const figure of set.figures) {
    const role = roleClass(figure.claim.role)
    if (
      role === null ||
      figure.claim.concept === null ||
      figure.qualifier !== '' ||
      figure.dimension !== 'money' ||
      figure.compare !== null ||
      figure.seat.kind === 'cell' ||
      isLoose(figure) ||
      isOfSomeProjects(set, figure)
    )
      continue
    const key = `${role}|${isThisYear(figure, set.report.year) ? '' : figure.periodKey}`
    const byConcept = facts.get(key) ?? new Map<string, Figure[]>()
    const list = byConcept.get(figure.claim.concept) ?? []
    list.push(figure)
    byConcept.set(figure.claim.concept, list)
    facts.set(key, byConcept)
  }
  return facts
}

/** "三个项目，支出合计511.24万元": the total of what was just listed. */
function isOfSomeProjects(set: ClaimSet, { claim, seat, tidyEnd }: Figure): boolean {
  if (seat.kind !== 'text' || !WHOLES.has(claim.concept ?? '')) return false
  const block = set.report.blocks[claim.anchor.block]
  const sentence = set.sentences[seat.sentence]
  if (block === undefined || !('text' in block) || sentence === undefined) return false
  return SOME_PROJECTS.test(block.text.slice(Math.max(sentence.start, tidyEnd - REACH), tidyEnd))
}
const WHOLES = new Set(['expenditure', 'budget', 'revenue'])
const REACH = 40
const SOME_PROJECTS = /[二两三四五六七八九十\d]个(?:重点)?项目[^。]{0,20}$/

/** What the year opens with and its last day belong to the year itself. */
function isThisYear({ periodKey, claim }: Figure, year: number | null): boolean {
  return periodKey === `${year}-12-31` || (claim.concept === 'carry-in' && periodKey === `${year}-01-01`)
}

/** A bare 支出 or 收入 may be anybody's; the unit's own says so: 本年支出, 决算收入, 支出合计. */
function isLoose(figure: Figure): boolean {
  const { concept } = figure.claim
  if (concept === 'budget') return !/年初|全年|部门|单位|整体|总|本年|我|年度|调整/.test(figure.lead)
  return (concept === 'expenditure' || concept === 'revenue') && !/本年|全年|年度|决算|合计|总|部门|单位|整体|我|本/.test(figure.lead)
}

export function roleClass(role: Role): RoleClass | null {
  if (role === 'amount' || role === 'executed' || role === 'final') return 'done'
  if (role === 'initial-budget') return 'initial'
  if (role === 'adjusted-budget') return 'adjusted'
  return role === 'budget' ? 'budget' : null
}

/** One figure a value, the first that prints it; at most four values. */
export function uniqueValues(figures: readonly Figure[] | undefined): Figure[] {
  const seen = new Map<string, Figure>()
  for (const figure of figures ?? []) {
    const key = `${figure.value.coefficient}e${figure.value.scale}`
    if (!seen.has(key)) seen.set(key, figure)
  }
  return [...seen.values()].slice(0, 4)
}
