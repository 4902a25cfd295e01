/** Rows of indicator tables held to the indicators of a scheme by their names. */
import type { GoalIndicator, GoalsVersion, Indicator, SchemeNode, SchemeVersion } from '@jiheng/evaluation'
import type { ClaimSet } from '../../claims/claim-set.ts'
import { type IndicatorRow, indicatorRows } from '../../claims/indicator-rows.ts'

export interface MatchedRow<Of> {
  readonly row: IndicatorRow
  readonly of: Of
}

export function indicatorsOf(version: SchemeVersion): readonly Indicator[] {
  const walk = (node: SchemeNode): readonly Indicator[] => (node.kind === 'indicator' ? [node] : node.children.flatMap(walk))
  return version.tree.flatMap(walk)
}

/** Names that stand once in the table and once in the scheme; of anything else it cannot be said which is meant. */
export function matchRows<Of extends { readonly label: string }>(set: ClaimSet, list: readonly Of[]): readonly MatchedRow<Of>[] {
  const rows = uniqueBy(indicatorRows(set), ({ name }) => plainLabel(name))
  const wanted = uniqueBy(list, ({ label }) => plainLabel(label))
  return [...wanted].flatMap(([name, of]) => {
    const row = rows.get(name)
    return row === undefined ? [] : [{ row, of }]
  })
}

export const goalsOf = (goals: GoalsVersion): readonly GoalIndicator[] => goals.indicators

/** Without numbering, brackets, quotes and the word 指标 at the end. */
export function plainLabel(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s“”"'‘’()（）《》、,，.．:：]/g, '')
    .replace(/^[\d一二三四五六七八九十]+(?=\D)/, '')
    .replace(/指标$/, '')
}

function uniqueBy<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T | null>()
  for (const one of list) {
    const key = keyOf(one)
    if (key !== '') found.set(key, found.has(key) ? null : one)
  }
  return new Map([...found].flatMap(([key, one]) => (one === null ? [] : [[key, one] as const])))
}

/** "《…》 第3条（山财预〔2023〕59号）" as a citation. */
export function cite(version: SchemeVersion): string {
  const { document, article } = version.source
  return article === null ? document : `${document} ${article}`
}
