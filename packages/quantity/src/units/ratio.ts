/** Shares, scores and bare numbers. Base unit of a ratio: one. A percentage point is a difference of percents, not a percent. */
import type { Unit } from './unit-shape.ts'

export const RATIO_UNITS: readonly Unit[] = [
  { id: 'percent', symbols: ['%', '％', '﹪'], dimension: 'ratio', factor: '0.01' },
  { id: 'permille', symbols: ['‰'], dimension: 'ratio', factor: '0.001' },
  { id: 'permyriad', symbols: ['‱'], dimension: 'ratio', factor: '0.0001' },
  { id: 'tenth', symbols: ['成'], dimension: 'ratio', factor: '0.1' },
  { id: 'fold', symbols: ['倍'], dimension: 'ratio', factor: '1' },
  { id: 'percentage-point', symbols: ['个百分点', '百分点'], dimension: 'percentage-point', factor: '1' },
  { id: 'point', symbols: ['分'], dimension: 'point', factor: '1' },
  { id: 'none', symbols: [], dimension: 'none', factor: '1' },
]
