/** Reads one Chinese numeral at a place in a text, digits mixed in: 三万二, 一千零五, 二〇二三, 3万5千, 1.2亿. No units, no signs. */
import { add, compare, type Decimal, decimalOf, fromInteger, isZero, multiply, ONE, shift, tenTo, ZERO } from './decimal.ts'
import { type Numeral, numeralOf } from './numerals.ts'
import { digitsEnd, isDigitAt, isPointAt, plainDigits } from './scan/characters.ts'

export interface NumeralReading {
  readonly value: Decimal
  /** One unit in the last place that the wording fixes: 1 for 三百, 10000 for 三万, 10000000 for 1.2亿, 1000 for 三万二. */
  readonly place: Decimal
  readonly end: number
  /** 二〇二三: digits in a row, as years and numbers of rooms are read. */
  readonly isDigitString: boolean
  readonly isCapital: boolean
}

/** Longer runs are noise; the bound keeps every reading cheap. */
const MAX_LENGTH = 40
const DECIMAL_POINT = 0x70b9
const YI = fromInteger(tenTo(8))

/** The longest numeral from `index`, or null when none starts there. It may stop early ("三五" in 三五十): compare `end`. */
export function readNumeralAt(text: string, index: number): NumeralReading | null {
  return readSingleDigit(text, index) ?? readDigitString(text, index) ?? readPlaced(text, index)
}

const SINGLE_DIGITS = Array.from({ length: 10 }, (_, digit) => fromInteger(digit))

/** 三 in 三个: by far the most frequent, and needs no state. */
function readSingleDigit(text: string, index: number): NumeralReading | null {
  const next = text.charCodeAt(index + 1)
  const numeral = next === DECIMAL_POINT || numeralOf(next) !== undefined ? undefined : numeralOf(text.charCodeAt(index))
  if (numeral?.kind !== 'digit') return null
  return {
    value: SINGLE_DIGITS[Number(numeral.value)] ?? ZERO,
    place: ONE,
    end: index + 1,
    isDigitString: false,
    isCapital: numeral.isCapital,
  }
}

function readDigitString(text: string, index: number): NumeralReading | null {
  let end = index
  let digits = ''
  for (let numeral = numeralOf(text.charCodeAt(end)); numeral?.kind === 'digit'; numeral = numeralOf(text.charCodeAt(end))) {
    if (end - index >= MAX_LENGTH) return null
    digits += numeral.value.toString()
    end++
  }
  if (digits.length < 2 || numeralOf(text.charCodeAt(end)) !== undefined || text.charCodeAt(end) === DECIMAL_POINT) return null
  const isCapital = numeralOf(text.charCodeAt(index))?.isCapital ?? false
  return { value: fromInteger(BigInt(digits)), place: ONE, end, isDigitString: true, isCapital }
}

/** What has been read so far of 一亿二千三百万零四十五. */
interface State {
  end: number
  /** Everything from 万 upwards. */
  high: Decimal
  /** The part below the next 万. */
  section: Decimal
  /** A digit or figure that waits for its place. */
  pending: { readonly value: Decimal; readonly place: Decimal; readonly isFigure: boolean } | null
  /** Places must come in falling order: the next one is below this power. */
  nextBelow: number
  /** Power of the place or step read last, 0 after 零 or at the start. */
  lastPower: number
  place: Decimal
}

function readPlaced(text: string, index: number): NumeralReading | null {
  const state: State = { end: index, high: ZERO, section: ZERO, pending: null, nextBelow: 4, lastPower: 0, place: ONE }
  while (state.end - index < MAX_LENGTH && (takeFigure(text, state) || takeNumeral(text, index, state) || takePoint(text, state)));
  if (state.end === index) return null
  const isCapital = numeralOf(text.charCodeAt(index))?.isCapital ?? false
  return { ...settle(state), end: state.end, isDigitString: false, isCapital }
}

/** Arabic digits, as in 3万5千 and 1.2亿. */
function takeFigure(text: string, state: State): boolean {
  if (state.pending !== null || !isDigitAt(text, state.end)) return false
  const wholeEnd = digitsEnd(text, state.end)
  const hasFraction = isPointAt(text, wholeEnd) && isDigitAt(text, wholeEnd + 1)
  const end = hasFraction ? digitsEnd(text, wholeEnd + 1) : wholeEnd
  if (end - state.end > MAX_LENGTH) return false
  const fraction = hasFraction ? plainDigits(text, wholeEnd + 1, end) : ''
  const value = decimalOf(BigInt(plainDigits(text, state.end, wholeEnd) + fraction), fraction.length)
  state.pending = { value, place: shift(ONE, -fraction.length), isFigure: true }
  state.end = end
  return true
}

function takeNumeral(text: string, start: number, state: State): boolean {
  const numeral = numeralOf(text.charCodeAt(state.end))
  if (numeral === undefined) return false
  const isTaken = apply(numeral, state, state.end === start)
  if (isTaken) state.end++
  return isTaken
}

function apply(numeral: Numeral, state: State, isFirst: boolean): boolean {
  switch (numeral.kind) {
    case 'digit':
      return applyDigit(numeral.value, state, isFirst)
    case 'tens':
      return state.pending === null && applyPlace(1, fromInteger(numeral.value / 10n), state)
    case 'place':
      // 十二 and, at the start, 百余 leave out their one; 三百十 is said, 三千百 is not.
      if (state.pending === null && !isFirst && numeral.power > 1) return false
      return applyPlace(numeral.power, state.pending?.value ?? ONE, state)
    case 'step':
      return applyStep(numeral.power, state, isFirst)
  }
}

function applyDigit(value: bigint, state: State, isFirst: boolean): boolean {
  if (state.pending !== null) return false
  if (value === 0n && !isFirst) state.lastPower = 0
  else state.pending = { value: fromInteger(value), place: ONE, isFigure: false }
  return true
}

function applyPlace(power: number, value: Decimal, state: State): boolean {
  if (power >= state.nextBelow) return false
  state.section = add(state.section, shift(value, power))
  state.place = state.pending?.isFigure ? shift(state.pending.place, power) : ONE
  state.pending = null
  state.nextBelow = power
  state.lastPower = power
  return true
}

function applyStep(power: number, state: State, isFirst: boolean): boolean {
  const below = add(state.section, state.pending?.value ?? (isFirst ? ONE : ZERO))
  const hasHigh = !isZero(state.high)
  const reachesYi = compare(state.high, YI) >= 0
  if (power === 4 ? isZero(below) || (hasHigh && !reachesYi) : reachesYi || (isZero(below) && !hasHigh)) return false
  state.high = power === 4 ? add(state.high, shift(below, 4)) : shift(add(state.high, below), 8)
  state.place = shift(state.pending?.place ?? state.place, power)
  state.section = ZERO
  state.pending = null
  state.nextBelow = 4
  state.lastPower = power
  return true
}

/** 三点五: a decimal point that is spoken. */
function takePoint(text: string, state: State): boolean {
  if (text.charCodeAt(state.end) !== DECIMAL_POINT || (state.pending === null && isZero(state.section))) return false
  let digits = ''
  let end = state.end + 1
  for (let numeral = numeralOf(text.charCodeAt(end)); numeral?.kind === 'digit'; numeral = numeralOf(text.charCodeAt(end))) {
    if (digits.length >= MAX_LENGTH) return false
    digits += numeral.value.toString()
    end++
  }
  if (digits === '' || state.pending?.isFigure) return false
  const whole = add(state.section, state.pending?.value ?? ZERO)
  state.pending = { value: add(whole, decimalOf(BigInt(digits), digits.length)), place: shift(ONE, -digits.length), isFigure: true }
  state.section = ZERO
  state.nextBelow = 0
  state.end = end
  return true
}

function settle(state: State): { value: Decimal; place: Decimal } {
  const base = add(state.high, state.section)
  if (state.pending === null) return { value: base, place: state.place }
  const isSingleDigit = state.pending.value.scale === 0 && state.pending.value.coefficient < 10n
  // 三万二 is 32000 and 两百三 is 230: a last digit without 零 belongs to the next place down.
  if (state.lastPower > 1 && isSingleDigit) {
    const place = fromInteger(tenTo(state.lastPower - 1))
    return { value: add(base, multiply(state.pending.value, place)), place }
  }
  return { value: add(base, state.pending.value), place: state.pending.place }
}
