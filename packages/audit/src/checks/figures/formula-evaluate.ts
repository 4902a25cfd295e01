/** What a plain formula gives, exactly, from the saved values of the cells that it names. */
import {
  addRational,
  type Decimal,
  decimal,
  divideRational,
  multiplyRational,
  negateRational,
  type Rational,
  round,
  subtractRational,
  toRational,
  ZERO,
} from '@jiheng/quantity'
import type { FormulaBook } from './formula-book.ts'
import { type ColumnNumbers, type ColumnSum, cellNameOf } from './formula-numbers.ts'
import type { Expression, FunctionName, Missing, RangeReference } from './formula-parse.ts'

type OverRanges = Exclude<FunctionName, 'ROUND' | 'ABS'>

export interface Outcome {
  readonly value: Rational
  /** Magnitude of what was added up, roughly: floats are noisy in the sixteenth digit of it. */
  readonly size: number
}

export interface Operand {
  readonly cell: string
  readonly value: Decimal
}

/** Steps that all formulas of a file may take together. */
const MOST_WORK = 5_000_000
/** Digits beyond which a number is no amount. */
const LARGEST = 10n ** 200n
/** Numbers beyond this are slow to reckon with, and so counted. */
const LARGE = 2n ** 64n
const COST_OF_LARGE = 400
const OPERANDS_SHOWN = 8

/** Evaluates the formulas of one workbook under one budget of work. */
export class FormulaEvaluator {
  readonly #book: FormulaBook
  #work = MOST_WORK
  #sheet = ''
  #own = ''
  #operands: Operand[] = []
  #count = 0

  constructor(book: FormulaBook) {
    this.#book = book
  }

  /** The first operands of the last formula, and how many there were. */
  get operands(): { readonly shown: readonly Operand[]; readonly count: number } {
    return { shown: this.#operands, count: this.#count }
  }

  /** `cell` is where the formula stands: one that names itself gives nothing. */
  evaluate(expression: Expression, sheet: string, cell: string): Outcome | Missing {
    this.#sheet = sheet
    this.#own = cell
    this.#operands = []
    this.#count = 0
    return this.#value(expression)
  }

  #value(expression: Expression): Outcome | Missing {
    if (--this.#work < 0) return { missing: '表内公式过多' }
    switch (expression.kind) {
      case 'number':
        return outcomeOf(expression.value)
      case 'cell':
        return this.#cell(expression.sheet ?? this.#sheet, expression.row, expression.column)
      case 'negate':
        return mapped(this.#value(expression.of), ({ value, size }) => ({ value: negateRational(value), size }))
      case 'percent':
        return mapped(this.#value(expression.of), ({ value, size }) => bounded(multiplyRational(value, HUNDREDTH), size / 100))
      case 'binary':
        return this.#binary(expression)
      case 'call':
        return this.#call(expression)
    }
  }

  #cell(sheet: string, row: number, column: number): Outcome | Missing {
    const name = this.#named(sheet, row, column)
    if (sheet === this.#sheet && cellNameOf(row, column) === this.#own) return { missing: '公式引用了自身' }
    const number = this.#book.number(sheet, row, column)
    if (number === null) return { missing: `${name} 不是数字` }
    if (number === 'blank') return outcomeOf(ZERO)
    this.#note(name, number)
    return outcomeOf(number)
  }

  #binary({ operator, left, right }: Extract<Expression, { kind: 'binary' }>): Outcome | Missing {
    const [a, b] = [this.#value(left), this.#value(right)]
    if ('missing' in a) return a
    if ('missing' in b) return b
    if (a.value.denominator > LARGE || b.value.denominator > LARGE) this.#work -= COST_OF_LARGE
    switch (operator) {
      case '+':
        return bounded(addRational(a.value, b.value), a.size + b.size)
      case '-':
        return bounded(subtractRational(a.value, b.value), a.size + b.size)
      case '*':
        return bounded(multiplyRational(a.value, b.value), a.size * b.size)
      case '/': {
        const value = divideRational(a.value, b.value)
        return value === null ? { missing: '除数为零' } : bounded(value, a.size / (numberOf(b.value) || 1))
      }
      case '^':
        return power(a, b)
    }
  }

  #call({ name, arguments: own }: Extract<Expression, { kind: 'call' }>): Outcome | Missing {
    if (name === 'ROUND' || name === 'ABS') return this.#ofOne(name, own)
    const numbers = new Numbers(name)
    for (const one of own) {
      const missing = this.#collect(numbers, one)
      if (missing) return missing
    }
    return numbers.result
  }

  #ofOne(name: 'ROUND' | 'ABS', [first, second]: readonly (Expression | RangeReference)[]): Outcome | Missing {
    if (!first || first.kind === 'range' || second?.kind === 'range') return { missing: '公式形式不在核对之列' }
    const outcome = this.#value(first)
    if ('missing' in outcome) return outcome
    const { value, size } = outcome
    if (name === 'ABS') return { value: value.numerator < 0n ? negateRational(value) : value, size }
    const places = second ? this.#value(second) : outcomeOf(ZERO)
    if ('missing' in places) return places
    const count = numberOf(places.value)
    if (!Number.isInteger(count) || Math.abs(count) > 20) return { missing: 'ROUND 的位数' }
    return { value: toRational(round(value, 'half-up', count)), size }
  }

  /** Words and blanks in a range or a cell count for nothing here. */
  #collect(numbers: Numbers, argument: Expression | RangeReference): Missing | null {
    if (argument.kind !== 'range' && argument.kind !== 'cell') {
      const outcome = this.#value(argument)
      if ('missing' in outcome) return outcome
      numbers.add(outcome)
      return null
    }
    const range: RangeReference =
      argument.kind === 'range'
        ? argument
        : { ...argument, kind: 'range', top: argument.row, bottom: argument.row, left: argument.column, right: argument.column }
    const sheet = range.sheet ?? this.#sheet
    this.#work -= range.left === range.right ? 20 : this.#book.width(sheet) + (range.right - range.left)
    if (this.#work < 0) return { missing: '表内公式过多' }
    if (!this.#book.hasSheet(sheet)) return { missing: `没有工作表 ${sheet.slice(0, 31)}` }
    if (sheet === this.#sheet && holds(range, this.#own)) return { missing: '公式引用了自身' }
    const columns = this.#book.columns(sheet, range)
    if (columns === null) return { missing: '范围内有日期' }
    for (const column of columns) this.#takeColumn(numbers, column, range)
    this.#noteRange(sheet, range, columns)
    return this.#work < 0 ? { missing: '表内公式过多' } : null
  }

  #takeColumn(numbers: Numbers, column: ColumnNumbers, { top, bottom }: RangeReference): void {
    if (numbers.addsUp) {
      numbers.addSum(column.sum(top, bottom))
      return
    }
    const values = column.values(top, bottom, Math.max(0, this.#work))
    this.#work -= values.length
    for (const value of values) numbers.add(outcomeOf(value))
  }

  #noteRange(sheet: string, { top, left, bottom, right }: RangeReference, columns: readonly ColumnNumbers[]): void {
    for (const numbers of columns) this.#count += numbers.sum(top, bottom).count
    if (this.#operands.length >= OPERANDS_SHOWN) return
    const found: { row: number; column: number }[] = []
    for (let column = left; column <= right && column < left + WIDEST_SHOWN; column++) {
      for (const numbers of this.#book.columns(sheet, { kind: 'range', sheet, top, bottom, left: column, right: column }) ?? []) {
        for (const row of numbers.rows(top, bottom, OPERANDS_SHOWN)) found.push({ row, column })
      }
    }
    for (const { row, column } of found
      .sort((a, b) => a.row - b.row || a.column - b.column)
      .slice(0, OPERANDS_SHOWN - this.#operands.length)) {
      const value = this.#book.number(sheet, row, column)
      if (value !== null && value !== 'blank') this.#operands.push({ cell: this.#named(sheet, row, column), value })
    }
  }

  #note(cell: string, value: Decimal): void {
    this.#count++
    if (this.#operands.length < OPERANDS_SHOWN) this.#operands.push({ cell, value })
  }

  #named(sheet: string, row: number, column: number): string {
    const cell = cellNameOf(row, column)
    return sheet === this.#sheet ? cell : `${sheet}!${cell}`
  }
}

/** Columns that are looked through for operands to show. */
const WIDEST_SHOWN = 32
const HUNDREDTH: Rational = toRational(decimal('0.01'))

const numberOf = ({ numerator, denominator }: Rational): number => Number(numerator) / Number(denominator)

const outcomeOf = (value: Decimal): Outcome => ({ value: toRational(value), size: Math.abs(Number(value.coefficient)) / 10 ** value.scale })

function mapped(outcome: Outcome | Missing, map: (outcome: Outcome) => Outcome | Missing): Outcome | Missing {
  return 'missing' in outcome ? outcome : map(outcome)
}

/** Keeps numbers within what an amount can be. */
function bounded(value: Rational, size: number): Outcome | Missing {
  const { numerator, denominator } = value
  if (denominator > LARGEST || numerator > LARGEST || -numerator > LARGEST) return { missing: '数值过大' }
  return { value, size: Math.max(size, Math.abs(numberOf(value)) || 0) }
}

const LARGEST_POWER = 60

function power(a: Outcome, b: Outcome): Outcome | Missing {
  const exponent = numberOf(b.value)
  if (!Number.isInteger(exponent) || Math.abs(exponent) > LARGEST_POWER || a.value.numerator === 0n) return { missing: '乘方' }
  let result: Outcome | Missing = outcomeOf(decimal('1'))
  for (let i = 0; i < Math.abs(exponent); i++) {
    result = mapped(result, ({ value, size }) => bounded(multiplyRational(value, a.value), size * a.size))
  }
  if (exponent >= 0) return result
  return mapped(result, ({ value }) => {
    const inverse = divideRational(toRational(decimal('1')), value)
    return inverse === null ? { missing: '除数为零' } : bounded(inverse, 0)
  })
}

function holds({ top, left, bottom, right }: RangeReference, cell: string): boolean {
  const match = /^([A-Z]+)(\d+)$/.exec(cell)
  if (!match) return false
  let column = 0
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(match[2]) - 1
  return row >= top && row <= bottom && column - 1 >= left && column - 1 <= right
}

/** What a function over ranges takes together, number by number or column by column. */
class Numbers {
  readonly #name: OverRanges
  #count = 0
  #result: Outcome | Missing = outcomeOf(ZERO)

  constructor(name: OverRanges) {
    this.#name = name
  }

  /** Sums of whole columns are enough. */
  get addsUp(): boolean {
    return this.#name === 'SUM' || this.#name === 'AVERAGE'
  }

  add(outcome: Outcome): void {
    this.#result = this.#count++ === 0 ? outcome : mapped(this.#result, (before) => this.#joined(before, outcome))
  }

  addSum({ sum, count, size }: ColumnSum): void {
    this.#count += count
    this.#result = mapped(this.#result, (before) => bounded(addRational(before.value, toRational(sum)), before.size + size))
  }

  get result(): Outcome | Missing {
    if (this.#name !== 'AVERAGE') return this.#result
    if (this.#count === 0) return { missing: '没有可平均的数字' }
    return mapped(this.#result, ({ value, size }) => bounded(divided(value, this.#count), size))
  }

  #joined(before: Outcome, next: Outcome): Outcome | Missing {
    switch (this.#name) {
      case 'SUM':
      case 'AVERAGE':
        return bounded(addRational(before.value, next.value), before.size + next.size)
      case 'MIN':
        return isBelow(next.value, before.value) ? next : before
      case 'MAX':
        return isBelow(before.value, next.value) ? next : before
      case 'PRODUCT':
        return bounded(multiplyRational(before.value, next.value), before.size * next.size)
    }
  }
}

const divided = ({ numerator, denominator }: Rational, count: number): Rational => ({ numerator, denominator: denominator * BigInt(count) })

const isBelow = (a: Rational, b: Rational): boolean => a.numerator * b.denominator < b.numerator * a.denominator
