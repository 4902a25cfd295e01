/** The grade of a total: half-open bands, so that no score falls between two. */
import { compare, type Decimal, decimal } from '@jiheng/quantity'
import type { Grade, Veto } from '../scheme/scheme.ts'

/** `grades` with the best first. null when the scheme gives none, or the total lies below the last. */
export function gradeOf(total: Decimal, grades: readonly Grade[] | null, vetoes: readonly Veto[]): string | null {
  if (grades === null) return null
  const at = grades.findIndex(({ from }) => compare(total, decimal(from)) >= 0)
  if (at < 0) return null
  const caps = vetoes.map(({ gradeAtMost }) => grades.findIndex(({ label }) => label === gradeAtMost))
  return grades[Math.max(at, ...caps)]?.label ?? null
}
