/**
 * Numbers in Chinese characters in running text. Most such characters are parts of words (一体化, 三公, 四川), so a numeral counts only
 * before a unit or behind 第, and even then not in the set phrases of this genre.
 */
import { readCapitalMoneyAt } from '../chinese-number.ts'
import { add, type Decimal, fromInteger, negate, ONE, shift } from '../decimal.ts'
import { type NumeralReading, readNumeralAt } from '../numeral-reader.ts'
import { numeralOf } from '../numerals.ts'
import type { Hedge } from '../quantity.ts'
import { canBeginUnit, type UnitId } from '../unit.ts'
import { classAt, DIGIT, NUMERAL } from './characters.ts'
import { readFigure } from './figure.ts'
import type { Draft, Form } from './printed-number.ts'
import { qualifierBefore } from './qualifiers.ts'
import { qualify } from './qualify.ts'
import { setPhraseEnd } from './set-phrases.ts'
import { isNegativeSign, signedStart } from './sign.ts'
import { readTail } from './tail.ts'

const ORDINAL_MARK = 0x7b2c
const FRACTION_UNITS: ReadonlyMap<string, UnitId> = new Map([
  ['十', 'tenth'],
  ['百', 'percent'],
  ['千', 'permille'],
  ['万', 'permyriad'],
])

/** The number whose first character stands at `index`, where a run of numerals begins; or where to go on when it is none. */
export function readNumeral(text: string, index: number): Draft | number {
  const found = readFraction(text, index) ?? readCapital(text, index) ?? readPlain(text, index)
  if (typeof found === 'number') return found
  const figureStart = signedStart(text, index, -1)
  return qualify(text, {
    figureStart,
    figureEnd: found.figureEnd,
    end: found.end,
    amount: figureStart < index && isNegativeSign(text, figureStart) ? negate(found.amount) : found.amount,
    place: found.place,
    unit: found.unit,
    power: 0,
    form: found.form,
    hedge: found.hedge,
    compare: null,
    isOrdinal: found.isOrdinal,
    rangeTo: null,
    rangeFrom: null,
  })
}

interface NumeralInText {
  readonly figureEnd: number
  readonly end: number
  readonly amount: Decimal
  readonly place: Decimal
  readonly unit: UnitId
  readonly hedge: Hedge | null
  readonly form: Form
  readonly isOrdinal: boolean
}

/** 百分之九十八, 千分之3.5. */
function readFraction(text: string, index: number): NumeralInText | number | null {
  if (!text.startsWith('分之', index + 1)) return null
  const unit = FRACTION_UNITS.get(text.charAt(index))
  if (unit === undefined) return null
  const from = index + 3
  const reading = classAt(text, from) === DIGIT ? readFigure(text, from, false) : readWholeRun(text, from)
  if (reading === null || ('kind' in reading && reading.kind === 'code')) return Math.max(runEnd(text, from), reading?.end ?? 0)
  const amount = 'amount' in reading ? reading.amount : reading.value
  const { end, place } = reading
  return { figureEnd: end, end, amount, place, unit, hedge: null, form: 'chinese', isOrdinal: false }
}

/** 壹佰贰拾叁万元整. The figure includes its units, since they stand inside it. */
function readCapital(text: string, index: number): NumeralInText | null {
  const money = readCapitalMoneyAt(text, index)
  if (money === null) return null
  const { value, place, end } = money
  return { figureEnd: end, end, amount: value, place, unit: 'yuan', hedge: null, form: 'capital', isOrdinal: false }
}

function readPlain(text: string, index: number): NumeralInText | number {
  const isOrdinal = text.charCodeAt(index - 1) === ORDINAL_MARK
  const wordsEnd = runEnd(text, index)
  if (!isOrdinal && !canCountBehind(text.charCodeAt(wordsEnd))) return wordsEnd
  const reading = readWholeRun(text, index)
  const next = Math.max(wordsEnd, reading?.end ?? 0)
  if (text.startsWith('分之', next)) return runEnd(text, next + 2)
  if (reading === null) return next
  const behind = readBehind(text, reading)
  if (isOrdinal ? isOrdinalWord(text, reading.end) : !isCounted(text, index, reading, behind)) return next
  const candidate = { start: index, figureEnd: reading.end, end: behind.end, value: reading.value, unit: behind.unit }
  const phraseEnd = isOrdinal ? null : setPhraseEnd(text, candidate)
  if (phraseEnd !== null) return Math.max(next, phraseEnd)
  const form = reading.isCapital ? 'capital' : 'chinese'
  return { figureEnd: reading.end, amount: reading.value, place: reading.place, form, isOrdinal, ...behind }
}

/** Settles most numerals (一体化, 三公, （二）) by the one character behind them: a unit, 余, 多, 点, or digits of a mixed figure. */
function canCountBehind(code: number): boolean {
  return canBeginUnit(code) || code === 0x4f59 || code === 0x591a || code === 0x70b9 || (code >= 0x30 && code <= 0x39)
}

interface Behind {
  readonly end: number
  readonly unit: UnitId
  readonly hedge: Hedge | null
  readonly amount?: Decimal
  readonly place?: Decimal
}

/** The unit stands right behind: nobody writes a space after a Chinese numeral, but "一 项目" occurs in lists. */
function readBehind(text: string, reading: NumeralReading): Behind {
  if (classAt(text, reading.end) !== 0) return { end: reading.end, unit: 'none', hedge: null }
  const { end, unit, hedge } = readTail(text, reading.end, reading.value)
  return unit === 'tenth' ? readHalfTenth(text, end, reading.value) : { end, unit, hedge }
}

/** 九成五. */
function readHalfTenth(text: string, end: number, tenths: Decimal): Behind {
  const numeral = numeralOf(text.charCodeAt(end))
  const isDigit = numeral?.kind === 'digit' && classAt(text, end + 1) !== NUMERAL
  const rest = isDigit ? numeral.value : text.charAt(end) === '半' ? 5n : null
  if (rest === null) return { end, unit: 'tenth', hedge: null }
  const place = shift(ONE, -1)
  return { end: end + 1, unit: 'tenth', hedge: null, amount: add(tenths, shift(fromInteger(rest), -1)), place }
}

/** 第三方, 第三产业 and 第三者 name no third of anything. */
function isOrdinalWord(text: string, index: number): boolean {
  const next = text.charAt(index)
  return next === '方' || next === '产' || next === '者'
}

function isCounted(text: string, index: number, reading: NumeralReading, behind: Behind): boolean {
  if (reading.isCapital && reading.end === index + 1) return false
  if (reading.isDigitString) return behind.unit === 'year' && reading.end - index === 4
  if (behind.unit === 'none') return false
  const first = numeralOf(text.charCodeAt(index))
  if (first?.kind === 'digit' || first?.kind === 'tens' || text.charAt(index) === '十') return true
  // 百余人 and 近万元 are figures, 千家万户 and 单位：万元 are not.
  return behind.hedge !== null || qualifierBefore(text, index).hedge !== null
}

/** A reading that takes up the whole run of numerals: 三五十 and 七八 are guesses, not figures. */
function readWholeRun(text: string, index: number): NumeralReading | null {
  const reading = readNumeralAt(text, index)
  return reading !== null && reading.end >= runEnd(text, index) ? reading : null
}

function runEnd(text: string, index: number): number {
  let end = index
  while (classAt(text, end) === NUMERAL) end++
  return end
}
