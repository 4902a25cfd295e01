/** Whether the labelled relations tell which figure of a mutant is wrong, and what it was. */
import { type Entry, type Formula, type Operand, relationsOf } from '../labels/label.ts'

export interface Touched {
  readonly entry: Entry
  /** Operands as they stand after the change. */
  readonly operands: readonly Operand[]
  readonly holds: boolean
}

/**
 * Determined: of the figures that stand in every relation that no longer holds, the changed one alone is in no equation that still does,
 * and one of the broken relations gives its number to the last printed place.
 *
 * @param relations all relations of the report that have a formula, after the change
 * @param changed the figure that was changed, as it now stands
 */
export function isDetermined(relations: readonly Touched[], changed: Operand): boolean {
  const broken = relations.filter((relation) => !relation.holds)
  const [first, ...others] = broken
  if (first === undefined) return false
  const inAll = first.operands.filter(({ start }) => others.every((other) => other.operands.some((operand) => operand.start === start)))
  const kept = new Set(
    relations
      .filter(({ holds, entry }) => holds && isEquation(entry.formula))
      .flatMap(({ operands }) => operands.map(({ start }) => start)),
  )
  const suspects = new Set(inAll.filter(({ start }) => !kept.has(start)).map(({ start }) => start))
  return suspects.size === 1 && suspects.has(changed.start) && broken.some(({ entry, operands }) => tells(entry.formula, operands, changed))
}

const isEquation = (formula: Formula | null): boolean =>
  formula !== null && relationsOf(formula).some(({ form }) => form !== 'bound' && form !== 'count' && form !== 'grade')

/** Sums, differences and repetitions tell any of their figures; a quotient tells its result and leaves its operands a range. */
function tells(formula: Formula | null, operands: readonly Operand[], { start }: Operand): boolean {
  if (formula === null) return false
  const id = operands.find((operand) => operand.start === start)?.id
  return relationsOf(formula).some((part) => {
    switch (part.form) {
      case 'sum':
      case 'difference':
      case 'balance':
      case 'change':
      case 'same':
      case 'count':
        return true
      case 'ratio':
      case 'growth':
        return part.rate === id
      case 'product':
        return part.result === id
      default:
        return false
    }
  })
}
