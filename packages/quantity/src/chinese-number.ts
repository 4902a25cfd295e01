/** Whole texts that are one number in Chinese characters: 两百三十, 三万二, 1.2亿, 百分之九十八, 九成五, 壹佰元整. */
import { add, type Decimal, negate, shift, ZERO } from './decimal.ts'
import { type NumeralReading, readNumeralAt } from './numeral-reader.ts'
import { numeralOf } from './numerals.ts'

const SIGNS = new Set(['负', '-', '－', '−', '﹣'])
const FRACTION_WORDS: ReadonlyMap<string, number> = new Map([
  ['十分之', 1],
  ['百分之', 2],
  ['千分之', 3],
  ['万分之', 4],
])
const MAX_LENGTH = 100

/** The plain value: 百分之九十八 is 0.98, 三成 0.3, an amount in capitals its yuan. Null when the text is no number or more than one. */
export function readChineseNumber(text: string): Decimal | null {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > MAX_LENGTH) return null
  const unsigned = SIGNS.has(trimmed.charAt(0)) ? trimmed.slice(1) : trimmed
  const value = readUnsigned(unsigned)
  return value === null || unsigned === trimmed ? value : negate(value)
}

function readUnsigned(text: string): Decimal | null {
  const power = FRACTION_WORDS.get(text.slice(0, 3))
  if (power !== undefined) return shiftDown(readWhole(text.slice(3)), power)
  const tenths = text.indexOf('成')
  if (tenths > 0) return readTenths(text, tenths)
  const money = text.startsWith('人民币') ? text.slice(3) : text
  const capital = readCapitalMoneyAt(money, 0)
  if (capital !== null && capital.end === money.length) return capital.value
  return readWhole(text)
}

/** 九成五 is 0.95. */
function readTenths(text: string, index: number): Decimal | null {
  const whole = shiftDown(readWhole(text.slice(0, index)), 1)
  const rest = text.slice(index + 1)
  if (rest === '' || whole === null) return whole
  const half = rest === '半' ? { coefficient: 5n, scale: 2 } : rest.length === 1 ? shiftDown(readWhole(rest), 2) : null
  return half && add(whole, half)
}

function readWhole(text: string): Decimal | null {
  const reading = readNumeralAt(text, 0)
  return reading !== null && reading.end === text.length ? reading.value : null
}

function shiftDown(value: Decimal | null, power: number): Decimal | null {
  return value && shift(value, -power)
}

/** An amount in capitals at `index`, in yuan: …元…角…分整. Null unless it begins with a capital numeral and has a unit of money. */
export function readCapitalMoneyAt(text: string, index: number): Pick<NumeralReading, 'value' | 'place' | 'end'> | null {
  if (!numeralOf(text.charCodeAt(index))?.isCapital) return null
  let value = ZERO
  let end = index
  let power = 0
  for (const [units, unitPower] of [
    ['元圆', 0],
    ['角', -1],
    ['分', -2],
  ] as const) {
    const from = value !== ZERO && text.charAt(end) === '零' ? end + 1 : end
    // Behind 元 only one digit stands before 角 and 分, so the next amount of a list is not read three times.
    if (value !== ZERO && !units.includes(text.charAt(from + 1))) continue
    const part = readNumeralAt(text, from)
    if (part === null || !units.includes(text.charAt(part.end)) || part.end >= text.length) continue
    value = add(value, shift(part.value, unitPower))
    end = part.end + 1
    power = unitPower
  }
  if (end === index) return null
  const isClosed = text.charAt(end) === '整' || text.charAt(end) === '正'
  return { value, place: { coefficient: 1n, scale: -power }, end: isClosed ? end + 1 : end }
}
