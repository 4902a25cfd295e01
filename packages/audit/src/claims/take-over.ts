/** What a figure takes over from an earlier one of its sentence: subject, planned role, part of the unit. */
import { PLANNED_ROLES, type Role } from '@jiheng/vocabulary'
import type { Figure } from './figure.ts'
import type { TextContext } from './text-context.ts'

/** Where money comes from: 加上年初结转512.46万元，全年可用资金7354.83万元 are two facts. */
export function isSource(concept: string | null): boolean {
  return concept === 'carry-in' || concept === 'carry-out' || concept === 'revenue' || concept === 'budget-addition'
}

/** Concepts of which a bare 支出 or 决算 beside them tells the spending. 收入X万元，支出Y万元 are two facts. */
export function isSpendable(concept: string | null): boolean {
  return concept !== null && !/revenue|^expenditure|budget|^carry|appropriation|grand-total|^assets|^liabilities|fixed-assets/.test(concept)
}

/** What stands beside a budget and is no part of it. */
const NO_PART = /^(?:carry|budget-|clawback)/
/** The two classes of any budget: names, and no word that money was spent. */
const CLASS_OF_SPENDING = /(?:基本|项目)支出\s*$/
const OPENS_LIST = /其中|包括|[（(：:]|分别/

/** Parts of a planned total are planned as well: "年初预算1100.3万元，其中：人员经费742.8万元". */
export function inheritedRole(
  own: Role,
  concept: string | null,
  dimension: string,
  lead: string,
  context: TextContext,
  earlier: readonly number[],
  text: string,
  start: number,
): Role {
  if (own !== 'amount' || dimension !== 'money' || NO_PART.test(concept ?? '')) return own
  const last = earlier.length === 0 ? undefined : context.figures[earlier[earlier.length - 1] as number]
  if (last === undefined || !PLANNED_ROLES.has(last.claim.role)) return own
  const between = text.slice(last.tidyEnd, start)
  const isPart = OPENS_LIST.test(between) || context.inherited.has(last.index)
  return isPart && !/[；;。]/.test(between) && !/支出|支付|使用/.test(lead.replace(CLASS_OF_SPENDING, '')) ? last.claim.role : own
}

/** Parts of a total that belongs to a part of the unit belong there as well: "局本级三公经费3.16万元，其中公务接待费1.5万元". */
export function inheritedQualifier(lead: string, context: TextContext, earlier: readonly number[], text: string, start: number): string {
  const last = earlier.length === 0 ? undefined : context.figures[earlier[earlier.length - 1] as number]
  if (last === undefined || last.qualifier === '' || last.claim.concept === null) return ''
  const since = text.slice(Math.max(0, start - 60), start)
  return /其中/.test(lead) || /其中[^；;。]*$/.test(since) ? last.qualifier : ''
}

/** The latest earlier figure of the sentence that names something of its own and is no change. */
export function subjectOf(figures: readonly Figure[], earlier: readonly number[], dimension: string): number {
  for (let i = earlier.length - 1; i >= 0; i--) {
    const figure = figures[earlier[i] as number] as Figure
    if (figure.claim.role === 'change' || figure.claim.role === 'change-rate' || figure.claim.role === 'share') continue
    if (dimension !== 'ratio' && dimension !== 'percentage-point' && figure.dimension !== dimension) continue
    return figure.index
  }
  return -1
}
