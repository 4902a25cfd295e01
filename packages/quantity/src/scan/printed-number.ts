/** A number as found in text, and how a finished one is made from what the readers gathered. */
import type { Decimal } from '../decimal.ts'
import { type Hedge, printedQuantity, type Quantity } from '../quantity.ts'
import type { UnitId } from '../unit.ts'

export type Comparator = '≥' | '≤' | '>' | '<' | '='
export type Form = 'digits' | 'chinese' | 'capital'

/** Positions are UTF-16 code units of the scanned text. */
export interface PrintedNumber {
  /** From the figure, without hedge, to the end of its unit. */
  readonly start: number
  readonly end: number
  /** The digits with sign and separators, without unit. */
  readonly figureStart: number
  readonly figureEnd: number
  /** In the printed unit: "16.8万元" is 16.8 in wan-yuan, "1.2万件" is 12000 in each:件. */
  readonly amount: Decimal
  readonly quantity: Quantity
  readonly form: Form
  /** As it holds for the value: "5≤" is ≤ when nothing follows (the genre's slip for ≤5) and ≥ in "60≤得分". */
  readonly compare: Comparator | null
  /** After 第: it names a place in an order, not an amount. */
  readonly isOrdinal: boolean
  /** Index into the result of the other end when this number opens or closes a range. */
  readonly rangeTo: number | null
  readonly rangeFrom: number | null
}

/** What the readers gather; ranges still change unit and amount of the lower end. */
export interface Draft {
  figureStart: number
  figureEnd: number
  end: number
  amount: Decimal
  /** One unit in the last printed place, in the printed unit. */
  place: Decimal
  unit: UnitId
  /** How many powers of ten 万 or 亿 have put on the figure. */
  power: number
  form: Form
  hedge: Hedge | null
  compare: Comparator | null
  isOrdinal: boolean
  rangeTo: number | null
  rangeFrom: number | null
}

export function finish(draft: Draft): PrintedNumber {
  return Object.freeze({
    start: draft.figureStart,
    end: draft.end,
    figureStart: draft.figureStart,
    figureEnd: draft.figureEnd,
    amount: draft.amount,
    quantity: printedQuantity(draft.amount, draft.unit, draft.place, draft.hedge ?? undefined),
    form: draft.form,
    compare: draft.compare,
    isOrdinal: draft.isOrdinal,
    rangeTo: draft.rangeTo,
    rangeFrom: draft.rangeFrom,
  })
}
