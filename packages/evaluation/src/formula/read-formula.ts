/** Text to formula: `(adjusted-budget - initial-budget) / initial-budget`, `last(carry-over)`, `abs(…)`. Minus stands between blanks: names hold hyphens. */
import { parseDecimal } from '@jiheng/quantity'
import type { Formula, Operator } from './formula.ts'

export type ReadFormula = { readonly formula: Formula } | { readonly fault: FormulaFault; readonly at: number }
export type FormulaFault = 'empty' | 'too-long' | 'too-deep' | 'unexpected' | 'unclosed'

const MOST_CHARACTERS = 2000
const MOST_DEPTH = 32

export function readFormula(text: string): ReadFormula {
  if (text.length > MOST_CHARACTERS) return { fault: 'too-long', at: MOST_CHARACTERS }
  try {
    return { formula: new FormulaReader(text).whole() }
  } catch (error) {
    if (error instanceof Fault) return { fault: error.fault, at: error.at }
    throw error
  }
}

class Fault extends Error {
  readonly fault: FormulaFault
  readonly at: number
  constructor(fault: FormulaFault, at: number) {
    super(fault)
    this.fault = fault
    this.at = at
  }
}

const TOKEN = /\s*(?:([a-z][a-z0-9]*(?:-[a-z0-9]+)*)|(\d+(?:\.\d+)?)|([-+*/()−×÷]))/y

type Token = { readonly kind: 'name' | 'number' | 'sign' | 'end'; readonly text: string; readonly at: number }

const SIGNS: Readonly<Record<string, string>> = { '−': '-', '×': '*', '÷': '/' }

class FormulaReader {
  readonly #text: string
  #token: Token
  #at = 0
  #depth = 0

  constructor(text: string) {
    this.#text = text
    this.#token = this.#next()
  }

  whole(): Formula {
    if (this.#text.trim() === '') throw new Fault('empty', 0)
    const formula = this.#sum()
    if (this.#token.kind !== 'end') throw new Fault('unexpected', this.#token.at)
    return formula
  }

  #sum(): Formula {
    let left = this.#product()
    while (this.#isSign('+', '-')) left = this.#operation(left, () => this.#product())
    return left
  }

  #product(): Formula {
    let left = this.#factor()
    while (this.#isSign('*', '/')) left = this.#operation(left, () => this.#factor())
    return left
  }

  #operation(left: Formula, next: () => Formula): Formula {
    const operator = this.#take().text as Operator
    return { kind: 'operation', operator, left, right: next() }
  }

  #factor(): Formula {
    const { kind, text, at } = this.#take()
    if (kind === 'number') {
      if (parseDecimal(text) === null) throw new Fault('unexpected', at)
      return { kind: 'number', text }
    }
    if (kind === 'sign' && text === '(') return this.#inside(() => this.#sum())
    if (kind !== 'name') throw new Fault('unexpected', at)
    if (!this.#isSign('(')) return { kind: 'item', item: text, year: 'this' }
    this.#take()
    if (text === 'abs') return { kind: 'absolute', of: this.#inside(() => this.#sum()) }
    if (text !== 'last') throw new Fault('unexpected', at)
    const name = this.#take()
    if (name.kind !== 'name') throw new Fault('unexpected', name.at)
    return this.#inside(() => ({ kind: 'item', item: name.text, year: 'last' }))
  }

  /** Up to the bracket that closes. */
  #inside(read: () => Formula): Formula {
    if (++this.#depth > MOST_DEPTH) throw new Fault('too-deep', this.#token.at)
    const formula = read()
    if (!this.#isSign(')')) throw new Fault('unclosed', this.#token.at)
    this.#take()
    this.#depth--
    return formula
  }

  #isSign(...signs: readonly string[]): boolean {
    return this.#token.kind === 'sign' && signs.includes(this.#token.text)
  }

  #take(): Token {
    const token = this.#token
    this.#token = this.#next()
    return token
  }

  #next(): Token {
    TOKEN.lastIndex = this.#at
    const found = TOKEN.exec(this.#text)
    if (found === null) {
      const rest = this.#text.slice(this.#at).search(/\S/)
      if (rest >= 0) throw new Fault('unexpected', this.#at + rest)
      return { kind: 'end', text: '', at: this.#text.length }
    }
    this.#at = TOKEN.lastIndex
    const [, name, number, sign] = found
    const text = name ?? number ?? SIGNS[sign ?? ''] ?? sign ?? ''
    return { kind: name !== undefined ? 'name' : number !== undefined ? 'number' : 'sign', text, at: this.#at - text.length }
  }
}
