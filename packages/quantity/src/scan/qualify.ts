/** Adds to a number what the words and signs around it say. */
import type { Hedge } from '../quantity.ts'
import { dimensionOf } from '../unit.ts'
import type { Draft } from './printed-number.ts'
import { isMoreBehind, qualifierAfter, qualifierBefore } from './qualifiers.ts'

/** Sets hedge and comparator of a draft whose figure, unit and own hedge (余, 多) are known. */
export function qualify(text: string, draft: Draft): Draft {
  const before = qualifierBefore(text, draft.figureStart)
  const after = qualifierAfter(text, draft.end)
  draft.compare = before.compare ?? after.compare
  const isTime = isStretch(dimensionOf(draft.unit))
  const more = draft.hedge ?? (isTime && isMoreBehind(text, draft.end) ? 'over' : null)
  const hedge = combine(before.hedge, more, after.hedge)
  // 近3年 is the last three years, all of them.
  draft.hedge = isTime && hedge === 'under' && before.compare === null ? null : hedge
  return draft
}

function isStretch(dimension: string | null): boolean {
  return dimension === 'time' || dimension === 'calendar'
}

/** The word before the figure leads; 约300余 and 近300余 pull both ways, so they are about. */
function combine(before: Hedge | null, more: Hedge | null, after: Hedge | null): Hedge | null {
  if (more !== null && (before === 'about' || before === 'under')) return 'about'
  return before ?? more ?? after
}
