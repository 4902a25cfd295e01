/** Plain formulas of spreadsheets as trees: numbers, cells, the four operations, powers, percentages, a few functions over ranges. */
import { type Decimal, parseDecimal } from '@jiheng/quantity'

export interface CellReference {
  readonly kind: 'cell'
  /** null: the formula's own. */
  readonly sheet: string | null
  /** From 0. */
  readonly row: number
  readonly column: number
}

export interface RangeReference {
  readonly kind: 'range'
  readonly sheet: string | null
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export type FunctionName = 'SUM' | 'AVERAGE' | 'MIN' | 'MAX' | 'PRODUCT' | 'ROUND' | 'ABS'

export type Expression =
  | { readonly kind: 'number'; readonly value: Decimal }
  | CellReference
  | { readonly kind: 'negate' | 'percent'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly operator: '+' | '-' | '*' | '/' | '^'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly arguments: readonly (Expression | RangeReference)[] }

/** What stands in the way of telling, in words for a reader. */
export interface Missing {
  readonly missing: string
}

/** `formula` without its equals sign. */
export function parseFormula(formula: string): Expression | Missing {
  if (formula.length > LONGEST) return { missing: '公式过长' }
  const parser = new FormulaParser(formula)
  const expression = parser.additive()
  if (expression === null) return { missing: parser.reason ?? '公式形式不在核对之列' }
  return parser.isAtEnd ? expression : { missing: parser.unknown() }
}

const LONGEST = 8192
const DEEPEST = 64
const FUNCTIONS: readonly string[] = ['SUM', 'AVERAGE', 'MIN', 'MAX', 'PRODUCT', 'ROUND', 'ABS']
const SHEET = /(?:'((?:[^']|'')+)'|([A-Za-z_\u0080-\uffff][\w.\u0080-\uffff]*))!/y
const CELL = /\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})(?![\w.(!])/y
const NUMBER = /(\d+(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d{1,3}))?/y
const CALL = /([A-Za-z_][\w.]*)\(/y
const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384

/** Recursive descent; null from any level means that something is no part of a plain formula. */
class FormulaParser {
  readonly #text: string
  #at = 0
  #depth = 0
  reason: string | null = null

  constructor(formula: string) {
    this.#text = formula
  }

  get isAtEnd(): boolean {
    this.#blanks()
    return this.#at >= this.#text.length
  }

  additive(): Expression | null {
    return this.#chain(['+', '-'], () => this.#chain(['*', '/'], () => this.#chain(['^'], () => this.#unary())))
  }

  unknown(): string {
    const rest = this.#text.slice(this.#at, this.#at + 12)
    return `公式中的“${rest}”不在核对之列`
  }

  #chain(operators: readonly ('+' | '-' | '*' | '/' | '^')[], operand: () => Expression | null): Expression | null {
    let left = operand()
    while (left !== null) {
      const operator = operators.find((one) => this.#takes(one))
      if (operator === undefined) return left
      const right = operand()
      left = right && { kind: 'binary', operator, left, right }
    }
    return null
  }

  /** A sign binds closer than a power: -2^2 is 4. */
  #unary(): Expression | null {
    let isNegative = false
    for (;;) {
      if (this.#takes('-')) isNegative = !isNegative
      else if (!this.#takes('+')) break
    }
    let value = this.#primary()
    while (value !== null && this.#takes('%')) value = { kind: 'percent', of: value }
    return value && isNegative ? { kind: 'negate', of: value } : value
  }

  #primary(): Expression | null {
    if (this.#takes('(')) return this.#inBrackets()
    const number = this.#match(NUMBER)
    if (number) return numberOf(number)
    const call = this.#match(CALL)
    if (call) return this.#call((call[1] ?? '').toUpperCase())
    const cell = this.#cell()
    if (cell === null) this.reason ??= this.unknown()
    return cell
  }

  #inBrackets(): Expression | null {
    if (++this.#depth > DEEPEST) return null
    const inner = this.additive()
    this.#depth--
    return inner !== null && this.#takes(')') ? inner : null
  }

  #call(name: string): Expression | null {
    if (!FUNCTIONS.includes(name)) {
      this.reason ??= `公式含函数 ${name.slice(0, 20)}`
      return null
    }
    if (++this.#depth > DEEPEST) return null
    const own: (Expression | RangeReference)[] = []
    do {
      const argument = this.#range() ?? this.additive()
      if (argument === null) return null
      own.push(argument)
    } while (this.#takes(','))
    this.#depth--
    if (!this.#takes(')')) return null
    const fits = name === 'ROUND' ? own.length === 2 : name === 'ABS' ? own.length === 1 : true
    return fits ? { kind: 'call', name: name as FunctionName, arguments: own } : null
  }

  #cell(): CellReference | null {
    const start = this.#at
    const sheet = this.#sheet()
    const cell = this.#position()
    if (cell === null) this.#at = start
    return cell && { kind: 'cell', sheet, ...cell }
  }

  /** `A1:B9`; takes nothing when no range stands here. */
  #range(): RangeReference | null {
    const start = this.#at
    const sheet = this.#sheet()
    const first = this.#position()
    const last = first && this.#takes(':') ? this.#position() : null
    if (first === null || last === null) {
      this.#at = start
      return null
    }
    return {
      kind: 'range',
      sheet,
      top: Math.min(first.row, last.row),
      left: Math.min(first.column, last.column),
      bottom: Math.max(first.row, last.row),
      right: Math.max(first.column, last.column),
    }
  }

  #sheet(): string | null {
    const match = this.#match(SHEET)
    return match ? (match[2] ?? (match[1] ?? '').replaceAll("''", "'")) : null
  }

  #position(): { row: number; column: number } | null {
    const match = this.#match(CELL)
    if (!match) return null
    let column = 0
    for (const letter of (match[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
    const row = Number(match[2])
    return row <= LAST_ROW && column <= LAST_COLUMN ? { row: row - 1, column: column - 1 } : null
  }

  #takes(mark: string): boolean {
    this.#blanks()
    if (this.#text.charAt(this.#at) !== mark) return false
    this.#at++
    return true
  }

  #match(form: RegExp): RegExpExecArray | null {
    this.#blanks()
    form.lastIndex = this.#at
    const match = form.exec(this.#text)
    if (match) this.#at = form.lastIndex
    return match
  }

  #blanks(): void {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at++
  }
}

function numberOf([, digits = '', power = '0']: RegExpExecArray): Expression | null {
  const plain = parseDecimal(digits.replace(/^\./, '0.').replace(/\.$/, ''))
  const exponent = Number(power)
  if (plain === null || Math.abs(exponent) > 30) return null
  const one: Expression = { kind: 'number', value: plain }
  if (exponent === 0) return one
  const ten: Expression = { kind: 'number', value: { coefficient: 10n ** BigInt(Math.abs(exponent)), scale: 0 } }
  return { kind: 'binary', operator: exponent > 0 ? '*' : '/', left: one, right: ten }
}
