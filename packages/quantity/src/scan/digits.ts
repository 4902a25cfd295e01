/** One number whose figure is in digits: figure, sign, currency sign, 万 and 亿, unit, and the words around it. */
import { type Decimal, negate, shift } from '../decimal.ts'
import { readNumeralAt } from '../numeral-reader.ts'
import { classAt, isBreak, isDigitAt, isHan, isMinus, isPointAt, SPACE, skipSpacesBack } from './characters.ts'
import { readBareFraction, readFigure } from './figure.ts'
import type { Draft } from './printed-number.ts'
import { qualify } from './qualify.ts'
import { readSign } from './sign.ts'
import { readTail, type Tail } from './tail.ts'

/** The number whose first digit stands at `index`, `previous` being the one before it in the text; or where to go on behind a code. */
export function readDigits(text: string, index: number, previous: Draft | undefined, isCell: boolean): Draft | { readonly next: number } {
  const isBare = isBareFraction(text, index)
  const first = isBare ? index - 1 : index
  const figure = isBare ? readBareFraction(text, first) : readFigure(text, index, isCell)
  if (figure.kind === 'code') return { next: figure.end }
  const sign = readSign(text, first, previous?.end ?? -1)
  const parts = readComposite(text, index, figure.end, figure.amount, figure.place)
  const { tail } = parts
  const draft = {
    figureStart: sign.start,
    figureEnd: parts.figureEnd,
    end: tail.end,
    amount: sign.isNegative ? negate(parts.amount) : parts.amount,
    place: parts.place,
    unit: tail.unit,
    power: tail.power,
    hedge: tail.hedge,
    form: 'digits',
    isOrdinal: isAfterOrdinalMark(text, sign.start),
  } as const
  return qualify(
    text,
    hasCurrencySign(text, draft.figureStart) && draft.unit === 'none' ? { ...draft, unit: 'yuan' } : fenOf(draft, previous),
  )
}

interface Parts {
  readonly figureEnd: number
  readonly amount: Decimal
  readonly place: Decimal
  readonly tail: Tail
}

/** The figure with what 万 and 亿 do to it. 3万5千 and 1亿2千万 go on behind their first 万 or 亿. */
function readComposite(text: string, index: number, figureEnd: number, amount: Decimal, place: Decimal): Parts {
  const tail = readTail(text, figureEnd, amount)
  if (tail.power === 0) return { figureEnd, amount, place, tail }
  const reading = tail.unit === 'none' && isDigitAt(text, tail.end) ? readNumeralAt(text, index) : null
  if (reading !== null && reading.end > tail.end + 1) {
    const { end, value, place } = reading
    return { figureEnd: end, amount: value, place, tail: readTail(text, end, value) }
  }
  return { figureEnd, amount: shift(amount, tail.power), place: shift(place, tail.power), tail }
}

/** ".5" at the start, after a space, a sign or a word: never behind a digit, letter or another mark. */
function isBareFraction(text: string, index: number): boolean {
  if (!isPointAt(text, index - 1)) return false
  const before = text.charCodeAt(index - 2)
  return isBreak(before) || classAt(text, index - 2) === SPACE || isMinus(before) || isHan(before)
}

function isAfterOrdinalMark(text: string, start: number): boolean {
  return text.charCodeAt(skipSpacesBack(text, start, 1) - 1) === 0x7b2c
}

function hasCurrencySign(text: string, start: number): boolean {
  const code = text.charCodeAt(skipSpacesBack(text, start, 1) - 1)
  return code === 0xa5 || code === 0xffe5
}

/** In 12元5角3分 the last part is money, not a score. */
function fenOf<Part extends { figureStart: number; unit: string }>(draft: Part, previous: Draft | undefined): Part {
  const isContinued =
    draft.unit === 'point' && previous?.end === draft.figureStart && (previous.unit === 'jiao' || previous.unit === 'yuan')
  return isContinued ? { ...draft, unit: 'fen' } : draft
}
