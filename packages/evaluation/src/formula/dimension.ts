/** What a formula measures: like is added to like, and a ratio has no unit. */
import type { Formula } from './formula.ts'

/** 'money', 'each:人' …; '' for a plain number or a ratio; 'money/each:人' for one by the other. */
export type Dimension = string

export type Measured =
  | { readonly dimension: Dimension }
  | { readonly unlike: readonly [Dimension, Dimension] }
  | { readonly unknownItem: string }

export function dimensionOfFormula(formula: Formula, dimensionOfItem: (item: string) => Dimension | null): Measured {
  switch (formula.kind) {
    case 'number':
      return { dimension: '' }
    case 'item': {
      const dimension = dimensionOfItem(formula.item)
      return dimension === null ? { unknownItem: formula.item } : { dimension }
    }
    case 'absolute':
      return dimensionOfFormula(formula.of, dimensionOfItem)
    case 'operation': {
      const left = dimensionOfFormula(formula.left, dimensionOfItem)
      if (!('dimension' in left)) return left
      const right = dimensionOfFormula(formula.right, dimensionOfItem)
      if (!('dimension' in right)) return right
      return combined(formula, left.dimension, right.dimension)
    }
  }
}

function combined({ operator }: Extract<Formula, { kind: 'operation' }>, left: Dimension, right: Dimension): Measured {
  if (operator === '/') return { dimension: left === right ? '' : right === '' ? left : `${left}/${right}` }
  if (operator === '*') return left === '' || right === '' ? { dimension: left + right } : { unlike: [left, right] }
  return left === right ? { dimension: left } : { unlike: [left, right] }
}
