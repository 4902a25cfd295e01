/** From rules that belong together to the slots of a table, and which of them are one cell. */
import { Groups } from './linked-rules.ts'
import type { Across, Down, Rules } from './page.ts'

export interface Grid {
  /** The lines between the columns and at both sides, and those between the rows. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** Of each slot, row by row: the first slot of its cell. */
  readonly cells: Int32Array
}

/** Points. No column or row is as narrow as this. */
const NARROWEST = 4
/** A rule parts two slots when it stands along this much of their side. */
const SIDE = 0.5
const MOST_COLUMNS = 400
const MOST_SLOTS = 60_000
/** Of the rules that reach out of the frame on one side: then the side is open and the table goes as far as they do. */
const OPEN_SIDE = 0.6

/** Null for a frame around a page, and for what is no grid. */
export function gridOf({ across, down }: Rules): Grid | null {
  const xs = withOpenSides(
    clusters(down.map(({ x }) => x)),
    across.map(({ x1, x2 }) => [x1, x2]),
  )
  const ys = withOpenSides(
    clusters(across.map(({ y }) => y)),
    down.map(({ y1, y2 }) => [y1, y2]),
  )
  const columns = xs.length - 1
  const rows = ys.length - 1
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns > MOST_COLUMNS || columns * rows > MOST_SLOTS) return null
  return { xs, ys, cells: cellsOf(xs, ys, across, down) }
}

export const columnsOf = ({ xs }: Grid): number => xs.length - 1
export const rowsOf = ({ ys }: Grid): number => ys.length - 1

function clusters(values: readonly number[]): number[] {
  const lines: number[] = []
  for (const value of [...values].sort((a, b) => a - b))
    if (value - (lines.at(-1) ?? Number.NEGATIVE_INFINITY) > NARROWEST) lines.push(value)
  return lines
}

/** Some tables have no rule at their left and right, or none where the page ends. */
function withOpenSides(lines: number[], reaches: readonly (readonly number[])[]): number[] {
  const first = lines[0]
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return lines
  const before = reaches.map(([from = 0]) => from).filter((from) => from < first - NARROWEST)
  const behind = reaches.map(([, to = 0]) => to).filter((to) => to > last + NARROWEST)
  const open = [...lines]
  if (before.length >= reaches.length * OPEN_SIDE) open.unshift(Math.min(...before))
  if (behind.length >= reaches.length * OPEN_SIDE) open.push(Math.max(...behind))
  return open
}

function cellsOf(xs: readonly number[], ys: readonly number[], across: readonly Across[], down: readonly Down[]): Int32Array {
  const columns = xs.length - 1
  const rows = ys.length - 1
  const closedRight = new Uint8Array(columns * rows)
  const closedBelow = new Uint8Array(columns * rows)
  for (const { x, y1, y2 } of down) {
    const column = nearest(xs, x) - 1
    if (column < 0 || column >= columns) continue
    forSides(ys, y1, y2, (row) => {
      closedRight[row * columns + column] = 1
    })
  }
  for (const { y, x1, x2 } of across) {
    const row = nearest(ys, y) - 1
    if (row < 0 || row >= rows) continue
    forSides(xs, x1, x2, (column) => {
      closedBelow[row * columns + column] = 1
    })
  }
  return united(columns, rows, closedRight, closedBelow)
}

/** The line that the value was gathered into: the last one that is not behind it. */
function nearest(lines: readonly number[], value: number): number {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/** Each side between two lines that `from`–`to` covers by half or more. */
function forSides(lines: readonly number[], from: number, to: number, take: (index: number) => void): void {
  for (let i = nearest(lines, from); i + 1 < lines.length; i++) {
    const start = lines[i] as number
    const end = lines[i + 1] as number
    if (start >= to) return
    if (Math.min(end, to) - Math.max(start, from) >= (end - start) * SIDE) take(i)
  }
}

function united(columns: number, rows: number, closedRight: Uint8Array, closedBelow: Uint8Array): Int32Array {
  const slots = columns * rows
  const groups = new Groups(slots)
  for (let slot = 0; slot < slots; slot++) {
    if (slot % columns < columns - 1 && !closedRight[slot]) groups.join(slot, slot + 1)
    if (slot + columns < slots && !closedBelow[slot]) groups.join(slot, slot + columns)
  }
  const cells = Int32Array.from({ length: slots }, (_, slot) => groups.rootOf(slot))
  return onlyBoxes(cells, columns)
}

/** A cell is a box. What is left of another shape, where a rule is missing, falls apart into its rows. */
function onlyBoxes(cells: Int32Array, columns: number): Int32Array {
  const bounds = boundsOf(cells, columns)
  let run = -1
  return cells.map((cell, slot) => {
    if (bounds.get(cell)?.isBox) return cell
    const goesOn = slot % columns > 0 && cells[slot - 1] === cell
    if (!goesOn) run = slot
    return run
  })
}

export interface Bounds {
  row: number
  column: number
  lastRow: number
  lastColumn: number
  slots: number
  isBox: boolean
}

/** Where each cell lies, by its first slot. */
export function boundsOf(cells: Int32Array, columns: number): ReadonlyMap<number, Bounds> {
  const bounds = new Map<number, Bounds>()
  for (let slot = 0; slot < cells.length; slot++) {
    const row = Math.floor(slot / columns)
    const column = slot % columns
    const cell = cells[slot] as number
    const known = bounds.get(cell)
    if (!known) {
      bounds.set(cell, { row, column, lastRow: row, lastColumn: column, slots: 1, isBox: true })
      continue
    }
    known.row = Math.min(known.row, row)
    known.lastRow = Math.max(known.lastRow, row)
    known.column = Math.min(known.column, column)
    known.lastColumn = Math.max(known.lastColumn, column)
    known.slots++
  }
  for (const one of bounds.values()) one.isBox = one.slots === (one.lastRow - one.row + 1) * (one.lastColumn - one.column + 1)
  return bounds
}
