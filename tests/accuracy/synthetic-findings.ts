/** Made-up findings over real labels: hits, near misses, doubtful places, info, odd kinds, odd quotes. The same list every time. */
import { groups } from '../../bench/score/groups.ts'
import type { ScoredEntry, ScoredFinding } from '../../bench/score/scored-finding.ts'

const kinds = [...Object.values(groups).flat(), 'other', 'Score_Total', ' ratio ', 'unheard-of', '']
const severities = ['error', 'warning', 'info', 'Error', '']

/** A small linear congruential generator; `below(n)` is 0 … n-1. */
export function picker(seed: number): (n: number) => number {
  let state = seed >>> 0
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 0x1_0000_0000) * n)
  }
}

export function syntheticFindings(entries: readonly ScoredEntry[], seed: number, count: number): readonly ScoredFinding[] {
  const below = picker(seed)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  return Array.from({ length: count }, () => {
    const entry = pick(entries)
    const quotes = entry.quotes.filter(() => below(3) > 0).map((quote) => altered(quote, below))
    return {
      kind: below(2) ? entry.kind : pick(kinds),
      severity: pick(severities),
      quotes: below(2) ? quotes : quotes.map((text) => ({ text })),
      message: `planted for ${entry.id}`,
      computation: entry.computation ?? '',
      expected: pick([null, entry.expected_value ?? null, `应为${entry.expected_value ?? '12.34'}`, '1,234.5']),
    }
  })
}

function altered(quote: string, below: (n: number) => number): string {
  switch (below(7)) {
    case 0:
      return quote.slice(0, 3)
    case 1:
      return quote.slice(1 + below(4))
    case 2:
      return ` ${[...quote].join(' ')}\t|`
    case 3:
      return quote.replaceAll('，', ',').replaceAll('（', '(')
    case 4:
      return `前文${quote}后文`
    case 5:
      return '与标注无关的一句话。'
    default:
      return quote
  }
}
