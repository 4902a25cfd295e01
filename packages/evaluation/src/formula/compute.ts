/** A formula with figures in it to one exact number. What is missing stays missing; a division by nought is said, not computed. */
import { addRational, divideRational, multiplyRational, type Rational, subtractRational } from '@jiheng/quantity'
import { exact } from '../scoring/exact.ts'
import type { Formula, Operator } from './formula.ts'

export type Computed =
  | { readonly kind: 'value'; readonly value: Rational }
  | { readonly kind: 'missing'; readonly item: string; readonly year: 'this' | 'last' }
  | { readonly kind: 'division-by-nought' }

/** The figure of an item in one unit of measure for its dimension; null where there is none. */
export type Lookup = (item: string, year: 'this' | 'last') => Rational | null

export function compute(formula: Formula, lookup: Lookup): Computed {
  switch (formula.kind) {
    case 'number':
      return { kind: 'value', value: exact(formula.text) }
    case 'item': {
      const value = lookup(formula.item, formula.year)
      return value === null ? { kind: 'missing', item: formula.item, year: formula.year } : { kind: 'value', value }
    }
    case 'absolute': {
      const inner = compute(formula.of, lookup)
      if (inner.kind !== 'value') return inner
      const { numerator, denominator } = inner.value
      return { kind: 'value', value: { numerator: numerator < 0n ? -numerator : numerator, denominator } }
    }
    case 'operation': {
      const left = compute(formula.left, lookup)
      if (left.kind !== 'value') return left
      const right = compute(formula.right, lookup)
      if (right.kind !== 'value') return right
      const value = operate(formula.operator, left.value, right.value)
      return value === null ? { kind: 'division-by-nought' } : { kind: 'value', value }
    }
  }
}

function operate(operator: Operator, left: Rational, right: Rational): Rational | null {
  switch (operator) {
    case '+':
      return addRational(left, right)
    case '-':
      return subtractRational(left, right)
    case '*':
      return multiplyRational(left, right)
    case '/':
      return divideRational(left, right)
  }
}
