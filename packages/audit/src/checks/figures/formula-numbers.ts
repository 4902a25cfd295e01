/** The numbers of a sheet by column, so that any stretch of one is summed at once. */
import type { Sheet } from '@jiheng/ingest'
import { type Decimal, parseDecimal, tenTo } from '@jiheng/quantity'

export interface ColumnSum {
  readonly sum: Decimal
  readonly count: number
  /** Of the magnitudes, roughly: what the noise of floats is measured against. */
  readonly size: number
}

export class SheetNumbers {
  readonly #columns: ReadonlyMap<number, ColumnNumbers>

  constructor({ values }: Pick<Sheet, 'values'>) {
    const columns = new Map<number, [row: number, value: Decimal][]>()
    for (const cell in values) {
      const value = parseDecimal(values[cell] ?? '')
      const at = value && positionOf(cell)
      if (!at) continue
      const column = columns.get(at.column)
      if (column) column.push([at.row, value])
      else columns.set(at.column, [[at.row, value]])
    }
    this.#columns = new Map([...columns].map(([column, entries]) => [column, new ColumnNumbers(entries)]))
  }

  at(row: number, column: number): Decimal | null {
    return this.#columns.get(column)?.at(row) ?? null
  }

  /** Columns from `left` to `right` that hold numbers, in order. */
  columns(left: number, right: number): readonly ColumnNumbers[] {
    if (left === right) {
      const only = this.#columns.get(left)
      return only ? [only] : []
    }
    const found = [...this.#columns].filter(([column]) => column >= left && column <= right)
    return found.sort((a, b) => a[0] - b[0]).map(([, numbers]) => numbers)
  }

  /** How many columns hold numbers. */
  get width(): number {
    return this.#columns.size
  }
}

export class ColumnNumbers {
  readonly #rows: readonly number[]
  readonly #values: readonly Decimal[]
  #sums: { readonly scale: number; readonly upTo: readonly bigint[]; readonly sizes: readonly number[] } | null = null

  constructor(entries: [row: number, value: Decimal][]) {
    entries.sort((a, b) => a[0] - b[0])
    this.#rows = entries.map(([row]) => row)
    this.#values = entries.map(([, value]) => value)
  }

  at(row: number): Decimal | null {
    const index = this.#indexFrom(row)
    return this.#rows[index] === row ? (this.#values[index] as Decimal) : null
  }

  sum(top: number, bottom: number): ColumnSum {
    const { scale, upTo, sizes } = this.#summed()
    const [from, to] = [this.#indexFrom(top), this.#indexFrom(bottom + 1)]
    const coefficient = (upTo[to] as bigint) - (upTo[from] as bigint)
    return { sum: { coefficient, scale }, count: to - from, size: (sizes[to] as number) - (sizes[from] as number) }
  }

  /** The numbers from row `top` to `bottom`, at most `most`. */
  values(top: number, bottom: number, most: number): readonly Decimal[] {
    const from = this.#indexFrom(top)
    return this.#values.slice(from, Math.min(this.#indexFrom(bottom + 1), from + most))
  }

  /** Their rows. */
  rows(top: number, bottom: number, most: number): readonly number[] {
    const from = this.#indexFrom(top)
    return this.#rows.slice(from, Math.min(this.#indexFrom(bottom + 1), from + most))
  }

  #summed() {
    if (this.#sums) return this.#sums
    const scale = this.#values.reduce((most, one) => Math.max(most, one.scale), 0)
    const upTo = [0n]
    const sizes = [0]
    for (const [i, value] of this.#values.entries()) {
      const coefficient = value.coefficient * tenTo(scale - value.scale)
      upTo.push((upTo[i] as bigint) + coefficient)
      sizes.push((sizes[i] as number) + Math.abs(Number(value.coefficient)) / 10 ** value.scale)
    }
    this.#sums = { scale, upTo, sizes }
    return this.#sums
  }

  /** Of the first row that is `row` or below it. */
  #indexFrom(row: number): number {
    let [low, high] = [0, this.#rows.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#rows[middle] as number) < row) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** B5 is row 4, column 1. */
export function positionOf(cell: string): { readonly row: number; readonly column: number } | null {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(cell)
  if (!match) return null
  let column = 0
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(match[2]) - 1, column: column - 1 }
}

export function cellNameOf(row: number, column: number): string {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name + (row + 1)
}
