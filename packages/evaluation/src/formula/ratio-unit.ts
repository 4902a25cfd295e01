/** Units of what formulas give: those of the tables, and one by another where money is shared among heads: `wan-yuan/each:人`. */
import { decimal, dimensionOf, divideRational, factorOf, type Rational, toRational } from '@jiheng/quantity'
import type { Dimension } from './dimension.ts'

/** null for a unit that nobody knows. */
export function dimensionOfUnit(unit: string): Dimension | null {
  const [one = '', by, more] = unit.split('/')
  const [dimension, divisor] = [dimensionOf(one), by === undefined ? '' : dimensionOf(by)]
  if (dimension === null || divisor === null || more !== undefined) return null
  return by === undefined ? dimension : `${dimension}/${divisor}`
}

/** In base units; null for a unit that nobody knows. */
export function factorOfUnit(unit: string): Rational | null {
  const [one = '', by, more] = unit.split('/')
  const [factor, divisor] = [factorOf(one), by === undefined ? decimal('1') : factorOf(by)]
  return factor === null || divisor === null || more !== undefined ? null : divideRational(toRational(factor), toRational(divisor))
}
