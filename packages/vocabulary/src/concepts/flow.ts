/** A flow of money over a year, as the accounts name it. */
import type { Concept } from '../concept.ts'

export const flow = (id: string, label: string, aliases: readonly string[] = [], source = '预算法实施条例 5、40'): Concept => ({
  id,
  label,
  kind: 'flow',
  aliases,
  source,
})
