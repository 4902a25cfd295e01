/** Statistics of many scores as reports print them: how many of each grade and in each band, mean, best and worst. Exact until rounded once. */
import { add, compare, type Decimal, decimal, formatDecimal, fromInteger, quotient, round, ZERO } from '@jiheng/quantity'

export interface Scored {
  /** null: not scored yet, or it cannot be. */
  readonly total: string | null
  readonly grade: string | null
}

export interface StatisticsOptions {
  /** The best first, as in the scheme. Grades that nobody has are counted, too. */
  readonly grades: readonly string[]
  /** The highest first: [95, 90] gives 95 and above, 90 up to 95, below 90. */
  readonly bandsFrom?: readonly string[]
  /** Of the mean. */
  readonly places?: number
}

export interface Statistics {
  readonly units: number
  readonly scored: number
  readonly byGrade: readonly Share[]
  readonly byBand: readonly Share[]
  /** null where nobody is scored. */
  readonly mean: string | null
  readonly median: string | null
  readonly highest: string | null
  readonly lowest: string | null
}

export interface Share {
  readonly label: string
  readonly count: number
  /** Of those that are scored, in percent with two decimals; null where nobody is. */
  readonly percent: string | null
}

export function statisticsOf(list: readonly Scored[], { grades, bandsFrom = [], places = 2 }: StatisticsOptions): Statistics {
  const scored = list.filter((one): one is Scored & { readonly total: string } => one.total !== null)
  const totals = scored.map(({ total }) => decimal(total)).sort(compare)
  const share = (label: string, count: number): Share => ({ label, count, percent: percentOf(count, scored.length) })
  const counts = new Map<string, number>()
  for (const { grade } of scored) if (grade !== null) counts.set(grade, (counts.get(grade) ?? 0) + 1)
  const labels = [...grades, ...[...counts.keys()].filter((grade) => !grades.includes(grade))]
  const mean = quotient(totals.reduce(add, ZERO), fromInteger(totals.length))
  return {
    units: list.length,
    scored: scored.length,
    byGrade: labels.map((label) => share(label, counts.get(label) ?? 0)),
    byBand: bandsOf(totals, bandsFrom).map(([label, count]) => share(label, count)),
    mean: mean === null ? null : formatDecimal(round(mean, 'half-up', places)),
    median: medianOf(totals, places),
    highest: textOf(totals.at(-1)),
    lowest: textOf(totals[0]),
  }
}

const textOf = (value: Decimal | undefined): string | null => (value === undefined ? null : formatDecimal(value))

export function percentOf(part: number, whole: number): string | null {
  const share = quotient(fromInteger(part * 100), fromInteger(whole))
  return share === null ? null : formatDecimal(round(share, 'half-up', 2))
}

function medianOf(inOrder: readonly Decimal[], places: number): string | null {
  const [low, high] = [inOrder[(inOrder.length - 1) >> 1], inOrder[inOrder.length >> 1]]
  if (low === undefined || high === undefined) return null
  const half = quotient(add(low, high), fromInteger(2))
  return half === null ? null : formatDecimal(round(half, 'half-up', places))
}

function bandsOf(totals: readonly Decimal[], from: readonly string[]): readonly (readonly [string, number])[] {
  if (from.length === 0) return []
  const edges = from.map(decimal).sort((a, b) => compare(b, a))
  const counts = [...edges, null].map(() => 0)
  for (const total of totals) {
    const at = edges.findIndex((edge) => compare(total, edge) >= 0)
    const band = at < 0 ? edges.length : at
    counts[band] = (counts[band] ?? 0) + 1
  }
  return counts.map((count, at) => [bandLabel(edges, at), count])
}

function bandLabel(edges: readonly Decimal[], at: number): string {
  const [low, high] = [edges[at], edges[at - 1]]
  if (low === undefined) return `${formatDecimal(high as Decimal)} 分以下`
  return high === undefined ? `${formatDecimal(low)} 分及以上` : `[${formatDecimal(low)}, ${formatDecimal(high)})`
}
