export type { Interval } from './interval.ts'
export type { Period } from './period.ts'
export type { Hedge, Precision, Quantity } from './quantity.ts'
export type { UnitId } from './unit.ts'
