/** One number whose figure is in digits: figure, sign, currency sign, 万 and 亿, unit, and the words around it. */
import { type Decimal, negate, shift } from '../decimal.ts'
import { readNumeralAt } from '../numeral-reader.ts'
import type { UnitId } from '../unit.ts'
import { classAt, DIGIT, isBreak, isDigitAt, isHan, isMinus, isPointAt, SPACE, skipSpacesBack } from './characters.ts'
import { readBareFraction, readFigure } from './figure.ts'
import type { Draft } from './printed-number.ts'
import { qualify } from './qualify.ts'
import { isNegativeSign, signedStart } from './sign.ts'
import { readTail, type Tail } from './tail.ts'

/** The number whose first digit stands at `index`, `previous` being the one before it in the text; or where to go on behind a code. */
export function readDigits(text: string, index: number, previous: Draft | undefined, isCell: boolean): Draft | number {
  const isBare = isBareFraction(text, index)
  const first = isBare ? index - 1 : index
  const figure = isBare ? readBareFraction(text, first) : readFigure(text, index, isCell)
  if (figure.kind === 'code') return figure.end
  const figureStart = signedStart(text, first, previous === undefined ? -1 : previous.end)
  const isNegative = figureStart < first && isNegativeSign(text, figureStart)
  const { figureEnd, amount, place, tail } = readComposite(text, index, figure.end, figure.amount, figure.place)
  return qualify(text, {
    figureStart,
    figureEnd,
    end: tail.end,
    amount: isNegative ? negate(amount) : amount,
    place,
    unit: printedUnit(text, figureStart, tail.unit, previous),
    power: tail.power,
    form: 'digits',
    hedge: tail.hedge,
    compare: null,
    isOrdinal: isAfterOrdinalMark(text, figureStart),
    rangeTo: null,
    rangeFrom: null,
  })
}

/** ¥1200 has its unit in front; in 12元5角3分 the last part is money and in 10时30分 minutes, not a score. */
function printedUnit(text: string, start: number, unit: UnitId, previous: Draft | undefined): UnitId {
  if (unit === 'none') return hasCurrencySign(text, start) ? 'yuan' : unit
  if (unit === 'point' && isAfterHour(text, start)) return 'minute'
  const isContinued = unit === 'point' && previous?.end === start && (previous.unit === 'jiao' || previous.unit === 'yuan')
  return isContinued ? 'fen' : unit
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

function isAfterHour(text: string, start: number): boolean {
  const mark = text.charCodeAt(start - 1)
  return (mark === 0x65f6 || mark === 0x70b9) && classAt(text, start - 2) === DIGIT
}

function isAfterOrdinalMark(text: string, start: number): boolean {
  return text.charCodeAt(skipSpacesBack(text, start, 1) - 1) === 0x7b2c
}

function hasCurrencySign(text: string, start: number): boolean {
  const code = text.charCodeAt(skipSpacesBack(text, start, 1) - 1)
  return code === 0xa5 || code === 0xffe5
}
