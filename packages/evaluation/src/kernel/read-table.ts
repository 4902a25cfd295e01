/** A table of many units as it comes, piece by piece: a line a unit, a column an item. Blocks of rows go out; the whole file is never held. */
import type { FactValue } from '../facts/fact.ts'
import { type Block, type Column, type ColumnNeed, EXACT_LIMIT, MISSING } from './column.ts'
import { needKey } from './column-needs.ts'
import { numberOf } from './columns-of.ts'

export interface TableFault {
  readonly code: 'no-head' | 'unknown-column' | 'twice' | 'no-unit' | 'other-unit' | 'bad-value' | 'too-many-cells' | 'too-long'
  /** From 1, with the head. */
  readonly line: number
  /** Head of the column; null: of the line. */
  readonly column: string | null
  readonly text: string
}

export interface TableReader {
  /** UTF-8, cut anywhere. */
  readonly push: (bytes: Uint8Array) => void
  /** After the last piece; all faults, the first thousand of them. */
  readonly end: () => readonly TableFault[]
}

export interface TableOptions {
  /** Gets every block once it is full; columns are in the order of the needs, and are used again for the next block. */
  readonly take: (block: Block, units: readonly string[]) => void
  /** UTF-8 to text: programs have their own. */
  readonly decode: (bytes: Uint8Array) => string
  readonly rows?: number
}

/**
 * Head: anything for the first column, which names the unit, then `executed(wan-yuan)`, `last(executed)(wan-yuan)`, or the id of an indicator.
 * Cells: decimals, dates, ids of check points with `;` between, `class share`; empty where nobody states it, 不适用 where it does not apply.
 */
export function tableReader(needs: readonly ColumnNeed[], { take, decode, rows = 2048 }: TableOptions): TableReader {
  const reader = new Reader(needs, take, decode, rows)
  return { push: (bytes) => reader.push(bytes), end: () => reader.end() }
}

const [COMMA, QUOTE, POINT, MINUS, LINE_FEED, RETURN, ZERO, NINE] = [44, 34, 46, 45, 10, 13, 48, 57]
const MOST_FAULTS = 1000
const MOST_LINE = 4_000_000

class Reader {
  readonly #needs: readonly ColumnNeed[]
  readonly #take: TableOptions['take']
  readonly #rows: number
  readonly #decode: TableOptions['decode']
  readonly #columns: Column[]
  readonly #faults: TableFault[] = []
  #heads: readonly string[] | null = null
  /** By cell of a line: which column; -1: none. */
  #places: Int32Array = new Int32Array(0)
  #rest: Uint8Array = new Uint8Array(0)
  #units: string[] = []
  #line = 0

  constructor(needs: readonly ColumnNeed[], take: TableOptions['take'], decode: TableOptions['decode'], rows: number) {
    this.#decode = decode
    this.#needs = needs
    this.#take = take
    this.#rows = rows
    this.#columns = needs.map(({ holds }) => ({
      values: new Float64Array(holds.kind === 'sparse' ? 0 : rows).fill(MISSING),
      odd: new Map<number, FactValue>(),
    }))
  }

  push(bytes: Uint8Array): void {
    let from = 0
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
      if (this.#rest.length > 0) {
        this.#lineOf(joined(this.#rest, bytes.subarray(from, end)))
        this.#rest = new Uint8Array(0)
      } else this.#lineOf(bytes.subarray(from, end))
      from = end + 1
    }
    if (from >= bytes.length) return
    if (this.#rest.length + bytes.length - from > MOST_LINE) this.#tell('too-long', null, '')
    else this.#rest = joined(this.#rest, bytes.subarray(from))
  }

  end(): readonly TableFault[] {
    if (this.#rest.length > 0) this.#lineOf(this.#rest)
    if (this.#heads === null) this.#tell('no-head', null, '')
    this.#flush()
    return this.#faults
  }

  #lineOf(bytes: Uint8Array): void {
    this.#line += 1
    const end = bytes.at(-1) === RETURN ? bytes.length - 1 : bytes.length
    if (end === 0) return
    if (this.#heads === null) this.#head(this.#decode(bytes.subarray(0, end)))
    else this.#row(bytes, end)
  }

  #head(text: string): void {
    this.#heads = text.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    this.#places = new Int32Array(this.#heads.length).fill(-1)
    const taken = new Set<number>()
    for (const [at, head] of this.#heads.entries()) {
      if (at === 0) continue
      const [, last, item = head, unit = null] = /^(last\()?([^()]+)\)?(?:\(([^()]+)\))?$/.exec(head) ?? []
      const key = needKey(item, last === undefined ? 'this' : 'last')
      const place = this.#needs.findIndex((need) => needKey(need.item, need.year) === key)
      const holds = this.#needs[place]?.holds
      if (holds === undefined) this.#tell('unknown-column', head, head)
      else if (taken.has(place)) this.#tell('twice', head, head)
      else if (holds.kind === 'figure' && unit === null) this.#tell('no-unit', head, head)
      else if (holds.kind === 'figure' && unit !== holds.unit) this.#tell('other-unit', head, `${unit}、${holds.unit}`)
      else {
        taken.add(place)
        this.#places[at] = place
      }
    }
  }

  #row(bytes: Uint8Array, end: number): void {
    const row = this.#units.length
    let cell = 0
    for (let from = 0; from <= end; cell += 1) {
      const to = this.#cellEnd(bytes, from, end)
      if (cell === 0) this.#units.push(this.#text(bytes, from, to))
      else if (cell >= this.#places.length) {
        this.#tell('too-many-cells', null, this.#units[row] ?? '')
        break
      } else if (to > from && (this.#places[cell] as number) >= 0) this.#cell(bytes, from, to, cell, row)
      from = to + 1
    }
    if (this.#units.length === this.#rows) this.#flush()
  }

  /** Where the comma or the end stands; a comma between quotes belongs to the cell. */
  #cellEnd(bytes: Uint8Array, from: number, end: number): number {
    let at = from
    if (bytes[at] === QUOTE) {
      at += 1
      while (at < end && bytes[at] !== QUOTE) at += 1
    }
    while (at < end && bytes[at] !== COMMA) at += 1
    return at
  }

  #cell(bytes: Uint8Array, from: number, to: number, cell: number, row: number): void {
    const place = this.#places[cell] as number
    const { holds } = this.#needs[place] as ColumnNeed
    const { values, odd } = this.#columns[place] as Column
    if (holds.kind === 'figure' || holds.kind === 'points') {
      const whole = wholeIn(bytes, from, to, holds.places)
      if (!Number.isNaN(whole)) {
        values[row] = whole
        return
      }
    }
    const text = this.#text(bytes, from, to)
    if (text === '') return
    const value = valueIn(text, holds)
    if (value === null) this.#tell('bad-value', this.#heads?.[cell] ?? null, text)
    else {
      const number = numberOf(value, holds)
      if (number === null || values.length === 0) (odd as Map<number, FactValue>).set(row, value)
      else values[row] = number
    }
  }

  #text(bytes: Uint8Array, from: number, to: number): string {
    return this.#decode(bytes.subarray(from, to))
      .trim()
      .replace(/^"(.*)"$/, '$1')
  }

  #flush(): void {
    const count = this.#units.length
    if (count === 0) return
    this.#take({ count, columns: this.#columns, deducted: new Map(), vetoes: new Map() }, this.#units)
    this.#units = []
    for (const { values, odd } of this.#columns) {
      values.fill(MISSING)
      ;(odd as Map<number, FactValue>).clear()
    }
  }

  #tell(code: TableFault['code'], column: string | null, text: string): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push({ code, line: this.#line, column, text: text.slice(0, 60) })
  }
}

/** A decimal × 10^places; NaN where it is none, or too fine or too great for that. */
function wholeIn(bytes: Uint8Array, from: number, to: number, places: number): number {
  const isNegative = bytes[from] === MINUS
  let at = isNegative ? from + 1 : from
  if (at === to) return Number.NaN
  let whole = 0
  let behind = -1
  for (; at < to; at += 1) {
    const byte = bytes[at] as number
    if (byte >= ZERO && byte <= NINE) {
      whole = whole * 10 + (byte - ZERO)
      if (behind >= 0) behind += 1
    } else if (byte === POINT && behind < 0 && at + 1 < to && (bytes[at - 1] as number) >= ZERO) behind = 0
    else return Number.NaN
  }
  if (behind > places) return Number.NaN
  for (let left = places - Math.max(0, behind); left > 0; left -= 1) whole *= 10
  if (whole > EXACT_LIMIT) return Number.NaN
  return isNegative && whole !== 0 ? -whole : whole
}

const DECIMAL = /^-?\d{1,300}(?:\.\d{1,300})?$/
const DATE = /^\d{4}-\d{2}-\d{2}$/

function valueIn(text: string, holds: ColumnNeed['holds']): FactValue | null {
  if (text === '不适用') return { kind: 'not-applicable', reason: text }
  switch (holds.kind) {
    case 'figure':
      return DECIMAL.test(text) ? { kind: 'figure', value: text, unit: holds.unit } : null
    case 'points':
      return DECIMAL.test(text) ? { kind: 'points', points: text, reason: '' } : null
    case 'date':
      return text === '未完成' ? { kind: 'date', date: null } : DATE.test(text) ? { kind: 'date', date: text } : null
    case 'checks':
      return { kind: 'checks', met: text === '无' ? [] : text.split(';').map((one) => one.trim()) }
    case 'class': {
      const [id = '', share = ''] = text.split(/\s+/)
      return DECIMAL.test(share) ? { kind: 'class', id, share } : null
    }
    case 'sparse':
      return null
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second.slice()
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
