/** Values of printed formulas: "540÷560×100%", "10×96.43%", "520万元+36.5万元". Exact, with the span that decimals leave open. */
import {
  addRational,
  compareRational,
  type Decimal,
  decimal,
  divideRational,
  multiply,
  multiplyRational,
  type PrintedNumber,
  type Rational,
  scanNumbers,
  subtractRational,
  toRational,
  unitById,
} from '@jiheng/quantity'

export interface Value {
  readonly low: Rational
  readonly exact: Rational
  readonly high: Rational
}

export interface Formula {
  readonly value: Value
  readonly hasQuotient: boolean
  readonly hasProduct: boolean
  readonly hasDifference: boolean
  /** The figures as they stand in the formula. */
  readonly operands: readonly Rational[]
}

type Token = Value | '+' | '-' | '*' | '/' | '(' | ')'

const OPERATORS: Readonly<Record<string, Exclude<Token, Value>>> = {
  '+': '+',
  '＋': '+',
  '-': '-',
  '－': '-',
  '—': '-',
  '−': '-',
  '×': '*',
  '*': '*',
  '＊': '*',
  x: '*',
  X: '*',
  '÷': '/',
  '/': '/',
  '／': '/',
  '(': '(',
  '（': '(',
  ')': ')',
  '）': ')',
}
const MAX_TOKENS = 40
const HALF = decimal('0.5')

/** Reads a formula of figures, operators and brackets; words may stand beside the operands of sums. Null where it is anything else. */
export function readFormula(text: string): Formula | null {
  const numbers = scanNumbers(text)
  const tokens: Token[] = []
  let from = 0
  let hasWords = false
  for (const number of [...numbers, null]) {
    const between = text.slice(from, number === null ? text.length : number.start)
    for (const character of between) {
      const operator = OPERATORS[character]
      if (operator !== undefined) tokens.push(operator)
      else if (/[\u3400-\u9fff“”"、]/.test(character)) hasWords = true
      else if (!/\s/.test(character)) return null
    }
    if (number === null) break
    const value = spanOf(number)
    if (value === null || tokens.length > MAX_TOKENS) return null
    tokens.push(value)
    from = number.end
  }
  const has = (operator: Token): boolean => tokens.includes(operator)
  if (hasWords && (has('*') || has('/') || has('('))) return null
  const operands = tokens.flatMap((token) => (typeof token === 'object' ? [token.exact] : []))
  if (operands.length < 2) return null
  const value = new Reader(tokens).whole()
  return value === null ? null : { value, hasQuotient: has('/'), hasProduct: has('*'), hasDifference: has('-'), operands }
}

/** Whole numbers are what they say; decimals may have been rounded. */
function spanOf(number: PrintedNumber): Value | null {
  const unit = unitById(number.quantity.unit)
  if (unit === null || number.compare !== null || number.quantity.hedge !== undefined || number.form === 'chinese') return null
  const factor = decimal(unit.factor)
  const exact = multiply(number.amount, factor)
  const { precision } = number.quantity
  const isWhole = !number.quantity.value.includes('.')
  const reach = isWhole || precision === 'exact' ? decimal('0') : multiply(multiply(decimal(precision.place), factor), HALF)
  return {
    low: subtractRational(toRational(exact), toRational(reach)),
    exact: toRational(exact),
    high: addRational(toRational(exact), toRational(reach)),
  }
}

const ZERO_RATIONAL = toRational(decimal('0') as Decimal)

/** Sums of products of figures and brackets, from left to right. */
class Reader {
  private at = 0
  private readonly tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  whole(): Value | null {
    const value = this.sum()
    return this.at === this.tokens.length ? value : null
  }

  private sum(): Value | null {
    let left = this.product()
    while (left !== null && (this.tokens[this.at] === '+' || this.tokens[this.at] === '-')) {
      const isPlus = this.tokens[this.at++] === '+'
      const right = this.product()
      if (right === null) return null
      left = isPlus
        ? { low: addRational(left.low, right.low), exact: addRational(left.exact, right.exact), high: addRational(left.high, right.high) }
        : {
            low: subtractRational(left.low, right.high),
            exact: subtractRational(left.exact, right.exact),
            high: subtractRational(left.high, right.low),
          }
    }
    return left
  }

  private product(): Value | null {
    let left = this.operand()
    while (left !== null && (this.tokens[this.at] === '*' || this.tokens[this.at] === '/')) {
      const isTimes = this.tokens[this.at++] === '*'
      const right = this.operand()
      if (right === null || !isPositive(left) || !isPositive(right)) return null
      left = isTimes ? times(left, right) : over(left, right)
    }
    return left
  }

  private operand(): Value | null {
    const token = this.tokens[this.at++]
    if (typeof token === 'object') return token
    if (token !== '(') return null
    const value = this.sum()
    return this.tokens[this.at++] === ')' ? value : null
  }
}

const isPositive = (value: Value): boolean => compareRational(value.low, ZERO_RATIONAL) > 0

const times = (a: Value, b: Value): Value => ({
  low: multiplyRational(a.low, b.low),
  exact: multiplyRational(a.exact, b.exact),
  high: multiplyRational(a.high, b.high),
})

function over(a: Value, b: Value): Value | null {
  const [low, exact, high] = [divideRational(a.low, b.high), divideRational(a.exact, b.exact), divideRational(a.high, b.low)]
  return low === null || exact === null || high === null ? null : { low, exact, high }
}
