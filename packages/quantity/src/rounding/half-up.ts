import type { Remainder } from './remainder.ts'

/** 四舍五入: half a unit goes away from zero, for negative values too (-0.5 → -1). */
export function growsHalfUp(remainder: Remainder): boolean {
  return remainder.againstHalf >= 0
}
