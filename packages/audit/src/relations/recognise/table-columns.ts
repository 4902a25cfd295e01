/** Formulas over columns: 合计 over its siblings, 增减 and 结余 as a difference, any column that two others make up. The rows must prove them. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { Column, TableRow } from '../../claims/from-table.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Equation, side } from '../relation.ts'
import { cellOf, type Demand, isAddable, isProven, type Stretch, stretchesOf, type Tried, tryAll } from './table-view.ts'

const NAMED: Demand = { places: 2, digits: 4, share: 0.6 }
/** A formula that no head announces has to show more. */
const UNNAMED: Demand = { places: 3, digits: 10, share: 0.75 }
const MAX_COLUMNS = 12
const MAX_MEMBERS = 8
const RATE_OF_CHANGE = /增减率|增长率|变动率|增幅|增减(?:比例|幅度|%)|增减.*率/
const AMOUNT_OF_CHANGE = /增减|差额|差异|结余|结转|剩余|节约|节支/

type Formula = (row: TableRow) => Equation | null

export function recogniseTableColumns(set: ClaimSet): NewRelation[] {
  return stretchesOf(set).flatMap((stretch) => {
    const relations: NewRelation[] = []
    const explained = new Set<number>()
    for (const [at, column] of stretch.columns.slice(0, MAX_COLUMNS).entries()) {
      const found = column.isTotal ? columnTotal(set, stretch, at) : columnChange(set, stretch, at, column)
      if (found.length > 0) explained.add(at)
      relations.push(...found)
    }
    return [...relations, ...unnamedSums(set, stretch, explained)]
  })
}

/** A 合计 or 小计 column over the columns beside it. */
function columnTotal(set: ClaimSet, stretch: Stretch, at: number): NewRelation[] {
  const formulas = spansBeside(stretch.columns, at).map((members) => sumOf(set, stretch, at, members))
  return best(set, stretch, formulas, NAMED).flatMap(({ equation }) => relationOf(equation, 'sum', '同行各列相加', stretch.columns[at]))
}

/** Column sets that a total column may add: the next two to eight to the right, or those before it. */
function spansBeside(columns: readonly Column[], at: number): number[][] {
  const walk = (step: 1 | -1): number[][] => {
    const spans: number[][] = []
    const members: number[] = []
    for (let column = at + step; column >= 0 && column < columns.length && members.length < MAX_MEMBERS; column += step) {
      const meaning = columns[column] as Column
      if (meaning.isPlain || meaning.isName || meaning.role === 'rate' || meaning.isTotal) break
      members.push(column)
      if (members.length >= 2) spans.push([...members].sort((a, b) => a - b))
    }
    return spans
  }
  return [...walk(1), ...walk(-1)]
}

function sumOf(set: ClaimSet, stretch: Stretch, at: number, members: readonly number[]): Formula {
  return (row) => {
    const total = cellOf(set, row, at)
    if (total === null || !isAddable(total, stretch.columns[at])) return null
    const parts = members.flatMap((member) => cellOf(set, row, member) ?? [])
    const fits = parts.length >= 2 && parts.every((part) => part.dimension === total.dimension && isAddable(part, undefined))
    return fits ? { form: 'linear', left: side([total.index]), right: side(parts.map((part) => part.index)) } : null
  }
}

/** 增减额, 结余 and 增减率 beside two columns of amounts. */
function columnChange(set: ClaimSet, stretch: Stretch, at: number, column: Column): NewRelation[] {
  const isRate = RATE_OF_CHANGE.test(column.text)
  if (!isRate && !AMOUNT_OF_CHANGE.test(column.text)) return []
  const others = amountColumns(stretch.columns).filter((other) => other !== at)
  const formulas = others.flatMap((first) =>
    others
      .filter((second) => second !== first)
      .map((second) => (isRate ? growthOf(set, at, first, second) : changeOf(set, at, first, second))),
  )
  return best(set, stretch, formulas, NAMED).flatMap(({ equation }) =>
    isRate ? relationOf(equation, 'growth', '（本期 − 上期）÷ 上期', column) : relationOf(equation, 'difference', '两列相减', column),
  )
}

function changeOf(set: ClaimSet, at: number, first: number, second: number): Formula {
  return (row) => {
    const [result, a, b] = [cellOf(set, row, at), cellOf(set, row, first), cellOf(set, row, second)]
    if (result === null || a === null || b === null || a.dimension !== b.dimension || result.dimension !== a.dimension) return null
    return a.dimension === 'ratio' ? null : { form: 'linear', left: side([result.index]), right: side([a.index], [b.index]) }
  }
}

function growthOf(set: ClaimSet, at: number, first: number, second: number): Formula {
  return (row) => {
    const [result, a, b] = [cellOf(set, row, at), cellOf(set, row, first), cellOf(set, row, second)]
    if (result === null || a === null || b === null || a.dimension !== b.dimension || a.dimension === 'ratio') return null
    return result.dimension === 'ratio'
      ? { form: 'ratio', result: result.index, numerator: side([a.index], [b.index]), denominator: side([b.index]) }
      : null
  }
}

const amountColumns = (columns: readonly Column[]): number[] =>
  columns.flatMap((column, at) =>
    at < MAX_COLUMNS && !column.isPlain && !column.isName && !column.isPrice && column.role !== 'rate' && column.role !== 'share'
      ? [at]
      : [],
  )

/** Any column that is two others together, 调整后预算 = 年初预算 + 追加: announced by no head, so the rows must show it clearly. */
function unnamedSums(set: ClaimSet, stretch: Stretch, explained: ReadonlySet<number>): NewRelation[] {
  const columns = amountColumns(stretch.columns).filter((column) => !isPoints(stretch.columns[column]))
  const relations: NewRelation[] = []
  for (const total of columns) {
    if (explained.has(total)) continue
    for (const [from, first] of columns.entries()) {
      for (const second of columns.slice(from + 1)) {
        if (first === total || second === total || explained.has(first) || explained.has(second)) continue
        if (!looksLikely(set, stretch, total, first, second)) continue
        const tried = tryAll(set, stretch.rows.map(sumOf(set, stretch, total, [first, second])))
        if (!isProven(set, tried, UNNAMED)) continue
        relations.push(...tried.flatMap(({ equation }) => relationOf(equation, 'sum', '同行两列相加', stretch.columns[total])))
      }
    }
  }
  return relations
}

const isPoints = (column: Column | undefined): boolean => column?.unit === 'point' || column?.role === 'target' || column?.role === 'actual'

/** A cheap look at the first rows, so that long tables are not judged for every three columns. */
function looksLikely(set: ClaimSet, stretch: Stretch, total: number, first: number, second: number): boolean {
  let computed = 0
  let fitting = 0
  for (const row of stretch.rows.slice(0, 12)) {
    const [sum, a, b] = [cellOf(set, row, total), cellOf(set, row, first), cellOf(set, row, second)]
    if (sum === null || a === null || b === null || sum.dimension !== a.dimension || a.dimension !== b.dimension) continue
    computed++
    if (Math.abs(numberOf(sum) - numberOf(a) - numberOf(b)) <= Math.abs(numberOf(sum)) * 0.001) fitting++
  }
  return fitting >= 3 && fitting * 4 >= computed * 3
}

const numberOf = (figure: Figure): number => Number(figure.value.coefficient) / 10 ** figure.value.scale

/** What the best proven formula says row by row; nothing when none is proven. */
function best(set: ClaimSet, stretch: Stretch, formulas: readonly Formula[], demand: Demand): readonly Tried[] {
  let found: { tried: Tried[]; holding: number } | null = null
  for (const formula of formulas) {
    const tried = tryAll(set, stretch.rows.map(formula))
    if (!isProven(set, tried, demand)) continue
    const holding = tried.filter(({ holds }) => holds).length
    if (found === null || holding > found.holding) found = { tried, holding }
  }
  return found?.tried ?? []
}

function relationOf(equation: Equation, kind: 'sum' | 'difference' | 'growth', say: string, column: Column | undefined): NewRelation[] {
  const accused = equation.form === 'linear' ? equation.left.plus[0] : equation.form === 'ratio' ? equation.result : undefined
  if (accused === undefined) return []
  return [
    {
      kind,
      finding: kind,
      accused,
      certainty: 'error',
      readings: [{ say, equation }],
      source: { by: 'table', ref: `${column?.text ?? ''}列` },
    },
  ]
}
