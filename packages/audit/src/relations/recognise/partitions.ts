/** Partitions that the field knows: parts that make up their whole by definition, whatever words open the list. */
import { ECONOMIC_ITEMS } from '@jiheng/vocabulary'
import type { Figure } from '../../claims/figure.ts'

/** Whole → sets of parts that are all of it, with the identity that says so. Source: 预算法实施条例 5; framework §6. */
const WHOLES: readonly (readonly [whole: readonly string[], parts: readonly string[], id: string])[] = [
  [
    ['expenditure', 'appropriation-expenditure', 'budget', 'revenue', 'appropriation-revenue'],
    ['basic-expenditure', 'project-expenditure'],
    'ID-09',
  ],
  [['basic-expenditure'], ['personnel-cost', 'public-cost'], 'ID-10'],
  [['three-public'], ['abroad', 'vehicles', 'reception'], 'ID-26'],
  [['three-public'], ['abroad', 'vehicle-purchase', 'vehicle-running', 'reception'], 'ID-26'],
  [['vehicles'], ['vehicle-purchase', 'vehicle-running'], 'ID-27'],
  [['assets'], ['current-assets', 'non-current-assets'], 'ID-50'],
]

/** 'whole' when the parts are all parts of the total by definition. */
export function isPartition(total: Figure, parts: readonly Figure[]): 'whole' | 'unknown' {
  return identityOf(total, parts) === null ? 'unknown' : 'whole'
}

/** The identity by which the parts are all parts of the total. */
export function identityOf(total: Figure, parts: readonly Figure[]): string | null {
  const concepts = parts.map((part) => (part.qualifier === '' ? part.claim.concept : null))
  if (concepts.includes(null) || parts.length < 2) return null
  const found = new Set(concepts as string[])
  const whole = total.claim.concept
  if (found.size !== parts.length || whole === null) return null
  const fits = WHOLES.find(
    ([wholes, needed]) => wholes.includes(whole) && needed.length === found.size && needed.every((concept) => found.has(concept)),
  )
  return fits?.[2] ?? null
}

export const isFunctionClass = (figure: Figure): boolean => figure.claim.concept?.startsWith('function-') === true
export const isEconomicClass = (figure: Figure): boolean => figure.claim.concept?.startsWith('economic-') === true
export const isEconomicItem = (figure: Figure): boolean => figure.claim.concept !== null && ECONOMIC_ITEMS.has(figure.claim.concept)
