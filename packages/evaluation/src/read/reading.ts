/** Data from outside, key by key: what is wrong is collected with its path, and reading goes on, so that people fix in one go. */
import { parseDecimal } from '@jiheng/quantity'
import type { Problem, ProblemCode } from '@jiheng/vocabulary'

export type Path = readonly (string | number)[]

const MOST_PROBLEMS = 200
const MOST_TEXT = 4000

export class Reading {
  readonly problems: Problem[] = []

  problem(code: ProblemCode, at: Path, details: Problem['details'] = {}): null {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ code, at, details })
    return null
  }

  /** The value as a mapping; told and empty when it is none. Keys that are not expected are told. */
  fields(value: unknown, at: Path, expected: readonly string[]): Fields {
    if (!isMapping(value)) {
      this.problem('scheme.bad-shape', at, { expected: 'mapping' })
      return new Fields(this, {}, at)
    }
    for (const key of Object.keys(value)) {
      if (!expected.includes(key)) this.problem('scheme.unknown-key', [...at, key], { expected: expected.join('、') })
    }
    return new Fields(this, value, at)
  }

  list(value: unknown, at: Path): readonly unknown[] {
    if (Array.isArray(value)) return value
    if (value !== undefined && value !== null) this.problem('scheme.bad-shape', at, { expected: 'list' })
    return []
  }
}

/** The keys of one mapping. A value of another kind than asked for is told and read as null. */
export class Fields {
  readonly at: Path
  readonly #reading: Reading
  readonly #values: Readonly<Record<string, unknown>>

  constructor(reading: Reading, values: Readonly<Record<string, unknown>>, at: Path) {
    this.#reading = reading
    this.#values = values
    this.at = at
  }

  get(key: string): unknown {
    return Object.hasOwn(this.#values, key) ? this.#values[key] : undefined
  }

  has(key: string): boolean {
    return this.get(key) !== undefined && this.get(key) !== null
  }

  /** null when it is not there. */
  text(key: string): string | null {
    const value = this.get(key)
    if (value === undefined || value === null) return null
    if (typeof value === 'string' && value.length <= MOST_TEXT) return value.trim()
    return this.#bad(key, typeof value === 'string' ? 'short-text' : 'text')
  }

  needed(key: string): string {
    const text = this.text(key)
    if (text !== null && text !== '') return text
    if (!this.has(key) || text === '') this.#reading.problem('scheme.missing', [...this.at, key])
    return ''
  }

  /** A decimal as text; a whole number may be a number. Decimals that a parser has made a float are refused: they may have lost digits. */
  decimal(key: string): string | null {
    const value = this.get(key)
    if (value === undefined || value === null) return null
    if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
    if (typeof value === 'number') return this.#bad(key, 'decimal-as-text')
    if (typeof value === 'string' && parseDecimal(value.trim()) !== null) return value.trim()
    return this.#bad(key, 'decimal')
  }

  neededDecimal(key: string): string {
    if (!this.has(key)) this.#reading.problem('scheme.missing', [...this.at, key])
    return this.decimal(key) ?? '0'
  }

  oneOf<const Word extends string>(key: string, words: readonly Word[], otherwise: Word): Word {
    const text = this.text(key)
    if (text === null) return otherwise
    const found = words.find((word) => word === text)
    if (found === undefined)
      this.#reading.problem('scheme.bad-value', [...this.at, key], { value: text.slice(0, 60), expected: words.join('、') })
    return found ?? otherwise
  }

  flag(key: string): boolean {
    const value = this.get(key)
    if (value === undefined || value === null || typeof value === 'boolean') return value === true
    this.#bad(key, 'true-or-false')
    return false
  }

  /** YYYY-MM-DD */
  date(key: string): string | null {
    const text = this.text(key)
    return text === null || isDate(text) ? text : this.#bad(key, 'date')
  }

  list(key: string): readonly unknown[] {
    return this.#reading.list(this.get(key), [...this.at, key])
  }

  #bad(key: string, expected: string): null {
    const value = this.get(key)
    const shown = typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 60) : typeof value
    return this.#reading.problem('scheme.bad-value', [...this.at, key], { value: shown, expected })
  }
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  const days = [31, isLeap(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1]
  return days !== undefined && Number(day) >= 1 && Number(day) <= days
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
