import type { Remainder } from './remainder.ts'

/** Away from zero as soon as anything was cut off. */
export function growsUp(remainder: Remainder): boolean {
  return !remainder.isExact
}
