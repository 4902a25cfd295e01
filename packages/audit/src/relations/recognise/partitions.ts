/** Partitions that the field knows: parts that make up their whole by definition, whatever words open the list. */
import { ECONOMIC_ITEMS } from '@jiheng/vocabulary'
import type { Figure } from '../../claims/figure.ts'

/** Whole → sets of parts that are all of it. Source: 预算法实施条例 5; framework ID-09, ID-10, ID-26, ID-27, ID-55. */
const WHOLES: readonly (readonly [whole: readonly string[], parts: readonly string[]])[] = [
  [
    ['expenditure', 'appropriation-expenditure', 'budget', 'revenue', 'appropriation-revenue'],
    ['basic-expenditure', 'project-expenditure'],
  ],
  [['basic-expenditure'], ['personnel-cost', 'public-cost']],
  [['three-public'], ['abroad', 'vehicles', 'reception']],
  [['three-public'], ['abroad', 'vehicle-purchase', 'vehicle-running', 'reception']],
  [['vehicles'], ['vehicle-purchase', 'vehicle-running']],
  [['assets'], ['current-assets', 'non-current-assets']],
  [['procurement'], ['procurement-goods', 'procurement-works', 'procurement-services']],
]

/** 'whole' when the parts are all parts of the total by definition. */
export function isPartition(total: Figure, parts: readonly Figure[]): 'whole' | 'unknown' {
  const concepts = parts.map((part) => (part.qualifier === '' ? part.claim.concept : null))
  if (concepts.includes(null) || parts.length < 2) return 'unknown'
  const found = new Set(concepts as string[])
  if (found.size !== parts.length) return 'unknown'
  const whole = total.claim.concept
  for (const [wholes, needed] of WHOLES) {
    if (whole !== null && wholes.includes(whole) && needed.length === found.size && needed.every((concept) => found.has(concept)))
      return 'whole'
  }
  return 'unknown'
}

export const isFunctionClass = (figure: Figure): boolean => figure.claim.concept?.startsWith('function-') === true
export const isEconomicClass = (figure: Figure): boolean => figure.claim.concept?.startsWith('economic-') === true
export const isEconomicItem = (figure: Figure): boolean => figure.claim.concept !== null && ECONOMIC_ITEMS.has(figure.claim.concept)
