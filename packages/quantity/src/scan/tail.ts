/** What follows a figure: 万 and 亿, a 余 or 多 before or behind them, and the unit. */
import { type Decimal, shift } from '../decimal.ts'
import type { Hedge } from '../quantity.ts'
import { longestUnitAt, type Unit, type UnitId, unitsBySymbol } from '../unit.ts'
import { isHan, skipSpaces } from './characters.ts'
import { isOtherWordAt } from './other-words.ts'

export interface Tail {
  /** End of the unit, of 万 or 余 without unit, or of the figure when nothing follows. */
  readonly end: number
  readonly unit: UnitId
  /** Powers of ten that 万, 亿 … put on the figure. */
  readonly power: number
  readonly hedge: Hedge | null
}

interface UnitAfter {
  readonly unit: Unit
  readonly end: number
  readonly hedge: Hedge | null
}

/** Character recognition and typists leave up to this many spaces before a unit; a table leaves a tab or more. */
const MAX_SPACES = 3
const POWERS: ReadonlyMap<number, number> = new Map([...'百千万亿萬億'].map((step, i) => [step.charCodeAt(0), [2, 3, 4, 8, 4, 8][i] ?? 0]))
/** 万众创新, 万家灯火: behind a label's number these are words, not ten thousand. */
const WORDS_OF_WAN = '众家达里事物象州宁荣全载源科'
const AFTER_HUNDREDS = '的多余以左之上及至到和与或等'
const MORE_REMAINDER = 0x4f59
const MORE_MANY = 0x591a

/** Reads behind a figure that ends at `index`. `amount` decides whether 余 and 多 can mean "and some more". */
export function readTail(text: string, index: number, amount: Decimal): Tail {
  const from = skipSpaces(text, index, MAX_SPACES)
  const early = isMoreAt(text, from, amount)
  const behindEarly = early ? from + 1 : from
  const direct = readUnit(text, behindEarly)
  if (direct !== null) return { end: direct.end, unit: direct.unit.id, power: 0, hedge: early ? 'over' : direct.hedge }
  const step = readMultiplier(text, behindEarly, amount)
  if (step !== null) return readBehindMultiplier(text, behindEarly, step, shift(amount, step.power), early)
  const isBareMore = early && !isHan(text.charCodeAt(behindEarly))
  return { end: isBareMore ? behindEarly : index, unit: 'none', power: 0, hedge: isBareMore ? 'over' : null }
}

interface Multiplier {
  readonly power: number
  readonly end: number
}

function readBehindMultiplier(text: string, start: number, step: Multiplier, scaled: Decimal, early: boolean): Tail {
  const late = isMoreAt(text, step.end, scaled)
  const after = readUnit(text, late ? step.end + 1 : skipSpaces(text, step.end, MAX_SPACES))
  const hedge = early || late ? 'over' : (after?.hedge ?? null)
  if (after === null) return { end: late ? step.end + 1 : step.end, unit: 'none', power: step.power, hedge }
  // 5万余元 is 5 in 万元 as much as 5万元 is.
  const joined = unitsBySymbol(text.slice(start, step.end) + after.unit.symbols[0])[0]
  if (joined !== undefined) return { end: after.end, unit: joined.id, power: 0, hedge }
  return { end: after.end, unit: after.unit.id, power: step.power, hedge }
}

function readUnit(text: string, index: number): UnitAfter | null {
  const found = longestUnitAt(text, index)
  if (found === null || (found.length === 1 && isOtherWordAt(text, index))) return null
  const end = index + found.length
  return readCountedTime(text, found.unit, end) ?? { unit: found.unit, end, hedge: null }
}

/** 5个多月: the counting word, then 多, then what is counted. */
function readCountedTime(text: string, unit: Unit, end: number): UnitAfter | null {
  if (unit.id !== 'each:个' || text.charCodeAt(end) !== MORE_MANY) return null
  const inner = longestUnitAt(text, end + 1)
  if (inner?.unit.dimension !== 'calendar' && inner?.unit.dimension !== 'time') return null
  return { unit: inner.unit, end: end + 1 + inner.length, hedge: 'over' }
}

/** 300多, 1560余; not 3多, not 余额. 多 follows round figures only, 余 any figure from ten. */
function isMoreAt(text: string, index: number, amount: Decimal): boolean {
  const word = text.charCodeAt(index)
  if (word !== MORE_REMAINDER && word !== MORE_MANY) return false
  if (text.startsWith('余额', index) || text.startsWith('余量', index)) return false
  if (amount.scale > 0 || amount.coefficient < 10n) return false
  return word === MORE_REMAINDER || amount.coefficient % 10n === 0n
}

function readMultiplier(text: string, index: number, amount: Decimal): Multiplier | null {
  let power = 0
  let end = index
  for (let step = POWERS.get(text.charCodeAt(end)); step !== undefined && end - index < 3; step = POWERS.get(text.charCodeAt(end))) {
    if (text.startsWith('分之', end + 1)) return null
    power += step
    end++
  }
  return power > 0 && isMultiplier(text, index, end, amount) ? { power, end } : null
}

function isMultiplier(text: string, start: number, end: number, amount: Decimal): boolean {
  const next = text.charCodeAt(end)
  if (!isHan(next) || readUnit(text, end) !== null) return true
  const isSmall = amount.scale === 0 && amount.coefficient < 10n
  const last = text.charAt(end - 1)
  if (last === '百' || last === '千') return AFTER_HUNDREDS.includes(text.charAt(end))
  return !(isSmall && end - start === 1 && WORDS_OF_WAN.includes(text.charAt(end)))
}
