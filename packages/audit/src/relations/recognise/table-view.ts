/** How the recognisers of tables look at one: stretches of rows under one head, and what a formula must show before it is believed. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { Column, TableReading, TableRow } from '../../claims/from-table.ts'
import { judge } from '../../graph/judge.ts'
import { type Equation, figuresOf } from '../relation.ts'

/** Rows that stand under one head of one side. */
export interface Stretch {
  readonly table: TableReading
  readonly columns: readonly Column[]
  readonly rows: readonly TableRow[]
}

export function stretchesOf(set: ClaimSet): Stretch[] {
  return set.tables.flatMap((table) => table.sides).flatMap(stretchesOfSide)
}

export function stretchesOfSide(table: TableReading): Stretch[] {
  const stretches: { table: TableReading; columns: readonly Column[]; rows: TableRow[] }[] = []
  let last = -2
  for (const row of table.rows) {
    if (row.kind === 'head') continue
    if (row.head !== last) stretches.push({ table, columns: table.heads[row.head] ?? [], rows: [] })
    last = row.head
    stretches.at(-1)?.rows.push(row)
  }
  return stretches
}

export function cellOf(set: ClaimSet, row: TableRow, column: number): Figure | null {
  const index = row.figures[column] ?? -1
  return index < 0 ? null : (set.figures[index] as Figure)
}

/** A printed value as it stands: neither a bound nor a rough figure. */
export function isPlainFigure(figure: Figure): boolean {
  return figure.compare === null && figure.claim.quantity.hedge === undefined
}

/** Rates and prices are never added; a share column is. */
export function isAddable(figure: Figure, column: Column | undefined): boolean {
  const role = figure.claim.role
  if (role === 'rate' || role === 'change-rate' || role === 'target' || role === 'actual') return false
  if (!isPlainFigure(figure) || figure.tail !== '' || column?.isPrice === true) return false
  return figure.dimension !== 'ratio' || role === 'share'
}

/** Digits of a value that mean something: 3,200 has two, 2,984.8 five. */
export function digitsOf(figure: Figure): number {
  return figure.value.coefficient.toString().replace('-', '').replace(/0+$/, '').length
}

const isNought = (figure: Figure): boolean => figure.value.coefficient === 0n

/**
 * What it says for a formula that it holds here, in digits that would have to agree by chance. Nothing when the formula is empty:
 * it only says that two figures are equal (unless copies count), or it is a rate of exactly 0 or 100 %.
 */
export function weightOf(set: ClaimSet, equation: Equation, countsCopies = false): number {
  const figures = figuresOf(equation).map((index) => set.figures[index] as Figure)
  const told = figures.filter((figure) => !isNought(figure))
  if (told.length < (countsCopies ? 2 : 3)) return 0
  if (equation.form === 'linear') return Math.max(...told.map(digitsOf))
  const result = figures[0] as Figure
  if (result.dimension === 'ratio' && digitsOf(result) === 1 && result.value.scale === 0) return 0
  return digitsOf(result)
}

export interface Tried {
  readonly equation: Equation
  readonly holds: boolean
}

/** Everything that one formula says about one stretch, judged; places where it cannot be computed are left out. */
export function tryAll(set: ClaimSet, equations: readonly (Equation | null)[]): Tried[] {
  const tried: Tried[] = []
  for (const equation of equations) {
    const verdict = equation === null ? null : judge(equation, set.figures)
    if (equation !== null && verdict !== null) tried.push({ equation, holds: verdict.holds })
  }
  return tried
}

export interface Demand {
  /** Places in which the formula must hold and say something. */
  readonly places: number
  /** Digits that these places must show together. */
  readonly digits: number
  /** Share of all places in which it must hold. */
  readonly share: number
  /** A total with one part that is not zero counts as well, since the words already say whose part it is. */
  readonly countsCopies?: true
}

/** Whether the table itself proves the formula. Equal places (two columns with the same figures) count once. */
export function isProven(set: ClaimSet, tried: readonly Tried[], demand: Demand): boolean {
  const seen = new Set<string>()
  let digits = 0
  let holding = 0
  for (const { equation, holds } of tried) {
    if (!holds) continue
    holding++
    const weight = weightOf(set, equation, demand.countsCopies)
    if (weight === 0) continue
    const key = figuresOf(equation)
      .map((index) => valueKey(set.figures[index] as Figure))
      .join(' ')
    if (seen.has(key)) continue
    seen.add(key)
    digits += weight
  }
  return seen.size >= demand.places && digits >= demand.digits && holding >= tried.length * demand.share
}

const valueKey = (figure: Figure): string => `${figure.value.coefficient}e${figure.value.scale}`
