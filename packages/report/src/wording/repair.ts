/** What to write instead, in words. */
import type { Finding, RepairReason } from '@jiheng/audit'
import { repairWords } from './words.ts'

export function repairLine(from: string, to: string, reason: RepairReason): string {
  return from === '' ? `补列 ${to}（${repairWords[reason]}）` : `${from} 改为 ${to}（${repairWords[reason]}）`
}

/** The likeliest first; empty when none can be told, or when it only repeats what should stand there, perhaps rounded: two figures to choose from confuse. */
export function repairLines({ expected, repair }: Pick<Finding, 'expected' | 'repair'>): readonly string[] {
  if (repair === null) return []
  const ways = [repair, ...(repair.alternatives ?? [])]
  if (ways.length === 1 && repair.reason === 'recomputed' && expected !== null) return []
  return ways.map((way) => repairLine(way.from, way.to, way.reason))
}
