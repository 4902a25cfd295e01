import type { Remainder } from './remainder.ts'

/** 四舍六入五成双: half a unit goes to the even neighbour. */
export function growsHalfEven(remainder: Remainder): boolean {
  if (remainder.againstHalf !== 0) return remainder.againstHalf > 0
  return remainder.kept % 2n === 1n
}
