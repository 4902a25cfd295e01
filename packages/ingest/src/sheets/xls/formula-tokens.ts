/** Formulas of old workbooks, kept as tokens behind their operands, as text: the plain ones only. */
import { cellName, columnName } from '../cell-names.ts'

export interface FormulaContext {
  /** Where the formula stands: references of a shared one count from here. */
  readonly row: number
  readonly column: number
  /** The name of a sheet as a formula writes it; null for other workbooks. */
  readonly sheetName: (index: number) => string | null
}

/** Without the equals sign; null when a token is none of the plain ones or the tokens are cut off. */
export function formulaText(tokens: DataView, context: FormulaContext): string | null {
  try {
    return new TokenReader(tokens, context).text()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const OPERATORS: Readonly<Record<number, string>> = { 3: '+', 4: '-', 5: '*', 6: '/', 7: '^' }
/** Functions by their number: name, and how many arguments where that is fixed. */
const FUNCTIONS: Readonly<Record<number, readonly [name: string, count: number]>> = {
  4: ['SUM', 0],
  5: ['AVERAGE', 0],
  6: ['MIN', 0],
  7: ['MAX', 0],
  24: ['ABS', 1],
  27: ['ROUND', 2],
  183: ['PRODUCT', 0],
}
const LONGEST = 8192

class TokenReader {
  readonly #tokens: DataView
  readonly #context: FormulaContext
  readonly #stack: string[] = []
  #at = 0

  constructor(tokens: DataView, context: FormulaContext) {
    this.#tokens = tokens
    this.#context = context
  }

  text(): string | null {
    while (this.#at < this.#tokens.byteLength) {
      const read = this.#token(this.#u8())
      if (!read || (this.#stack.at(-1)?.length ?? 0) > LONGEST) return null
    }
    return this.#stack.length === 1 ? (this.#stack[0] as string) : null
  }

  #u8(): number {
    return this.#tokens.getUint8(this.#at++)
  }

  #u16(): number {
    this.#at += 2
    return this.#tokens.getUint16(this.#at - 2, true)
  }

  #push(text: string | null): boolean {
    if (text !== null) this.#stack.push(text)
    return text !== null
  }

  #pop(): string {
    const text = this.#stack.pop()
    if (text === undefined) throw new RangeError('an operand is missing')
    return text
  }

  /** False for a token that is not known here. */
  #token(code: number): boolean {
    const operator = OPERATORS[code]
    if (operator) return this.#binary(operator)
    // Operands and functions come in three classes, 0x20 apart.
    switch (code < 0x20 ? code : (code & 0x1f) | 0x20) {
      case 0x12:
        return this.#push(`+${this.#pop()}`)
      case 0x13:
        return this.#push(`-${this.#pop()}`)
      case 0x14:
        return this.#push(`${this.#pop()}%`)
      case 0x15:
        return this.#push(`(${this.#pop()})`)
      case 0x19:
        return this.#attribute()
      case 0x1e:
        return this.#push(String(this.#u16()))
      case 0x1f:
        this.#at += 8
        return this.#push(String(this.#tokens.getFloat64(this.#at - 8, true)))
      case 0x21:
        return this.#function(this.#u16(), 0)
      case 0x22:
        return this.#variableFunction()
      case 0x24:
        return this.#push(this.#cell(this.#u16(), this.#u16(), false))
      case 0x25:
        return this.#push(this.#area(false))
      case 0x2c:
        return this.#push(this.#cell(this.#u16(), this.#u16(), true))
      case 0x2d:
        return this.#push(this.#area(true))
      case 0x3a:
        return this.#push(this.#onSheet(this.#u16(), () => this.#cell(this.#u16(), this.#u16(), false)))
      case 0x3b:
        return this.#push(this.#onSheet(this.#u16(), () => this.#area(false)))
      default:
        return false
    }
  }

  #binary(operator: string): boolean {
    const right = this.#pop()
    return this.#push(this.#pop() + operator + right)
  }

  /** Blanks and hints for the program; one of them is a SUM. */
  #attribute(): boolean {
    const kind = this.#u8()
    this.#u16()
    if (kind & 0x10) return this.#function(4, 1)
    return (kind & 0x04) === 0
  }

  #variableFunction(): boolean {
    const count = this.#u8() & 0x7f
    return this.#function(this.#u16() & 0x7fff, count)
  }

  #function(index: number, count: number): boolean {
    const known = FUNCTIONS[index]
    if (!known) return false
    const [name, fixed] = known
    const own: string[] = []
    for (let i = 0; i < (fixed || count); i++) own.unshift(this.#pop())
    return this.#push(`${name}(${own.join(',')})`)
  }

  #cell(row: number, column: number, isRelative: boolean): string {
    const [isRowFree, isColumnFree] = [(column & 0x8000) !== 0, (column & 0x4000) !== 0]
    const { row: ownRow, column: ownColumn } = this.#context
    const toRow = isRelative && isRowFree ? (ownRow + row) & 0xffff : row
    const toColumn = isRelative && isColumnFree ? (ownColumn + column) & 0xff : column & 0xff
    if (isRowFree && isColumnFree) return cellName(toRow, toColumn)
    return `${isColumnFree ? '' : '$'}${columnName(toColumn)}${isRowFree ? '' : '$'}${toRow + 1}`
  }

  #area(isRelative: boolean): string {
    const [top, bottom, left, right] = [this.#u16(), this.#u16(), this.#u16(), this.#u16()]
    return `${this.#cell(top, left, isRelative)}:${this.#cell(bottom, right, isRelative)}`
  }

  #onSheet(index: number, reference: () => string): string | null {
    const name = this.#context.sheetName(index)
    const cells = reference()
    return name === null ? null : `'${name.replaceAll("'", "''")}'!${cells}`
  }
}
