/** Adds to a number what the words and signs around it say. */
import type { Hedge } from '../quantity.ts'
import { dimensionOf } from '../unit.ts'
import type { Draft } from './printed-number.ts'
import { isMoreBehind, qualifierAfter, qualifierBefore } from './qualifiers.ts'

type Unqualified = Omit<Draft, 'compare' | 'rangeTo' | 'rangeFrom'>

export function qualify(text: string, read: Unqualified): Draft {
  const before = qualifierBefore(text, read.figureStart)
  const after = qualifierAfter(text, read.end)
  const dimension = dimensionOf(read.unit)
  const isTime = dimension === 'time' || dimension === 'calendar'
  const more = read.hedge ?? (isTime && isMoreBehind(text, read.end) ? 'over' : null)
  const hedge = combine(before.hedge, more, after.hedge)
  return {
    figureStart: read.figureStart,
    figureEnd: read.figureEnd,
    end: read.end,
    amount: read.amount,
    place: read.place,
    unit: read.unit,
    power: read.power,
    form: read.form,
    // 近3年 is the last three years, all of them.
    hedge: isTime && hedge === 'under' && before.compare === null ? null : hedge,
    compare: before.compare ?? after.compare,
    isOrdinal: read.isOrdinal,
    rangeTo: null,
    rangeFrom: null,
  }
}

/** The word before the figure leads; 约300余 and 近300余 pull both ways, so they are about. */
function combine(before: Hedge | null, more: Hedge | null, after: Hedge | null): Hedge | null {
  if (before !== null && more !== null && (before === 'about' || before === 'under')) return 'about'
  return before ?? more ?? after
}
