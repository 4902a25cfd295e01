/** What runs, in which order. Adding a check is its file, its tests and one line here; docs/checks.md is made from this list. */
import type { Check } from './check.ts'
import { countConflict } from './count-conflict.ts'
import { differenceMismatch } from './difference-mismatch.ts'
import { fractionalCount } from './fractional-count.ts'
import { gradeMismatch } from './grade-mismatch.ts'
import { growthMismatch } from './growth-mismatch.ts'
import { impossibleValue } from './impossible-value.ts'
import { productMismatch } from './product-mismatch.ts'
import { rateMismatch } from './rate-mismatch.ts'
import { rateWithoutFigure } from './rate-without-figure.ts'
import { restatementConflict } from './restatement-conflict.ts'
import { scoreProductMismatch } from './score-product-mismatch.ts'
import { scoreTotalMismatch } from './score-total-mismatch.ts'
import { textTableConflict } from './text-table-conflict.ts'
import { totalMismatch } from './total-mismatch.ts'
import { unitSlip } from './unit-slip.ts'
import { weightTotalMismatch } from './weight-total-mismatch.ts'

export const catalogue: readonly Check[] = [
  totalMismatch,
  differenceMismatch,
  rateMismatch,
  growthMismatch,
  scoreProductMismatch,
  scoreTotalMismatch,
  weightTotalMismatch,
  gradeMismatch,
  textTableConflict,
  restatementConflict,
  countConflict,
  rateWithoutFigure,
  productMismatch,
  unitSlip,
  impossibleValue,
  fractionalCount,
]
